package io.journeybpm.ledger;

import org.jspecify.annotations.Nullable;

/** Why the ledger did not take an entry. Nothing was written. */
public abstract sealed class LedgerProblem extends RuntimeException {

    private final @Nullable String field;

    private LedgerProblem(String message, @Nullable String field) {
        super(message);
        this.field = field;
    }

    /** The field of the entry that is wrong, as the outside names it; absent if no single one is. */
    public @Nullable String field() {
        return field;
    }

    /** There is no such case. */
    public static final class CaseUnknown extends LedgerProblem {
        public CaseUnknown(String caseId) {
            super("there is no case '" + caseId + "'", null);
        }
    }

    /** The case exists already. */
    public static final class CaseExists extends LedgerProblem {
        public CaseExists(String caseId) {
            super("the case '" + caseId + "' exists already; a case id is used once", "caseId");
        }
    }

    /** The case is closed and the entry is later than its closing. */
    public static final class CaseClosed extends LedgerProblem {
        public CaseClosed(Case closed) {
            super(
                    "the case '" + closed.caseId() + "' was closed at " + closed.closedAt()
                            + "; POST …/reopen with a reason reopens it, an earlier occurredAt is accepted",
                    null);
        }
    }

    /** The case is not in the state this needs. */
    public static final class CaseNotReady extends LedgerProblem {
        public CaseNotReady(String message) {
            super(message, null);
        }
    }

    /** There is no such entry in the case. */
    public static final class EntryUnknown extends LedgerProblem {
        public EntryUnknown(String what, String id, @Nullable String field) {
            super("the case has no " + what + " '" + id + "'", field);
        }
    }

    /** A contact can't go back to one that goes back to it. */
    public static final class CauseCircular extends LedgerProblem {
        public CauseCircular(String contact, String causedBy) {
            super(
                    "contact '" + causedBy + "' goes back to '" + contact + "' itself, so it can't have caused it",
                    "causedBy");
        }
    }

    /** The entry was settled before. */
    public static final class EntrySettled extends LedgerProblem {
        public EntrySettled(String message) {
            super(message, null);
        }
    }

    /** The case keeps as many facts as it can. */
    public static final class TooManyFacts extends LedgerProblem {
        public TooManyFacts(int most) {
            super("the case keeps " + most + " facts already; tell one of them anew, or write it in a note", "name");
        }
    }

    /** The case, or the visit, has as many photos as it can keep. */
    public static final class TooManyPhotos extends LedgerProblem {
        public TooManyPhotos(String of, int most) {
            super("the " + of + " has " + most + " photos already, which is the most it can keep", "photo");
        }
    }

    /** A cost in another currency than the case's costs before. */
    public static final class CurrencyDiffers extends LedgerProblem {
        public CurrencyDiffers(String before, String now) {
            super("the case's costs are in " + before + ", not in " + now + ": one currency per journey", "costs");
        }
    }
}
