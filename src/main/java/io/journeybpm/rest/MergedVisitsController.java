package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.PlannedVisits;
import io.journeybpm.ledger.PlannedVisits.Window;
import io.journeybpm.ledger.Promise;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/cases/{caseId}/promises/{promiseId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Promises", description = "What the customer was told would happen, and when")
class MergedVisitsController {

    private static final String KIND = "promise";

    private final Cases cases;
    private final PlannedVisits visits;
    private final Commits commits;
    private final Desk desk;

    MergedVisitsController(Cases cases, PlannedVisits visits, Commits commits, Desk desk) {
        this.cases = cases;
        this.visits = visits;
        this.commits = commits;
        this.desk = desk;
    }

    /**
     * Which visit is to be shared.
     *
     * @param with id of the other promise
     * @param window whose window both have from then on, {@code theirs} if absent
     */
    record MergeBody(@Nullable String with, @Nullable String window) {

        /** What was read of it. */
        record Said(String with, Window window) {}

        Said read() {
            Checks checks = new Checks();
            String other = checks.required("with", with, Limits.ENTRY_ID);
            Window wanted = checks.word("window", Window.class, window);
            checks.done();
            return new Said(other, Objects.requireNonNullElse(wanted, Window.THEIRS));
        }
    }

    @GetMapping("/mergeable")
    @Operation(summary = "Visits planned for the same customer that could be one with this")
    ListView<PlannedVisitView> mergeable(@PathVariable String caseId, @PathVariable String promiseId) {
        Case found = desk.find(caseId);
        Promise promise = cases.promise(caseId, Desk.entry(caseId, KIND, promiseId))
                .orElseThrow(() -> Desk.unknown(KIND, promiseId));
        return new ListView<>(
                visits.near(promise, found.customer(), desk.now()).stream()
                        .map(PlannedVisitView::of)
                        .toList(),
                null);
    }

    @PostMapping("/merged")
    @Operation(
            summary = "Makes one visit of two",
            description = "Both promises have one window from then on, and are kept, late and moved together.")
    Reply<PromiseView> merge(
            @PathVariable String caseId, @PathVariable String promiseId, @RequestBody MergeBody body, Call call) {
        MergeBody.Said said = body.read();
        int entry = Desk.entry(Desk.id(caseId), KIND, promiseId);
        return commits.commit(
                call,
                () -> Reply.done(desk.promise(visits.merge(caseId, entry, said.with(), said.window(), call.user()))));
    }
}
