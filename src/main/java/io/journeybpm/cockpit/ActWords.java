package io.journeybpm.cockpit;

import io.journeybpm.casework.FieldError;
import io.journeybpm.casework.Once;
import io.journeybpm.casework.Refusal;
import io.journeybpm.engine.Briefings.Announced;
import io.journeybpm.engine.JourneyRefused;
import io.journeybpm.engine.RunningCases.ChannelMissing;
import io.journeybpm.engine.RunningCases.SeveralWaiting;
import io.journeybpm.engine.StepBlocked;
import io.journeybpm.ledger.Answers;
import io.journeybpm.ledger.LedgerProblem.CaseClosed;
import io.journeybpm.ledger.LedgerProblem.CauseCircular;
import io.journeybpm.ledger.LedgerProblem.EntrySettled;
import io.journeybpm.ledger.LedgerProblem.EntryUnknown;
import io.journeybpm.visits.Readiness;
import java.util.List;
import java.util.stream.Collectors;

/** What came of an act, in words for whoever did it. */
final class ActWords {

    /** The field of a form that says why a visit goes ahead all the same. */
    static final String OVERRIDE = "override";

    private ActWords() {}

    /** What the next person still lacks because of it, as sentences to go on with; nothing if all is well. */
    static String lacking(Announced announced) {
        String briefs = announced.handoffs().stream()
                .filter(each -> !each.missing().isEmpty())
                .map(each ->
                        " " + Words.capital(Words.party(each.handoff().made().to())) + " still has to be told: "
                                + required(each.missing()) + ".")
                .collect(Collectors.joining());
        String visits = announced.visits().stream()
                .filter(each -> !each.missing().isEmpty())
                .map(ActWords::notReady)
                .collect(Collectors.joining());
        return briefs + visits;
    }

    private static String required(List<String> missing) {
        return missing.stream().map(Words::required).collect(Collectors.joining(", "));
    }

    private static String notReady(Readiness readiness) {
        return " The visit is not ready: " + String.join("; ", readiness.words()) + ".";
    }

    /** Why it was refused, as it is to be read above the form. */
    static String refused(Refusal refusal) {
        Throwable cause = refusal.cause();
        if (cause instanceof CaseClosed) {
            return "This case is closed. Open it again first, or give a time before it was closed.";
        }
        if (cause instanceof EntrySettled) {
            return "This was settled before; somebody else may have been faster.";
        }
        if (cause instanceof EntryUnknown) {
            return "This is no longer open, or never was in this case.";
        }
        if (cause instanceof CauseCircular) {
            return "That contact goes back to this one, so it can't be its cause.";
        }
        if (cause instanceof ChannelMissing) {
            return "Choose how it happened.";
        }
        if (cause instanceof SeveralWaiting) {
            return "This touchpoint waits several times in this case. Choose which one is meant.";
        }
        if (cause instanceof StepBlocked blocked) {
            String missing = String.join("; ", blocked.missing());
            return blocked.gate() == StepBlocked.Gate.VISIT
                    ? "The visit is not ready. Missing: " + missing
                            + ". Nothing was written. Mend it, or say why it goes ahead all the same."
                    : "The next person lacks: " + required(blocked.missing())
                            + ". Nothing was written. Add these facts first.";
        }
        if (cause instanceof JourneyRefused) {
            return "The journey can't go on from here by this form: it asks for more. Nothing was written. Complete the"
                    + " task in Tasklist. (" + refusal.detail() + ")";
        }
        if (cause instanceof Answers.KeyReused) {
            return "This form was sent before with other words. Open it again.";
        }
        if (refusal.later()) {
            return "Others kept changing this case. Nothing was written. Try again.";
        }
        return refusal.errors().isEmpty() ? Words.capital(refusal.detail()) + "." : "Something is to be put right.";
    }

    /** Each field at fault, by the names of the forms. */
    static List<FieldError> fields(Refusal refusal) {
        return refusal.errors().stream()
                .filter(each -> !each.field().equals(Once.KEY))
                .map(each -> switch (each.field()) {
                    case "override.reason" -> new FieldError(OVERRIDE, "is required to go ahead");
                    case "channel" ->
                        new FieldError("channel", each.message().startsWith("is") ? each.message() : "is required");
                    default -> each;
                })
                .toList();
    }
}
