package io.journeybpm.rest;

import io.journeybpm.casework.Texts;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What comes next for a customer, in words that can be read out on the phone. */
final class SaidAloud {

    private static final String TEXTS = "io.journeybpm.rest.said";

    /** The first is spoken where the caller asks for none of them. */
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("da"), Locale.forLanguageTag("sv"));

    private final ZoneId zone;

    SaidAloud(ZoneId zone) {
        this.zone = zone;
    }

    /** The language to speak, of those a browser asks for. */
    static Locale language(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return LANGUAGES.get(0);
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(asked), LANGUAGES);
            return found == null ? LANGUAGES.get(0) : found;
        } catch (IllegalArgumentException malformed) {
            return LANGUAGES.get(0);
        }
    }

    /** The next step of a case; where there is none that can be told, who calls back. */
    String nextStepOf(Case shown, Instant now, Locale language) {
        Voice voice = new Voice(language, zone, LocalDate.ofInstant(now, zone));
        List<String> sentences = new ArrayList<>();
        List<Promise> open = shown.openPromises();
        Promise missed =
                open.stream().filter(each -> each.isOverdue(now)).findFirst().orElse(null);
        Promise next =
                open.stream().filter(each -> !each.isOverdue(now)).findFirst().orElse(null);
        boolean booked = next != null && next.state() == Promise.State.OPEN;
        if (missed != null) {
            sentences.add(voice.say("overdue", what(voice, missed), voice.until(missed)));
        }
        if (booked) {
            sentences.add(voice.say("booked", what(voice, next), voice.when(next, now)));
        } else if (next != null) {
            sentences.add(voice.say("unscheduled", what(voice, next)));
        } else if (missed == null) {
            sentences.add(voice.say("nothing"));
        }
        if (missed != null || !booked) {
            String ambassador = shown.ambassador();
            sentences.add(ambassador == null ? voice.say("we-call-back") : voice.say("calls-back", ambassador));
        }
        return String.join(" ", sentences);
    }

    private static String what(Voice voice, Promise promise) {
        NewPromise made = promise.made();
        String party = made.party() == null ? null : Texts.spaced(made.party());
        String what = made.what();
        boolean named = party == null || what.toLowerCase(Locale.ROOT).contains(party.toLowerCase(Locale.ROOT));
        return named ? what : voice.say("by", what, party);
    }

    /**
     * One language on one day.
     *
     * @param texts in that language
     * @param language for names of days and months
     * @param zone the customer's
     * @param today there
     */
    private record Voice(ResourceBundle texts, Locale language, ZoneId zone, LocalDate today) {

        Voice(Locale language, ZoneId zone, LocalDate today) {
            this(
                    ResourceBundle.getBundle(
                            TEXTS,
                            language,
                            SaidAloud.class.getClassLoader(),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                    language,
                    zone,
                    today);
        }

        String say(String key, Object... values) {
            return new MessageFormat(texts.getString(key), language).format(values);
        }

        /** When a step comes: within hours, days, or by a time where its window is open already. */
        String when(Promise promise, Instant now) {
            Instant from = promise.made().from();
            Instant to = promise.made().to();
            if (from == null || to == null || !from.isAfter(now)) {
                return until(promise);
            }
            ZonedDateTime begins = from.atZone(zone);
            ZonedDateTime ends = to.minusMillis(1).atZone(zone);
            if (!begins.toLocalDate().equals(ends.toLocalDate())) {
                return say("between-days", day(begins.toLocalDate()), day(ends.toLocalDate()));
            }
            ZonedDateTime closes = to.atZone(zone);
            boolean wholeDay = begins.toLocalTime().equals(LocalTime.MIDNIGHT)
                    && closes.toLocalTime().equals(LocalTime.MIDNIGHT);
            return wholeDay
                    ? day(begins.toLocalDate())
                    : say("between-hours", day(begins.toLocalDate()), time(begins), time(closes));
        }

        /** By when. */
        String until(Promise promise) {
            Instant to = promise.made().to();
            if (to == null) {
                return "";
            }
            ZonedDateTime closes = to.atZone(zone);
            return closes.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? say("by-day", day(closes.toLocalDate().minusDays(1)))
                    : say("by-hour", day(closes.toLocalDate()), time(closes));
        }

        private String day(LocalDate day) {
            if (day.equals(today)) {
                return texts.getString("today");
            }
            return day.equals(today.plusDays(1))
                    ? texts.getString("tomorrow")
                    : DateTimeFormatter.ofPattern(texts.getString("day"), language)
                            .format(day);
        }

        private String time(ZonedDateTime time) {
            String pattern = time.getMinute() == 0 ? "hour" : "minute";
            return DateTimeFormatter.ofPattern(texts.getString(pattern), language)
                    .format(time);
        }
    }
}
