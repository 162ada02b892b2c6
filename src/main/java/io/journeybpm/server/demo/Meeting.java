package io.journeybpm.server.demo;

import io.journeybpm.engine.ReportedContact;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Money;
import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.Costs;
import io.journeybpm.ledger.Incident;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Score;
import io.journeybpm.server.demo.Story.Act;
import io.journeybpm.server.demo.Story.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody meets the customer. At a task of the journey the visitor fills in the task's form, as Tasklist would; what
 * no form asks, a score or a cause, comes in as a report, as does a contact the journey doesn't have.
 */
final class Meeting implements Act {

    private final @Nullable String task;
    private final Cast who;
    private final @Nullable Channel channel;
    private final @Nullable Direction direction;
    private final Map<String, Object> answers = new HashMap<>();
    private final List<String> incidents = new ArrayList<>();
    private Outcome outcome = Outcome.DONE;
    private String note = "";
    private int asksAgain;
    private Costs costs = Costs.UNKNOWN;
    private @Nullable String leaves;
    private @Nullable String reason;
    private @Nullable Cast because;
    private @Nullable Score score;
    private @Nullable Next next;

    private record Next(String what, Cast who, @Nullable Window window) {}

    private Meeting(@Nullable String task, Cast who, @Nullable Channel channel, @Nullable Direction direction) {
        this.task = task;
        this.who = who;
        this.channel = channel;
        this.direction = direction;
    }

    static Meeting at(String task, Cast who) {
        return new Meeting(task, who, null, null);
    }

    static Meeting besides(Cast who, Channel channel, Direction direction) {
        return new Meeting(null, who, channel, direction);
    }

    /** All was done. */
    Meeting done(String note) {
        return ended(Outcome.DONE, note);
    }

    /** Something is left. */
    Meeting partly(String note) {
        return ended(Outcome.PARTLY, note);
    }

    /** It did not work. */
    Meeting failed(String note) {
        return ended(Outcome.FAILED, note);
    }

    /** Earlier work was done again. */
    Meeting redone(String note) {
        return ended(Outcome.REWORK, note);
    }

    private Meeting ended(Outcome outcome, String note) {
        this.outcome = outcome;
        this.note = note;
        return this;
    }

    /** What the next visitor finds unfinished. */
    Meeting leaves(String open) {
        this.leaves = open;
        return this;
    }

    /** A further field of the task's form. */
    Meeting answers(String field, String value) {
        answers.put(field, value);
        return this;
    }

    /** Why the customer called. */
    Meeting about(String reason) {
        this.reason = reason;
        return this;
    }

    /** The customer answers what was answered before. */
    Meeting asksAgain(int questions) {
        this.asksAgain = questions;
        return this;
    }

    /** What went badly for the customer. */
    Meeting but(String incident) {
        incidents.add(incident);
        return this;
    }

    /** It would not have been necessary but for what this one did last. */
    Meeting because(Cast cause) {
        this.because = cause;
        return this;
    }

    /** Who comes next, and when. */
    Meeting next(String what, Cast who, Window window) {
        this.next = new Next(what, who, window);
        return this;
    }

    /** Who comes next; nobody can say when. */
    Meeting nextSomeDay(String what, Cast who) {
        this.next = new Next(what, who, null);
        return this;
    }

    Meeting costs(String company, String customer) {
        Money paid = Money.parse(company);
        this.costs = new Costs(paid.amount(), Money.parse(customer).amount(), paid.currency());
        return this;
    }

    /** How content the customer was with this contact, 1 to 5. */
    Meeting csat(int value) {
        this.score = new Score("csat", BigDecimal.valueOf(value));
        return this;
    }

    /** Whether the customer would recommend the company, 0 to 10. */
    Meeting nps(int value) {
        this.score = new Score("nps", BigDecimal.valueOf(value));
        return this;
    }

    @Override
    public void play(Stage stage) {
        Integer cause = because == null ? null : stage.lastContactOf(because);
        if (task == null) {
            stage.record(report(stage, cause));
        } else {
            stage.complete(task, form(stage), beyondTheForm(cause));
        }
    }

    private Map<String, Object> form(Stage stage) {
        Map<String, Object> form = new HashMap<>(answers);
        form.put("outcome", outcome.word());
        form.put("note", note);
        form.put("incidents", String.join(", ", incidents));
        if (leaves != null) {
            form.put("open", leaves);
        }
        if (next != null) {
            form.put("nextStepWhat", next.what);
            form.put("nextStepParty", next.who.party());
            if (next.window != null) {
                form.put("nextStepFrom", stage.at(next.window.from()).toString());
                form.put("nextStepTo", stage.at(next.window.to()).toString());
            }
        }
        return form;
    }

    private ReportedContact beyondTheForm(@Nullable Integer cause) {
        return ReportedContact.builder()
                .touchpoint(task)
                .user(who.user())
                .causedBy(cause)
                .reason(reason)
                .repeatedQuestions(asksAgain)
                .costs(costs)
                .score(score)
                .build();
    }

    private ReportedContact report(Stage stage, @Nullable Integer cause) {
        NewPromise promise = next == null ? null : stage.promise(next.what, next.who, next.window);
        return ReportedContact.builder()
                .channel(channel)
                .direction(direction)
                .party(who.party())
                .user(who.user())
                .outcome(outcome)
                .causedBy(cause)
                .reason(reason)
                .incidents(incidents.stream().map(Incident::of).toList())
                .repeatedQuestions(asksAgain)
                .costs(costs)
                .score(score)
                .note(note)
                .leftOpen(leaves)
                .nextStep(promise)
                .build();
    }
}
