package io.journeybpm.engine;

import io.journeybpm.escalation.Escalations.Recorded;
import io.journeybpm.journey.Handoff;
import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.Rise;
import io.journeybpm.ledger.Seen;
import java.time.ZoneId;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** What the ledger is told when a process instance takes a step of its journey. */
final class Steps {

    private final Ledger ledger;
    private final DeployedJourneys journeys;
    private final Submissions submissions;
    private final Texts texts;
    private final ContactReader contacts;
    private final NextSteps nextSteps;
    private final HandingOver handingOver;
    private final ShownFacts shownFacts;
    private final VisitGate gate;
    private final Decisions decisions;
    private final CaseClock clock;
    private final ZoneId zone;

    Steps(
            Ledger ledger,
            DeployedJourneys journeys,
            Submissions submissions,
            Texts texts,
            ContactReader contacts,
            NextSteps nextSteps,
            HandingOver handingOver,
            ShownFacts shownFacts,
            VisitGate gate,
            Decisions decisions,
            CaseClock clock,
            ZoneId zone) {
        this.ledger = ledger;
        this.journeys = journeys;
        this.submissions = submissions;
        this.texts = texts;
        this.contacts = contacts;
        this.nextSteps = nextSteps;
        this.handingOver = handingOver;
        this.shownFacts = shownFacts;
        this.gate = gate;
        this.decisions = decisions;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A step taken.
     *
     * @param file the case
     * @param rise to be raised where the step was taken
     */
    record Taken(CaseFile file, @Nullable Rise rise) {}

    /** A user completes a touchpoint, a review, or both. */
    Taken completed(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        Touchpoint touchpoint =
                journey(execution).touchpoint(execution.getActivityId()).orElse(null);
        boolean review = StepListeners.isReview(execution);
        Set<String> names = Fields.names(touchpoint, review);
        Fields fields = Fields.of(execution, names, zone);
        CaseFile file = file(execution);
        String user = ContactReader.first(
                task.getAssignee(), Context.getCommandContext().getAuthenticatedUserId());
        Rise rise = null;
        if (touchpoint != null) {
            Seen seen = new Seen(task.getAssignee() != null, shownFacts.isShown(task));
            Recorded recorded = record(file, execution, touchpoint, fields, user, seen);
            fields.publish(execution, names, touchpoint, recorded.contact().outcome());
            rise = recorded.assessment().rise();
            user = recorded.contact().reported().user();
        }
        if (review) {
            review(file, fields, user);
            return new Taken(file, null);
        }
        return new Taken(file, rise);
    }

    private void review(CaseFile file, Fields fields, @Nullable String user) {
        Level level = fields.level();
        String reason = fields.text(Fields.REASON, Fields.SENTENCE);
        if (level == null || reason == null) {
            throw new JourneyRefused("a review needs a level and a reason");
        }
        String ambassador = fields.text(Fields.AMBASSADOR, Fields.NAME);
        if (ambassador != null) {
            file.appoint(ambassador, reason, user);
        }
        file.rises().review(level, reason, user);
    }

    /** An element that is no user task is left. */
    Taken left(ExecutionEntity execution) {
        Journey journey = journey(execution);
        CaseFile file = file(execution);
        Touchpoint touchpoint = journey.touchpoint(execution.getActivityId()).orElse(null);
        if (touchpoint != null) {
            Set<String> names = Fields.names(touchpoint, false);
            boolean own = execution.getActivity().isScope();
            Fields fields = own ? Fields.of(execution, names, zone) : Fields.none(zone);
            Recorded recorded = record(file, execution, touchpoint, fields, null, Seen.NOTHING);
            if (own) {
                fields.publish(execution, names, touchpoint, recorded.contact().outcome());
            } else {
                Fields.publish(execution, recorded.contact().outcome());
            }
            return new Taken(file, recorded.assessment().rise());
        }
        Handoff handoff = journey.handoff(execution.getActivityId()).orElse(null);
        if (handoff != null) {
            NewContact before = file.contacts().latest().map(Contact::reported).orElse(null);
            nextSteps.promise(file, handoff, text -> texts.resolve(text, execution), clock.now());
            handingOver.handOff(file, handoff, text -> texts.resolve(text, execution), before);
        }
        return new Taken(file, decisions.ask(file, null).rise());
    }

    /** A touchpoint was cancelled by an interrupting boundary event of its own. */
    Taken missed(ExecutionEntity execution, String touchpointId) {
        Touchpoint touchpoint = journey(execution)
                .touchpoint(touchpointId)
                .orElseThrow(() -> new IllegalStateException("no touchpoint '" + touchpointId + "'"));
        CaseFile file = file(execution);
        NewContact contact = contacts.read(
                touchpoint,
                new ContactReader.Setting(
                        place(touchpoint, null),
                        text -> texts.resolve(text, execution),
                        execution.getActivityInstanceId(),
                        clock.now()),
                Fields.none(zone),
                ContactReader.MISSED,
                null);
        return new Taken(
                file, decisions.ask(file, file.contacts().record(contact)).rise());
    }

    /** A level's code is thrown by an event drawn in the model. */
    Taken drawn(ExecutionEntity execution, Level level) {
        CaseFile file = file(execution);
        Rise.Cause cause = new Rise.Cause(
                "drawn in the journey at '" + execution.getActivityId() + "'",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new Taken(
                file, file.rises().raise(level, clock.now(), null, cause).orElse(null));
    }

    private Recorded record(
            CaseFile file,
            ExecutionEntity execution,
            Touchpoint touchpoint,
            Fields fields,
            @Nullable String user,
            Seen seen) {
        Submissions.Submission submission =
                submissions.of(execution.getActivityInstanceId()).orElse(null);
        ReportedContact report = submission == null ? ContactReader.SILENT : submission.report();
        NewContact contact = contacts.read(
                touchpoint,
                new ContactReader.Setting(
                        place(touchpoint, Rounds.of(execution)),
                        text -> texts.resolve(text, execution),
                        execution.getActivityInstanceId(),
                        clock.now(),
                        fields.cause(file)),
                fields,
                report,
                user);
        file.overrides().give(fields.text(Touchpoint.OVERRIDE_REASON, Fields.SENTENCE), contact.user());
        Contact entry = JourneyRefused.unlessTaken(() -> file.contacts().record(contact, seen));
        appointFirst(file, contact.user());
        handingOver.tellFacts(file, touchpoint, fields, contact.user());
        Handoff handoff = touchpoint.handoff();
        if (handoff != null && entry.outcome() != Outcome.MISSED) {
            handingOver.handOff(file, handoff, text -> texts.resolve(text, execution), contact);
        }
        gate.requireReadyAfter(entry.entry(), file, journey(execution));
        Recorded recorded = new Recorded(entry, decisions.ask(file, entry));
        if (submission != null) {
            submission.recorded(recorded);
        }
        return recorded;
    }

    /** Whoever handles the first contact is the ambassador, until an escalation or a person says otherwise. */
    static void appointFirst(CaseFile file, @Nullable String user) {
        if (user != null && file.ambassador() == null) {
            file.appoint(user, "handled the first contact", null);
        }
    }

    private static NewContact.Place place(Touchpoint touchpoint, @Nullable String round) {
        return new NewContact.Place(
                touchpoint.id(), touchpoint.title(), touchpoint.phase(), true, true, touchpoint.recurring(), round);
    }

    Journey journey(ExecutionEntity execution) {
        return journeys.of((ProcessDefinitionEntity) execution.getProcessDefinition());
    }

    /**
     * The case of a process instance.
     *
     * @throws JourneyRefused if the instance has no business key, or no case was opened for it
     */
    CaseFile file(ExecutionEntity execution) {
        String caseId = execution.getProcessBusinessKey();
        String process = ((ProcessDefinitionEntity) execution.getProcessDefinition()).getKey();
        if (caseId == null) {
            throw new JourneyRefused("'" + execution.getActivityId() + "' in process '" + process
                    + "' belongs to a journey, but its instance has no business key; a call activity hands it on with"
                    + " <camunda:in businessKey=\"#{execution.processBusinessKey}\"/>");
        }
        return ledger.find(caseId)
                .orElseThrow(() -> new JourneyRefused("'" + execution.getActivityId() + "' in process '" + process
                        + "' belongs to a journey, but no case '" + caseId
                        + "' was opened; a case is opened by a process with a journey.phase"));
    }
}
