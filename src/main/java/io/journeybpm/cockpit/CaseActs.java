package io.journeybpm.cockpit;

import io.journeybpm.casework.Casework;
import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.casework.Limits;
import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Fact;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what was filled in. A form is read at once, so that what is wrong with it is said before anything is done;
 * what it does is given back, to be done in a transaction, and says in a sentence what has been done.
 */
final class CaseActs {

    private static final String REASON = "reason";
    private static final String ENTRY = "entry";

    private final RunningCases running;
    private final Casework casework;
    private final Briefings briefings;
    private final ContactActs contacts;
    private final People people;

    CaseActs(RunningCases running, Casework casework, Briefings briefings, ContactActs contacts, People people) {
        this.running = running;
        this.casework = casework;
        this.briefings = briefings;
        this.contacts = contacts;
        this.people = people;
    }

    /**
     * Reads a form.
     *
     * @throws InvalidRequest if anything in it is wrong
     */
    Supplier<String> read(Act act, String caseId, Form form, @Nullable String user, Words words) {
        return switch (act) {
            case CONTACT -> contacts.record(caseId, form, user, words);
            case VOID -> contacts.takeBack(caseId, form, user);
            case CAUSE -> contacts.cause(caseId, form, user);
            case PROMISE -> promise(caseId, form, user, words);
            case PROMISE_KEPT -> settle(caseId, form, Promise.State.KEPT, user);
            case PROMISE_WITHDRAWN -> settle(caseId, form, Promise.State.WITHDRAWN, user);
            case PROMISE_MOVED -> move(caseId, form, user, words);
            case ACKNOWLEDGE -> acknowledge(caseId, form, user);
            case FACT -> tell(caseId, form, user);
            case AMBASSADOR -> appoint(caseId, form, user);
            case LEVEL -> raise(caseId, form, user);
            case REVIEW -> review(caseId, form, user);
            case CLOSE -> close(caseId, form, user);
            case REOPEN -> reopen(caseId, form, user);
        };
    }

    private Supplier<String> promise(String caseId, Form form, @Nullable String user, Words words) {
        NewPromise promise = form.promise();
        String override = form.text("override", Limits.SENTENCE);
        form.done();
        return () -> {
            Casework.Promised made = casework.promise(caseId, promise, new Casework.Aside(List.of(), override, user));
            return "Promised as #" + made.promise().entry() + ", " + words.window(made.promise()) + "."
                    + ActWords.lacking(made.announced());
        };
    }

    private Supplier<String> settle(String caseId, Form form, Promise.State state, @Nullable String user) {
        int entry = form.requiredEntry(ENTRY);
        String reason = state == Promise.State.KEPT
                ? form.text(REASON, Limits.SENTENCE)
                : form.required(REASON, Limits.SENTENCE);
        form.done();
        return () -> {
            Promise settled = running.change(caseId, file -> file.promises().settle(entry, state, reason, user));
            return switch (settled.state()) {
                case KEPT -> "The promise is kept.";
                case LATE -> "The promise is kept, but late.";
                default -> "The promise is withdrawn.";
            };
        };
    }

    private Supplier<String> move(String caseId, Form form, @Nullable String user, Words words) {
        int entry = form.requiredEntry(ENTRY);
        form.required("date", Limits.NAME);
        Form.Window window = form.window();
        String reason = form.required(REASON, Limits.SENTENCE);
        form.done();
        return () -> {
            Promise moved = running.change(caseId, file -> file.promises()
                    .move(entry, window.from(), Objects.requireNonNull(window.to()), reason, user));
            return "The promise is moved to " + words.window(moved) + ".";
        };
    }

    private Supplier<String> acknowledge(String caseId, Form form, @Nullable String user) {
        int entry = form.requiredEntry(ENTRY);
        form.done();
        return () -> "Read on behalf of "
                + Words.party(running.change(caseId, file -> file.handoffs().acknowledge(entry, user))
                        .made()
                        .to())
                + ".";
    }

    private Supplier<String> tell(String caseId, Form form, @Nullable String user) {
        Fact fact = new Fact(
                form.required("name", Limits.NAME),
                form.required("value", Limits.NOTE),
                form.text("showAt", Limits.NAME));
        form.done();
        return () -> {
            briefings.tell(caseId, fact, user);
            return "Kept: " + fact.name() + ".";
        };
    }

    private Supplier<String> appoint(String caseId, Form form, @Nullable String user) {
        String ambassador = form.required("user", Limits.NAME);
        String reason = form.required(REASON, Limits.SENTENCE);
        if (!ambassador.isEmpty() && people.isUnknown(ambassador, user)) {
            form.wrong("user", "is nobody's user name; look for one by a name");
        }
        form.done();
        return () -> casework.whileOpen(caseId, file -> {
            file.appoint(ambassador, reason, user);
            return ambassador + " is the ambassador.";
        });
    }

    private Supplier<String> raise(String caseId, Form form, @Nullable String user) {
        Level level = form.chosen("level", Level.class);
        String reason = form.required(REASON, Limits.SENTENCE);
        form.done();
        return () -> {
            Level before = casework.whileOpen(caseId, CaseFile::level);
            if (running.raise(caseId, Objects.requireNonNull(level), reason, user)
                            .rise()
                    == null) {
                throw new InvalidRequest("level", "is to be above the level of the case, " + before.word());
            }
            return "The level is now " + level.word() + ".";
        };
    }

    private Supplier<String> review(String caseId, Form form, @Nullable String user) {
        Level level = form.chosen("level", Level.class);
        String reason = form.required(REASON, Limits.SENTENCE);
        form.done();
        return () -> {
            Level before = casework.whileOpen(caseId, CaseFile::level);
            if (Objects.requireNonNull(level).isAbove(before)) {
                throw new InvalidRequest("level", "is above the level of the case; a review doesn't raise it");
            }
            running.review(caseId, level, reason, user);
            return "Reviewed. The level is now " + level.word() + ", and contacts are counted anew.";
        };
    }

    private Supplier<String> close(String caseId, Form form, @Nullable String user) {
        String reason = form.required(REASON, Limits.SENTENCE);
        form.done();
        return () -> {
            running.close(caseId, reason, user);
            return "The case is closed.";
        };
    }

    private Supplier<String> reopen(String caseId, Form form, @Nullable String user) {
        String reason = form.required(REASON, Limits.SENTENCE);
        form.done();
        return () -> running.change(caseId, file -> {
            file.reopen(reason, user);
            return "The case is open again. What ended is not started again.";
        });
    }
}
