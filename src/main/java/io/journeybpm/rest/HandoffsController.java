package io.journeybpm.rest;

import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.rest.Answered.HandoffAnswer;
import io.journeybpm.rest.Bodies.HandoffBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@RequestMapping(path = "/cases/{caseId}/handoffs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handoffs", description = "One party hands the customer over to the next")
class HandoffsController {

    private static final String KIND = "handoff";

    private final RunningCases running;
    private final Briefings briefings;
    private final BriefDesk briefs;
    private final Cases cases;
    private final Commits commits;
    private final Desk desk;

    HandoffsController(
            RunningCases running, Briefings briefings, BriefDesk briefs, Cases cases, Commits commits, Desk desk) {
        this.running = running;
        this.briefings = briefings;
        this.briefs = briefs;
        this.cases = cases;
        this.commits = commits;
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Hands over, before the receiver meets the customer")
    Reply<HandoffAnswer> handOff(@PathVariable String caseId, @RequestBody HandoffBody body, Call call) {
        HandoffBody.Said said = body.read();
        return commits.commit(call, () -> {
            int before = running.change(Desk.id(caseId), file -> {
                file.overrides().give(said.overrideReason(), call.user());
                return file.entries();
            });
            HandoffEntry made = running.handOff(caseId, said.handoff(), said.nextStep(), call.user());
            return Reply.created(
                    desk.path().ofEntry(caseId, "handoffs", made.id()),
                    HandoffAnswer.of(made, briefings.after(caseId, before)));
        });
    }

    @GetMapping("/{handoffId}")
    @Operation(summary = "One handoff as it stands, with the brief for its receiver")
    HandoffView one(@PathVariable String caseId, @PathVariable String handoffId) {
        Case told = desk.find(caseId);
        int entry = Desk.entry(told.caseId(), KIND, handoffId);
        HandoffEntry shown = cases.handoff(caseId, entry).orElseThrow(() -> Desk.unknown(KIND, handoffId));
        return HandoffView.of(shown, briefs.missing(shown), briefs.brief(told));
    }

    @PostMapping("/{handoffId}/acknowledged")
    @Operation(summary = "The receiver has read the brief")
    Reply<HandoffView> acknowledge(@PathVariable String caseId, @PathVariable String handoffId, Call call) {
        int entry = Desk.entry(Desk.id(caseId), KIND, handoffId);
        return commits.commit(
                call,
                () -> Reply.done(HandoffView.of(
                        running.change(caseId, file -> file.handoffs().acknowledge(entry, call.user())))));
    }
}
