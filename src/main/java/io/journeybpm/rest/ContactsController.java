package io.journeybpm.rest;

import io.journeybpm.casework.Casework;
import io.journeybpm.casework.Casework.Reported;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.engine.RunningCases.RecordedContact;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.PlannedVisits;
import io.journeybpm.ledger.Promise;
import io.journeybpm.rest.Answered.CauseAnswer;
import io.journeybpm.rest.Answered.ContactAnswer;
import io.journeybpm.rest.Answered.VoidAnswer;
import io.journeybpm.rest.Bodies.CauseBody;
import io.journeybpm.rest.Bodies.ReasonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
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
@RequestMapping(path = "/cases/{caseId}/contacts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Contacts", description = "Each time somebody meets the customer")
class ContactsController {

    private static final String KIND = "contact";

    private final RunningCases running;
    private final Casework casework;
    private final Cases cases;
    private final Commits commits;
    private final Desk desk;
    private final PlannedVisits visits;

    ContactsController(
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
    @Operation(
            summary = "Records a contact and asks the decision",
            description = "Where its touchpoint is waiting in the case, completes that wait, which records it. "
                    + "A contact whose externalId the case knows is answered 200 as it was recorded then.")
    Reply<ContactAnswer> record(@PathVariable String caseId, @RequestBody ContactBody body, Call call) {
        ContactBody.Read read = body.read(caseId, desk.now());
        return commits.commit(call, () -> {
            Reported reported =
                    casework.record(Desk.id(caseId), read.report(), read.variables(), read.aside(call.user()));
            RecordedContact recorded = reported.recorded();
            String location =
                    desk.path().ofEntry(caseId, "contacts", recorded.contact().id());
            ContactAnswer answer = ContactAnswer.of(
                    recorded,
                    reported.announced(),
                    mergeable(recorded, read.report().nextStep()),
                    desk.now());
            return recorded.repeated() ? Reply.repeated(location, answer) : Reply.created(location, answer);
        });
    }

    /** What could be one visit with the next step that was reported; asked only where one was. */
    private List<Promise> mergeable(RecordedContact recorded, @Nullable NewPromise next) {
        return recorded.after().openPromises().stream()
                .filter(each -> each.made().equals(next))
                .max(Comparator.comparingInt(Promise::entry))
                .map(each -> visits.near(each, recorded.after().customer(), desk.now()))
                .orElse(List.of());
    }

    @GetMapping("/{contactId}")
    @Operation(summary = "One contact as it was recorded")
    ContactView one(@PathVariable String caseId, @PathVariable String contactId) {
        int entry = Desk.entry(desk.find(caseId).caseId(), KIND, contactId);
        return cases.contact(caseId, entry)
                .map(each -> ContactView.of(
                        each, cases.causes(caseId, List.of(entry)).get(entry)))
                .orElseThrow(() -> Desk.unknown(KIND, contactId));
    }

    @PostMapping("/{contactId}/cause")
    @Operation(
            summary = "Says which earlier contact of the case made this one necessary",
            description = "Whatever was said or derived before; the latest finding holds. Nothing is counted anew.")
    Reply<CauseAnswer> cause(
            @PathVariable String caseId, @PathVariable String contactId, @RequestBody CauseBody body, Call call) {
        CauseBody.Said said = body.read(Desk.id(caseId));
        int entry = Desk.entry(caseId, KIND, contactId);
        return commits.commit(
                call,
                () -> Reply.done(running.change(caseId, file -> {
                    file.causes().mark(entry, said.causedBy(), said.reason(), call.user());
                    return new CauseAnswer(contactId, EntryId.of(caseId, said.causedBy()), said.reason());
                })));
    }

    @PostMapping("/{contactId}/void")
    @Operation(summary = "Takes a contact out of the counts; it stays in the ledger")
    Reply<VoidAnswer> withdraw(
            @PathVariable String caseId, @PathVariable String contactId, @RequestBody ReasonBody body, Call call) {
        String reason = body.required();
        int entry = Desk.entry(Desk.id(caseId), KIND, contactId);
        return commits.commit(
                call,
                () -> Reply.done(running.change(caseId, file -> {
                    file.contacts().voided(entry, reason, call.user());
                    return new VoidAnswer(contactId, true, reason, desk.show(file.view()));
                })));
    }
}
