package io.journeybpm.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody's word, given in this transaction, that a closed gate is to be passed; used or not, it ends with it. */
public final class CaseOverrides {

    private final CaseFile file;
    private final Set<String> used = new HashSet<>();
    private @Nullable String reason;
    private @Nullable String actor;

    CaseOverrides(CaseFile file) {
        this.file = file;
    }

    /** Gives the reason for passing whatever gate is closed; an absent one changes nothing. */
    public void give(@Nullable String reason, @Nullable String actor) {
        if (reason != null) {
            this.reason = reason;
            this.actor = actor;
        }
    }

    /**
     * Passes a gate, where a reason was given, and records who did and why; once, however often the gate is met.
     *
     * @param gate what is passed
     * @param missing what it was closed for
     */
    public boolean pass(String gate, List<String> missing) {
        if (reason == null) {
            return false;
        }
        if (used.add(gate)) {
            file.note(
                    Event.Kind.VISIT_OVERRIDDEN,
                    actor,
                    gate,
                    reason + " (missing: " + String.join(", ", missing) + ")");
        }
        return true;
    }
}
