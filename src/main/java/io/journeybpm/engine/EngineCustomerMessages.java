package io.journeybpm.engine;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.LedgerProblem.CaseClosed;
import io.journeybpm.ledger.LedgerProblem.EntryUnknown;
import io.journeybpm.ledger.NewContact.Reasons;
import io.journeybpm.ledger.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Messages as contacts of the case, recorded the way REST's are. The case is held first, so that two taps of one finger
 * come one after the other, and the second finds the first.
 */
final class EngineCustomerMessages implements CustomerMessages {

    private static final String ASKED_WHEN = Kind.WHEN.prefix();

    /** Whoever asks again sooner has not been kept waiting twice. */
    private static final Duration SAME_QUESTION = Duration.ofHours(4);

    private final RunningCases running;
    private final CustomerMessageTasks tasks;
    private final CaseClock clock;

    EngineCustomerMessages(RunningCases running, CustomerMessageTasks tasks, CaseClock clock) {
        this.running = running;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public Taken take(String caseId, Message message) {
        return running.change(caseId, file -> take(file, message));
    }

    private Taken take(CaseFile file, Message message) {
        if (!file.isOpen()) {
            throw new CaseClosed(file.view());
        }
        Instant now = clock.now();
        Promise promise = message.promise() == null ? null : promise(file, message.promise());
        boolean act = needsSomebody(file, message.kind(), now);
        String externalId = externalId(message, now);
        boolean repeated = message.kind() == Kind.WHEN
                ? askedLately(file, now)
                : file.contacts().reportedAs(externalId).isPresent();
        String open = act ? open(message, promise) : null;
        if (!repeated) {
            running.record(
                    file.caseId(),
                    ReportedContact.builder()
                            .channel(Channel.WEB)
                            .direction(Direction.INBOUND)
                            .outcome(Outcome.DONE)
                            .reason(reason(message.kind()))
                            .note(message.text())
                            .leftOpen(open)
                            .externalId(externalId)
                            .build());
        }
        if (open != null && (!repeated || message.kind() == Kind.WHEN)) {
            tasks.put(file.caseId(), file.ambassador(), open);
        }
        return new Taken(repeated, act);
    }

    private static Promise promise(CaseFile file, int entry) {
        return file.promises().open().stream()
                .filter(each -> each.entry() == entry)
                .findFirst()
                .orElseThrow(() -> new EntryUnknown("promise", EntryId.of(file.caseId(), entry), "promise"));
    }

    /** A promise that stands answers by itself when somebody comes; an idea waits for whoever collects them. */
    private static boolean needsSomebody(CaseFile file, Kind kind, Instant now) {
        return switch (kind) {
            case WHEN -> file.promises().open().stream().noneMatch(each -> each.isBooked(now));
            case UNFIT, QUESTION -> true;
            case SUGGESTION -> false;
        };
    }

    private static boolean askedLately(CaseFile file, Instant now) {
        return file.contacts().externalIds(ASKED_WHEN).stream()
                .map(each -> Instant.parse(each.substring(ASKED_WHEN.length())))
                .anyMatch(each -> each.plus(SAME_QUESTION).isAfter(now));
    }

    private static String externalId(Message message, Instant now) {
        return message.kind().prefix() + (message.kind() == Kind.WHEN ? now : message.id());
    }

    private static String reason(Kind kind) {
        return switch (kind) {
            case WHEN -> Reasons.CHASING;
            case UNFIT -> Reasons.RESCHEDULE;
            case QUESTION -> Reasons.QUESTION;
            case SUGGESTION -> Reasons.SUGGESTION;
        };
    }

    private static String open(Message message, @Nullable Promise promise) {
        String words = message.text() == null ? "" : ": " + message.text();
        String open =
                switch (message.kind()) {
                    case WHEN -> "Tell the customer when somebody comes; nobody has named a time that still stands";
                    case UNFIT ->
                        "Agree another time for '" + what(promise) + "' (promise "
                                + (promise == null ? "unknown" : promise.id()) + "), the customer can't";
                    case QUESTION, SUGGESTION -> "Answer the customer";
                };
        String whole = open + words;
        return whole.substring(0, Math.min(whole.length(), Fields.TEXT));
    }

    private static String what(@Nullable Promise promise) {
        return promise == null
                ? "the next step"
                : Objects.toString(promise.made().what());
    }
}
