package io.journeybpm.rest;

import io.journeybpm.imports.Logs;
import io.journeybpm.insight.BacktestView;
import io.journeybpm.insight.Backtests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping(path = "/backtests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Backtests", description = "A changed decision table tried before it is deployed")
class BacktestsController {

    private final Backtests backtests;
    private final Logs logs;
    private final Commits commits;
    private final Desk desk;

    BacktestsController(Backtests backtests, Logs logs, Commits commits, Desk desk) {
        this.backtests = backtests;
        this.logs = logs;
        this.commits = commits;
        this.desk = desk;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Tries a changed decision table on what has happened",
            description = "'decision' is the DMN file with the changed table; nothing is deployed and no case changes. "
                    + "Without 'log' it is tried on all recorded cases it concerns: those of its journey, or, if its key "
                    + "is contact-escalation, of all journeys without a table of their own. With 'log' and 'mapping', "
                    + "as for an import, it is tried on the log, against what is deployed for the mapping's journey.")
    Reply<BacktestView> start(
            @RequestPart @Schema(type = "string", format = "binary") Part decision,
            @RequestPart(required = false) @Nullable MultipartFile log,
            @RequestPart(required = false) @Schema(type = "string", format = "binary") @Nullable Part mapping,
            Call call) {
        TrialUpload upload = TrialUpload.of(decision, log, mapping).checked(backtests);
        return commits.commit(call.key() == null ? call : call.saying(upload.digest()), () -> {
            String id = upload.send(backtests, logs, call.user());
            return Reply.accepted(desk.path().ofBacktest(id), find(id));
        });
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "How a backtest is getting on, and at its end both tables side by side",
            description = "Both tables are asked at the same moments of every case: after each contact, each handoff "
                    + "announced, and each promise that broke, knowing what was known then. Changes are counted in "
                    + "cases, by the first time each reaches a level: 'more' under the new table only, 'fewer' under "
                    + "the old only, 'earlier' and 'later' under both, but at an earlier or later of these moments. "
                    + "A case reaches a level when it is raised to it; a jump past a level doesn't reach that one.")
    BacktestView one(@PathVariable String id) {
        return find(id);
    }

    private BacktestView find(String id) {
        return backtests.find(id).orElseThrow(() -> new BacktestUnknown(id));
    }

    /** There is no such backtest. */
    static final class BacktestUnknown extends RuntimeException {
        BacktestUnknown(String id) {
            super("there is no backtest '" + id + "'");
        }
    }
}
