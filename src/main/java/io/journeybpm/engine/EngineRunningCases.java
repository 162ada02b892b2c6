package io.journeybpm.engine;

import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.escalation.Escalations.Recorded;
import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Property;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewCase;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.NewHandoff;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Rise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Cases run by the process engine. */
final class EngineRunningCases implements RunningCases {

    private final EngineAccess engine;
    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final DeployedJourneys journeys;
    private final CaseJourneys caseJourneys;
    private final HandingOver handingOver;
    private final VisitGate gate;
    private final Waits waits;
    private final Submissions submissions;
    private final ContactReader contacts;
    private final RaiseJobs raises;
    private final Decisions decisions;
    private final CaseEscalation caseEscalation;
    private final CustomerMessageTasks messageTasks;
    private final CaseClock clock;

    EngineRunningCases(
            EngineAccess engine,
            TransactionOperations transactions,
            Ledger ledger,
            DeployedJourneys journeys,
            CaseJourneys caseJourneys,
            HandingOver handingOver,
            VisitGate gate,
            Waits waits,
            Submissions submissions,
            ContactReader contacts,
            RaiseJobs raises,
            Decisions decisions,
            CaseEscalation caseEscalation,
            CustomerMessageTasks messageTasks,
            CaseClock clock) {
        this.engine = engine;
        this.transactions = transactions;
        this.ledger = ledger;
        this.journeys = journeys;
        this.caseJourneys = caseJourneys;
        this.handingOver = handingOver;
        this.gate = gate;
        this.waits = waits;
        this.submissions = submissions;
        this.contacts = contacts;
        this.raises = raises;
        this.decisions = decisions;
        this.caseEscalation = caseEscalation;
        this.messageTasks = messageTasks;
        this.clock = clock;
    }

    @Override
    public Case open(NewRun run) {
        return in(() -> {
            Journey journey = journeys.latest(run.journey()).orElseThrow(() -> new JourneyUnknown(run.journey()));
            CaseFile file = ledger.open(new NewCase(
                    run.caseId(), journey.key(), journey.version(), run.customer(), clock.now(), run.facts(), null));
            run.promises().forEach(promise -> file.promises().make(promise, clock.now()));
            engine.withoutAuthorization(context -> engine.services()
                    .getRuntimeService()
                    .startProcessInstanceById(journey.definition(), run.caseId(), run.variables()));
            return file.view();
        });
    }

    @Override
    public RecordedContact record(String caseId, ReportedContact report, Map<String, Object> variables) {
        return in(() -> {
            CaseFile file = ledger.hold(caseId);
            Optional<Contact> before = Optional.ofNullable(report.externalId()).flatMap(file.contacts()::reportedAs);
            if (before.isPresent()) {
                return new RecordedContact(
                        before.get(), file.view(), new Assessment(null, null, null), null, List.of(), true);
            }
            Waits.Wait wait = report.touchpoint() == null ? null : waits.choose(caseId, report.touchpoint(), report);
            return wait == null ? recordBeside(file, report) : complete(file, wait, report, variables);
        });
    }

    private RecordedContact complete(
            CaseFile file, Waits.Wait wait, ReportedContact report, Map<String, Object> variables) {
        Submissions.Submission submission = new Submissions.Submission(wait.activityInstanceId(), report);
        submissions.during(submission, () -> waits.complete(wait, variables));
        Recorded recorded = submission
                .recorded()
                .orElseThrow(() -> new IllegalStateException(
                        "'" + report.touchpoint() + "' was completed, but recorded no contact"));
        return new RecordedContact(
                recorded.contact(), file.view(), recorded.assessment(), report.touchpoint(), List.of(), false);
    }

    private RecordedContact recordBeside(CaseFile file, ReportedContact report) {
        Journey journey = caseJourneys.of(file).orElse(null);
        String named = report.touchpoint();
        Touchpoint touchpoint = journey == null || named == null
                ? null
                : journey.touchpoint(named).orElse(null);
        NewContact contact;
        if (touchpoint != null) {
            NewContact.Place place = new NewContact.Place(
                    named, touchpoint.title(), touchpoint.phase(), true, true, touchpoint.recurring(), null);
            ContactReader.Setting setting = new ContactReader.Setting(place, literal(), null, clock.now());
            contact = contacts.readBeside(touchpoint, setting, report);
        } else if (report.channel() != null) {
            contact = contacts.read(NewContact.Place.adHoc(named, journey != null), report, report.channel());
        } else {
            throw new ChannelMissing();
        }
        Contact entry = file.contacts().record(contact);
        Steps.appointFirst(file, contact.user());
        if (journey != null) {
            gate.requireReadyAfter(entry.entry(), file, journey);
        }
        Assessment assessment = assess(file, entry);
        List<String> nearest =
                touchpoint != null || journey == null || named == null ? List.of() : Nearest.to(named, journey);
        return new RecordedContact(entry, file.view(), assessment, null, nearest, false);
    }

    /** Beside a running instance an expression of the model has no value. */
    private static UnaryOperator<String> literal() {
        return text -> Property.isExpression(text) ? "" : text;
    }

    @Override
    public Assessment decide(String caseId) {
        return in(() -> {
            CaseFile file = ledger.hold(caseId);
            file.promises().breakOverdue(clock.now());
            return assess(file, null);
        });
    }

    @Override
    public Case review(String caseId, Level level, String reason, @Nullable String actor) {
        return in(() -> {
            CaseFile file = ledger.hold(caseId);
            file.rises().review(level, reason, actor);
            caseEscalation.end(file, "reviewed: " + reason);
            return file.view();
        });
    }

    @Override
    public Assessment raise(String caseId, Level level, String reason, @Nullable String actor) {
        return in(() -> {
            CaseFile file = ledger.hold(caseId);
            Rise.Cause cause = new Rise.Cause(reason, null, null, null, null, null, null, actor);
            Rise rise = file.rises().raise(level, clock.now(), null, cause).orElse(null);
            Assessment assessment = new Assessment(rise, null, null);
            raises.queue(file, assessment);
            return assessment;
        });
    }

    @Override
    public HandoffEntry handOff(
            String caseId, NewHandoff handoff, @Nullable NewPromise nextStep, @Nullable String actor) {
        return in(() -> {
            CaseFile file = ledger.hold(caseId);
            int before = file.entries();
            if (nextStep != null) {
                file.promises().make(nextStep, clock.now());
            }
            Optional<Journey> journey = caseJourneys.of(file);
            NewHandoff made = journey.map(each -> handingOver.asDrawn(file, handoff, each.handoffs()))
                    .orElse(handoff);
            HandoffEntry entry = file.handoffs().make(made);
            journey.ifPresent(each -> gate.requireReadyAfter(before, file, each));
            assess(file, null);
            return entry;
        });
    }

    @Override
    public Case close(String caseId, String reason, @Nullable String actor) {
        return in(() -> {
            CaseFile file = ledger.hold(caseId);
            String instance = file.view().processInstance();
            file.close(reason, actor);
            caseEscalation.end(file, "closed: " + reason);
            messageTasks.end(caseId, "closed: " + reason);
            if (instance != null) {
                engine.withoutAuthorization(context -> {
                    engine.services()
                            .getRuntimeService()
                            .deleteProcessInstanceIfExists(instance, reason, false, true, false, false);
                    return null;
                });
            }
            return file.view();
        });
    }

    @Override
    public <T> T change(String caseId, Function<CaseFile, T> change) {
        return in(() -> change.apply(ledger.hold(caseId)));
    }

    @Override
    public Optional<Journey> journey(Case about) {
        return caseJourneys.of(about);
    }

    private Assessment assess(CaseFile file, @Nullable Contact contact) {
        Assessment assessment = decisions.ask(file, contact);
        raises.queue(file, assessment);
        return assessment;
    }

    @SuppressWarnings("NullAway") // the callbacks above never return null
    private <T> T in(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }
}
