package io.journeybpm.rest;

import io.journeybpm.casework.Casework;
import io.journeybpm.casework.Checks;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.PlannedVisits;
import io.journeybpm.ledger.Promise;
import io.journeybpm.rest.Answered.PromiseAnswer;
import io.journeybpm.rest.Bodies.MoveBody;
import io.journeybpm.rest.Bodies.OverrideBody;
import io.journeybpm.rest.Bodies.ReasonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/cases/{caseId}/promises", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Promises", description = "What the customer was told would happen, and when")
class PromisesController {

    private static final String KIND = "promise";

    private final RunningCases running;
    private final Casework casework;
    private final Cases cases;
    private final Commits commits;
    private final Desk desk;
    private final PlannedVisits visits;

    PromisesController(
            RunningCases running, Casework casework, Cases cases, Commits commits, Desk desk, PlannedVisits visits) {
        this.running = running;
        this.casework = casework;
        this.cases = cases;
        this.commits = commits;
        this.desk = desk;
        this.visits = visits;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes a promise; without an end of its window it is unscheduled")
    Reply<PromiseAnswer> make(@PathVariable String caseId, @RequestBody PromiseBody body, Call call) {
        Checks checks = new Checks();
        NewPromise promise = body.read("", checks);
        String overrideReason = OverrideBody.read("", body.override(), checks);
        checks.done();
        return commits.commit(call, () -> {
            Casework.Promised promised = casework.promise(
                    Desk.id(caseId), promise, new Casework.Aside(List.of(), overrideReason, call.user()));
            Promise made = promised.promise();
            ReadinessView readiness = ReadinessView.worst(promised.announced().visits());
            List<Promise> mergeable =
                    visits.near(made, running.change(caseId, CaseFile::view).customer(), desk.now());
            return Reply.created(
                    desk.path().ofEntry(caseId, "promises", made.id()),
                    new PromiseAnswer(PromiseView.made(made, mergeable, desk.now()), readiness));
        });
    }

    @GetMapping("/{promiseId}")
    @Operation(summary = "One promise as it stands, and how it was moved")
    PromiseView one(@PathVariable String caseId, @PathVariable String promiseId) {
        int entry = Desk.entry(desk.find(caseId).caseId(), KIND, promiseId);
        return cases.promise(caseId, entry)
                .map(each -> PromiseView.of(each, cases.moves(caseId, entry), desk.now()))
                .orElseThrow(() -> Desk.unknown(KIND, promiseId));
    }

    @PostMapping("/{promiseId}/kept")
    @Operation(summary = "It was kept; after its window that is late")
    Reply<PromiseView> kept(
            @PathVariable String caseId,
            @PathVariable String promiseId,
            @RequestBody(required = false) @Nullable ReasonBody body,
            Call call) {
        return settle(caseId, promiseId, Promise.State.KEPT, ReasonBody.optional(body), call);
    }

    @PostMapping("/{promiseId}/withdrawn")
    @Operation(summary = "It was taken back and neither kept nor broken")
    Reply<PromiseView> withdrawn(
            @PathVariable String caseId,
            @PathVariable String promiseId,
            @RequestBody(required = false) @Nullable ReasonBody body,
            Call call) {
        return settle(caseId, promiseId, Promise.State.WITHDRAWN, ReasonBody.optional(body), call);
    }

    @PostMapping("/{promiseId}/moved")
    @Operation(summary = "The customer was told of another window, before the one promised has closed")
    Reply<PromiseView> moved(
            @PathVariable String caseId, @PathVariable String promiseId, @RequestBody MoveBody body, Call call) {
        MoveBody.Said said = body.read();
        int entry = Desk.entry(Desk.id(caseId), KIND, promiseId);
        return commits.commit(
                call,
                () -> Reply.done(desk.promise(running.change(caseId, file -> file.promises()
                        .move(entry, said.from(), said.to(), said.reason(), call.user())))));
    }

    private Reply<PromiseView> settle(
            String caseId, String promiseId, Promise.State state, @Nullable String reason, Call call) {
        int entry = Desk.entry(Desk.id(caseId), KIND, promiseId);
        return commits.commit(
                call,
                () -> Reply.done(desk.promise(
                        running.change(caseId, file -> file.promises().settle(entry, state, reason, call.user())))));
    }
}
