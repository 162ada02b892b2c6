package io.journeybpm.rest;

import io.journeybpm.casework.Casework;
import io.journeybpm.casework.Checks;
import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.ledger.Fact;
import io.journeybpm.rest.Answered.DecisionAnswer;
import io.journeybpm.rest.Bodies.AmbassadorBody;
import io.journeybpm.rest.Bodies.LevelBody;
import io.journeybpm.rest.Bodies.ReasonBody;
import io.journeybpm.rest.CaseBody.FactBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/cases/{caseId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Case actions", description = "What operations does to a case")
class CaseActionsController {

    private final RunningCases running;
    private final Casework casework;
    private final Briefings briefings;
    private final Commits commits;
    private final Desk desk;

    CaseActionsController(RunningCases running, Casework casework, Briefings briefings, Commits commits, Desk desk) {
        this.running = running;
        this.casework = casework;
        this.briefings = briefings;
        this.commits = commits;
        this.desk = desk;
    }

    @PostMapping("/reviews")
    @Operation(summary = "Closes the escalation, sets the level, and lets the counts start anew")
    Reply<CaseView> review(@PathVariable String caseId, @RequestBody LevelBody body, Call call) {
        LevelBody.Said said = body.read();
        return commits.commit(
                call,
                () -> Reply.done(desk.show(running.review(Desk.id(caseId), said.level(), said.reason(), call.user()))));
    }

    @PostMapping("/level")
    @Operation(summary = "Raises the level by hand; only a review lowers it")
    Reply<DecisionAnswer> raise(@PathVariable String caseId, @RequestBody LevelBody body, Call call) {
        LevelBody.Said said = body.read();
        return commits.commit(
                call, () -> decided(caseId, running.raise(Desk.id(caseId), said.level(), said.reason(), call.user())));
    }

    @PostMapping("/decision")
    @Operation(summary = "Asks the decision again, after breaking promises whose window has closed")
    Reply<DecisionAnswer> decide(@PathVariable String caseId, Call call) {
        return commits.commit(call, () -> decided(caseId, running.decide(Desk.id(caseId))));
    }

    @PutMapping("/ambassador")
    @Operation(summary = "Makes a user stand for the company towards this customer")
    Reply<CaseView> appoint(@PathVariable String caseId, @RequestBody AmbassadorBody body, Call call) {
        AmbassadorBody.Said said = body.read();
        return commits.commit(
                call,
                () -> Reply.done(casework.whileOpen(Desk.id(caseId), file -> {
                    file.appoint(said.user(), said.reason(), call.user());
                    return desk.show(file.view());
                })));
    }

    @PostMapping("/facts")
    @Operation(summary = "Keeps something the customer told, or what has become of it")
    Reply<FactBody> tell(@PathVariable String caseId, @RequestBody FactBody body, Call call) {
        Checks checks = new Checks();
        Fact fact = body.read("", checks);
        checks.done();
        return commits.commit(call, () -> {
            briefings.tell(Desk.id(caseId), fact, call.user());
            return Reply.done(body);
        });
    }

    @PostMapping("/close")
    @Operation(summary = "Closes the case and ends what runs for it")
    Reply<CaseView> close(@PathVariable String caseId, @RequestBody ReasonBody body, Call call) {
        String reason = body.required();
        return commits.commit(call, () -> Reply.done(desk.show(running.close(Desk.id(caseId), reason, call.user()))));
    }

    @PostMapping("/reopen")
    @Operation(summary = "Opens a closed case again; what ended is not started again")
    Reply<CaseView> reopen(@PathVariable String caseId, @RequestBody ReasonBody body, Call call) {
        String reason = body.required();
        return commits.commit(
                call,
                () -> Reply.done(running.change(Desk.id(caseId), file -> {
                    file.reopen(reason, call.user());
                    return desk.show(file.view());
                })));
    }

    private Reply.Effect<DecisionAnswer> decided(String caseId, Assessment assessed) {
        return Reply.done(running.change(caseId, file -> DecisionAnswer.of(file.view(), assessed, desk.now())));
    }
}
