package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFilter;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Level;
import io.journeybpm.outreach.Permissions;
import io.journeybpm.rest.Answered.CaseAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Cases", description = "One customer on one journey")
class CasesController {

    private final RunningCases running;
    private final Briefings briefings;
    private final Cases cases;
    private final Commits commits;
    private final Desk desk;
    private final Paging paging;
    private final Permissions permissions;

    CasesController(
            RunningCases running,
            Briefings briefings,
            Cases cases,
            Commits commits,
            Desk desk,
            Paging paging,
            Permissions permissions) {
        this.running = running;
        this.briefings = briefings;
        this.cases = cases;
        this.commits = commits;
        this.desk = desk;
        this.paging = paging;
        this.permissions = permissions;
    }

    @PostMapping(path = "/journeys/{key}/cases", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Opens a case and starts its journey")
    Reply<CaseView> open(@PathVariable String key, @RequestBody CaseBody body, Call call) {
        RunningCases.NewRun run = body.read(key);
        return commits.commit(call, () -> {
            Case opened = running.open(run);
            return Reply.created(desk.path().ofCase(opened.caseId()), desk.show(opened));
        });
    }

    /** What to look for; blank is absent. */
    record Search(
            @Nullable String customer,
            @Nullable String phone,
            @Nullable String level,
            @Nullable String phase,
            @Nullable String journey,
            @Nullable String status,
            @Nullable String ambassador) {

        /** Stands for whoever calls. */
        private static final String ME = "me";

        CaseFilter read(Principal caller) {
            Checks checks = new Checks();
            CaseFilter filter = new CaseFilter(
                    checks.text("customer", customer, Limits.CUSTOMER_REFERENCE),
                    checks.text("phone", phone, Limits.PHONE),
                    checks.word("level", Level.class, level),
                    checks.text("phase", phase, Limits.NAME),
                    checks.text("journey", journey, Limits.NAME),
                    checks.word("status", Case.Status.class, status),
                    ME.equals(ambassador) ? caller.getName() : checks.text("ambassador", ambassador, Limits.NAME));
            checks.done();
            return filter;
        }
    }

    @GetMapping(path = "/cases", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Cases, newest first; a phone number is found in any notation",
            description = "The ambassador 'me' is whoever calls.")
    ListView<CaseView> list(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String phase,
            @RequestParam(required = false) @Nullable String journey,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String ambassador,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            Principal caller) {
        CaseFilter filter = new Search(customer, phone, level, phase, journey, status, ambassador).read(caller);
        int most = paging.limit(limit);
        return ListView.of(Paging.part(() -> cases.page(filter, Paging.after(after), most)), desk::show);
    }

    @GetMapping(path = "/cases/{caseId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One case as it stands")
    CaseAnswer one(@PathVariable String caseId) {
        Case found = desk.find(caseId);
        return new CaseAnswer(
                desk.showWhole(found, permissions.policy(found.customer())),
                found.openPromises().stream()
                        .findFirst()
                        .flatMap(next -> briefings.readiness(found, next))
                        .map(ReadinessView::of)
                        .orElse(null));
    }
}
