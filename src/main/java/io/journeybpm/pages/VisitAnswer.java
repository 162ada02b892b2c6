package io.journeybpm.pages;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.casework.Once;
import io.journeybpm.engine.AnnouncedVisits.Question;
import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.pages.Slot.Window;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a visit went, as the visitor says it.
 *
 * @param outcome {@code done}, {@code partly}, {@code failed}, {@code missed} or {@code rework}
 * @param note what was done
 * @param open what is left to do
 * @param next when the visitor comes again
 * @param answers to the questions of the touchpoint's form, by their keys
 * @param at when the visitor said so, which may be long before it could be sent
 */
record VisitAnswer(
        @Nullable String outcome,
        @Nullable String note,
        @Nullable String open,
        @Nullable Next next,
        @Nullable Map<String, @Nullable Object> answers,
        @Nullable String at) {

    private static final Set<Outcome> OFFERED =
            EnumSet.of(Outcome.DONE, Outcome.PARTLY, Outcome.FAILED, Outcome.MISSED, Outcome.REWORK);

    /**
     * When the visitor comes again.
     *
     * @param what for
     * @param day as a date; absent: nobody knows yet
     * @param from time of day
     * @param to time of day
     */
    record Next(
            @Nullable String what,
            @Nullable String day,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * An answer that was read.
     *
     * @param digest tells it from another answer; when it was given is left out, as it is given again with each attempt
     */
    record Said(
            Outcome outcome,
            @Nullable String note,
            @Nullable String open,
            @Nullable NewPromise next,
            Map<String, Object> answers,
            Instant at,
            String digest) {}

    /**
     * Reads it.
     *
     * @param party who would come again
     * @param announced when the visit was announced: no answer is older
     * @throws io.journeybpm.casework.InvalidRequest if anything in it is wrong
     */
    Said read(@Nullable String party, List<Question> questions, Instant announced, Instant now, ZoneId zone) {
        Checks checks = new Checks();
        checks.required("outcome", outcome, Limits.SENTENCE);
        Outcome how = checks.word("outcome", Outcome.class, outcome);
        if (how != null && !OFFERED.contains(how)) {
            checks.wrong("outcome", "isn't offered here");
        }
        String done = checks.text("note", note, Limits.NOTE);
        String left = checks.text("open", open, Limits.NOTE);
        NewPromise again = next == null ? null : next(next, party, now, zone, checks);
        Map<String, Object> told = FormAnswers.read(questions, answers, how == Outcome.MISSED, checks);
        checks.done();
        String digest = digest(how + "\n" + done + "\n" + left + "\n" + next + "\n" + new LinkedHashMap<>(told));
        return new Said(
                how == null ? Outcome.DONE : how, done, left, again, told, SaidAt.moment(at, announced, now), digest);
    }

    private static @Nullable NewPromise next(
            Next next, @Nullable String party, Instant now, ZoneId zone, Checks checks) {
        String what = checks.required("next.what", next.what, Limits.SENTENCE);
        Window window = next.day == null || next.day.isBlank()
                ? null
                : Slot.read("next.", next.day, next.from, next.to, now, zone, checks);
        return new NewPromise(
                what,
                null,
                party,
                window == null ? null : window.from(),
                window == null ? null : window.to(),
                NewPromise.Origin.NEXT_STEP);
    }

    private static String digest(String text) {
        return Once.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
