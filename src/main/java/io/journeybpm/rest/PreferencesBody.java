package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.casework.Limits;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Purpose;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Preferences;
import io.journeybpm.ledger.Preferences.Cap;
import io.journeybpm.ledger.Preferences.OptOut;
import io.journeybpm.ledger.Preferences.QuietHours;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a customer wants to be contacted.
 *
 * @param zone the customer's time zone, such as {@code Europe/Copenhagen}; absent: that of the settings
 * @param quietHours when not to disturb; absent: those of the settings
 * @param segment what kind of customer
 * @param optOuts what the customer doesn't want
 * @param caps the most the customer wants, by purpose; 0 is none, absent is no cap
 */
record PreferencesBody(
        @Nullable String zone,
        @Nullable HoursBody quietHours,
        @Nullable String segment,
        @Nullable List<@Nullable OptOutBody> optOuts,
        @Nullable Map<String, @Nullable CapBody> caps) {

    /** More a day than this is no cap. */
    private static final int MOST = 1_000;

    /**
     * Hours of a day, over midnight where they end before they begin.
     *
     * @param from such as {@code 21:00}
     * @param to such as {@code 08:00}
     */
    record HoursBody(@Nullable String from, @Nullable String to) {

        @Nullable
        QuietHours read(Checks checks) {
            LocalTime begin = time("quietHours.from", from, checks);
            LocalTime end = time("quietHours.to", to, checks);
            if (begin != null && begin.equals(end)) {
                checks.wrong("quietHours.to", "is the same as from; no hour of the day would be left, or all of them");
            }
            return begin == null || end == null ? null : new QuietHours(begin, end);
        }

        private static @Nullable LocalTime time(String field, @Nullable String written, Checks checks) {
            String text = checks.required(field, written, Limits.NAME);
            try {
                return text.isEmpty() ? null : LocalTime.parse(text.strip());
            } catch (DateTimeException malformed) {
                checks.wrong(field, "isn't a time of day such as 21:00");
                return null;
            }
        }
    }

    /**
     * What a customer doesn't want.
     *
     * @param channel absent: on any
     * @param purpose absent: for any
     */
    record OptOutBody(@Nullable String channel, @Nullable String purpose) {

        OptOut read(String at, Checks checks) {
            Channel way = checks.word(at + "channel", Channel.class, channel);
            Purpose what = checks.word(at + "purpose", Purpose.class, purpose);
            if ((channel == null || channel.isBlank()) && (purpose == null || purpose.isBlank())) {
                checks.wrong(at + "purpose", "is required where no channel is said");
            }
            return new OptOut(way, what);
        }
    }

    /**
     * The most of one purpose.
     *
     * @param perDay since the customer's midnight
     * @param perWeek in 7 days
     * @param perMonth in 30 days
     */
    record CapBody(
            @Nullable Integer perDay,
            @Nullable Integer perWeek,
            @Nullable Integer perMonth) {

        Cap read(String at, Checks checks) {
            Cap cap = new Cap(
                    most(at + "perDay", perDay, checks),
                    most(at + "perWeek", perWeek, checks),
                    most(at + "perMonth", perMonth, checks));
            if (perDay == null && perWeek == null && perMonth == null) {
                checks.wrong(at + "perWeek", "is required where neither perDay nor perMonth is said");
            }
            return cap;
        }

        private static @Nullable Integer most(String field, @Nullable Integer said, Checks checks) {
            if (said != null && (said < 0 || said > MOST)) {
                checks.wrong(field, "lies outside 0 to " + MOST);
            }
            return said;
        }
    }

    /**
     * Reads it.
     *
     * @throws InvalidRequest if anything in it is wrong
     */
    Preferences read() {
        Checks checks = new Checks();
        List<OptOut> refused = new ArrayList<>();
        List<OptOutBody> items = checks.list("optOuts", optOuts);
        for (int at = 0; at < items.size(); at++) {
            refused.add(items.get(at).read("optOuts[" + at + "].", checks));
        }
        Preferences said = new Preferences(
                place(checks),
                quietHours == null ? null : quietHours.read(checks),
                checks.text("segment", segment, Limits.NAME),
                refused,
                most(checks));
        checks.done();
        return said;
    }

    private @Nullable ZoneId place(Checks checks) {
        String named = checks.text("zone", zone, Limits.NAME);
        if (named != null && !ZoneId.getAvailableZoneIds().contains(named)) {
            checks.wrong("zone", "isn't a time zone such as Europe/Copenhagen");
            return null;
        }
        return named == null ? null : ZoneId.of(named);
    }

    private Map<Purpose, Cap> most(Checks checks) {
        Map<Purpose, Cap> most = new EnumMap<>(Purpose.class);
        if (caps != null) {
            caps.forEach((name, cap) -> {
                Optional<Purpose> purpose = Word.find(Purpose.class, name);
                if (purpose.isEmpty()) {
                    checks.wrong("caps." + name, "is none of " + String.join(", ", Word.all(Purpose.class)));
                } else if (cap == null) {
                    checks.wrong("caps." + name, "is null; leave it out where there is no cap");
                } else {
                    most.put(purpose.get(), cap.read("caps." + name + ".", checks));
                }
            });
        }
        return most;
    }

    /** What is kept, as it would be said again. */
    static PreferencesBody of(Preferences said) {
        Map<String, @Nullable CapBody> caps = new LinkedHashMap<>();
        said.caps()
                .forEach((purpose, cap) ->
                        caps.put(purpose.word(), new CapBody(cap.perDay(), cap.perWeek(), cap.perMonth())));
        return new PreferencesBody(
                said.zone() == null ? null : said.zone().getId(),
                said.quietHours() == null
                        ? null
                        : new HoursBody(
                                said.quietHours().from().toString(),
                                said.quietHours().to().toString()),
                said.segment(),
                said.optOuts().stream()
                        .map(each -> new OptOutBody(
                                each.channel() == null ? null : each.channel().word(),
                                each.purpose() == null ? null : each.purpose().word()))
                        .toList(),
                caps);
    }
}
