package io.journeybpm.casework;

import io.journeybpm.engine.JourneyRefused;
import io.journeybpm.engine.RunningCases.ChannelMissing;
import io.journeybpm.engine.RunningCases.JourneyUnknown;
import io.journeybpm.engine.RunningCases.SeveralWaiting;
import io.journeybpm.engine.StepBlocked;
import io.journeybpm.engine.Transients;
import io.journeybpm.ledger.Answers;
import io.journeybpm.ledger.LedgerProblem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done to a case. Nothing was written.
 *
 * @param status what HTTP calls it
 * @param title of what kind it is
 * @param detail what is wrong, and what would be right
 * @param errors each field at fault; none: no field in particular
 * @param more what to choose from, or what is missing, by name
 * @param later whether the same call may well succeed in a moment
 * @param cause what was thrown
 */
public record Refusal(
        int status,
        String title,
        String detail,
        List<FieldError> errors,
        Map<String, Object> more,
        boolean later,
        Throwable cause) {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;

    /** Fields in which a caller names an entry; any other names it in the path. */
    private static final Set<String> IN_BODY = Set.of("causedBy", "keeps", "with");

    /** The refusal a failure stands for, looked for through its causes; empty for one nobody expected. */
    public static Optional<Refusal> of(Throwable failure) {
        return causes(failure)
                .flatMap(each -> known(each).stream())
                .findFirst()
                .or(() -> causes(failure)
                        .flatMap(each -> byTheJourney(each).stream())
                        .findFirst())
                .or(() -> whereOthersAreBusy(failure));
    }

    /** A failure and what lies behind it. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, each -> each.getCause() == each ? null : each.getCause());
    }

    /** The engine names the ledger's reasons as causes of its own; what is left over the model says. */
    private static Optional<Refusal> byTheJourney(Throwable failure) {
        return failure instanceof JourneyRefused
                ? Optional.of(plain(CONFLICT, "Journey refused", failure))
                : Optional.empty();
    }

    private static Optional<Refusal> whereOthersAreBusy(Throwable failure) {
        return Transients.isTransient(failure)
                ? Optional.of(new Refusal(
                        UNAVAILABLE,
                        "Busy",
                        "others kept changing the same case; nothing was written, try again",
                        List.of(),
                        Map.of(),
                        true,
                        failure))
                : Optional.empty();
    }

    private static Optional<Refusal> known(Throwable failure) {
        if (failure instanceof InvalidRequest invalid) {
            return Optional.of(new Refusal(
                    BAD_REQUEST, "Invalid request", messageOf(failure), invalid.errors(), Map.of(), false, failure));
        }
        if (failure instanceof LedgerProblem refused) {
            return Optional.of(ofLedger(refused));
        }
        if (failure instanceof JourneyUnknown) {
            return Optional.of(plain(NOT_FOUND, "Journey unknown", failure));
        }
        if (failure instanceof ChannelMissing) {
            return Optional.of(blaming(BAD_REQUEST, "Channel missing", failure, "channel"));
        }
        if (failure instanceof StepBlocked blocked) {
            return Optional.of(blaming(UNPROCESSABLE, title(blocked), failure, field(blocked))
                    .with(Map.of("missing", blocked.missing())));
        }
        if (failure instanceof SeveralWaiting several) {
            return Optional.of(plain(CONFLICT, "Several waiting", failure).with(Map.of("waiting", several.waiting())));
        }
        if (failure instanceof Answers.KeyReused) {
            return Optional.of(blaming(UNPROCESSABLE, Once.KEY + " reused", failure, Once.KEY));
        }
        if (failure instanceof Once.StillRunning) {
            Refusal running = blaming(CONFLICT, "Still running", failure, Once.KEY);
            return Optional.of(
                    new Refusal(CONFLICT, running.title, running.detail, running.errors, Map.of(), true, failure));
        }
        return Optional.empty();
    }

    private static String title(StepBlocked blocked) {
        return blocked.gate() == StepBlocked.Gate.HANDOFF ? "Handoff incomplete" : "Visit not ready";
    }

    /** What has to be told may be any field, or none of the body at all; a visit needs one answer in any case. */
    private static @Nullable String field(StepBlocked blocked) {
        return blocked.gate() == StepBlocked.Gate.VISIT ? "override.reason" : null;
    }

    private static Refusal ofLedger(LedgerProblem refused) {
        String field = refused.field();
        if (refused instanceof LedgerProblem.CaseUnknown) {
            return plain(NOT_FOUND, "Case unknown", refused);
        }
        if (refused instanceof LedgerProblem.CaseExists) {
            return blaming(CONFLICT, "Case exists", refused, field);
        }
        if (refused instanceof LedgerProblem.CaseClosed) {
            return plain(CONFLICT, "Case closed", refused);
        }
        if (refused instanceof LedgerProblem.EntryUnknown) {
            boolean inBody = IN_BODY.contains(field);
            return blaming(inBody ? BAD_REQUEST : NOT_FOUND, "Entry unknown", refused, field);
        }
        if (refused instanceof LedgerProblem.CauseCircular) {
            return blaming(UNPROCESSABLE, "Cause goes in a circle", refused, field);
        }
        if (refused instanceof LedgerProblem.CurrencyDiffers) {
            return blaming(BAD_REQUEST, "Currency differs", refused, field);
        }
        return blaming(CONFLICT, "Not possible now", refused, field);
    }

    private static Refusal plain(int status, String title, Throwable failure) {
        return blaming(status, title, failure, null);
    }

    private static Refusal blaming(int status, String title, Throwable failure, @Nullable String field) {
        String detail = messageOf(failure);
        List<FieldError> errors = field == null ? List.of() : List.of(new FieldError(field, detail));
        return new Refusal(status, title, detail, errors, Map.of(), false, failure);
    }

    private static String messageOf(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private Refusal with(Map<String, Object> told) {
        return new Refusal(status, title, detail, errors, told, later, cause);
    }
}
