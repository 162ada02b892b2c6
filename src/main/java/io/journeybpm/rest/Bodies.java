package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewHandoff;
import io.journeybpm.ledger.NewPromise;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The short bodies of what is done to a case. */
final class Bodies {

    private Bodies() {}

    /**
     * A level with a reason.
     *
     * @param level one of the levels
     * @param reason why
     */
    record LevelBody(@Nullable String level, @Nullable String reason) {

        /** What was read of it. */
        record Said(Level level, String reason) {}

        Said read() {
            Checks checks = new Checks();
            if (level == null || level.isBlank()) {
                checks.wrong("level", "is required, one of " + String.join(", ", Word.all(Level.class)));
            }
            Level wanted = checks.word("level", Level.class, level);
            String why = checks.required("reason", reason, Limits.SENTENCE);
            checks.done();
            return new Said(wanted == null ? Level.NONE : wanted, why);
        }
    }

    /**
     * An ambassador.
     *
     * @param user who it is to be
     * @param reason why
     */
    record AmbassadorBody(@Nullable String user, @Nullable String reason) {

        /** What was read of it. */
        record Said(String user, @Nullable String reason) {}

        Said read() {
            Checks checks = new Checks();
            Said said = new Said(
                    checks.required("user", user, Limits.NAME), checks.text("reason", reason, Limits.SENTENCE));
            checks.done();
            return said;
        }
    }

    /**
     * Why something is done.
     *
     * @param reason in words
     */
    record ReasonBody(@Nullable String reason) {

        String required() {
            Checks checks = new Checks();
            String why = checks.required("reason", reason, Limits.SENTENCE);
            checks.done();
            return why;
        }

        /** The reason of a body that may be absent as a whole. */
        static @Nullable String optional(@Nullable ReasonBody body) {
            Checks checks = new Checks();
            String why = body == null ? null : checks.text("reason", body.reason, Limits.SENTENCE);
            checks.done();
            return why;
        }
    }

    /**
     * What made a contact necessary.
     *
     * @param causedBy id of an earlier contact of the case
     * @param reason how that is known
     */
    record CauseBody(@Nullable String causedBy, @Nullable String reason) {

        /** What was read of it. */
        record Said(int causedBy, String reason) {}

        Said read(String caseId) {
            Checks checks = new Checks();
            String id = checks.required("causedBy", causedBy, Limits.NAME);
            OptionalInt entry = EntryId.within(caseId, id);
            if (entry.isEmpty() && !id.isEmpty()) {
                checks.wrong("causedBy", "isn't the contactId of a contact of this case");
            }
            String why = checks.required("reason", reason, Limits.SENTENCE);
            checks.done();
            return new Said(entry.orElseThrow(), why);
        }
    }

    /**
     * Who has read the brief.
     *
     * @param party the party that meets the customer next
     */
    record PartyBody(@Nullable String party) {

        String required() {
            Checks checks = new Checks();
            String reader = checks.required("party", party, Limits.NAME);
            checks.done();
            return reader;
        }
    }

    /**
     * Why a visit is to be sent though something is missing.
     *
     * @param reason in words
     */
    record OverrideBody(@Nullable String reason) {

        /** The reason; not to be used unless {@link Checks#done()} passes. */
        static @Nullable String read(String at, @Nullable OverrideBody override, Checks checks) {
            return override == null ? null : checks.required(at + "override.reason", override.reason, Limits.SENTENCE);
        }
    }

    /**
     * Another window for a promise.
     *
     * @param from when it opens
     * @param to when it closes
     * @param reason why
     */
    record MoveBody(
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {

        /** What was read of it. */
        record Said(
                @Nullable Instant from,
                Instant to,
                @Nullable String reason) {}

        Said read() {
            Checks checks = new Checks();
            PromiseBody.Window window = PromiseBody.Window.read("", from, to, checks);
            checks.required("to", to, Limits.NAME);
            String why = checks.text("reason", reason, Limits.SENTENCE);
            checks.done();
            return new Said(window.from(), Objects.requireNonNull(window.to()), why);
        }
    }

    /**
     * A handoff.
     *
     * @param from who hands over
     * @param to who takes over
     * @param done what was done
     * @param open what is left to do
     * @param nextStep what was promised next
     * @param override why the next visit is booked though it isn't ready
     */
    record HandoffBody(
            @Nullable String from,
            @Nullable String to,
            @Nullable String done,
            @Nullable String open,
            @Nullable PromiseBody nextStep,
            @Nullable OverrideBody override) {

        /** What was read of it. */
        record Said(
                NewHandoff handoff,
                @Nullable NewPromise nextStep,
                @Nullable String overrideReason) {}

        Said read() {
            Checks checks = new Checks();
            Said said = new Said(
                    NewHandoff.reported(
                            checks.text("from", from, Limits.NAME),
                            checks.required("to", to, Limits.NAME),
                            checks.text("done", done, Limits.NOTE),
                            checks.text("open", open, Limits.NOTE)),
                    nextStep == null ? null : nextStep.read("nextStep.", checks),
                    OverrideBody.read("", override, checks));
            checks.done();
            return said;
        }
    }
}
