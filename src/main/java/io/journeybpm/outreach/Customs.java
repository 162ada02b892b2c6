package io.journeybpm.outreach;

import io.journeybpm.journey.Purpose;
import io.journeybpm.ledger.Preferences;
import io.journeybpm.ledger.Preferences.Cap;
import io.journeybpm.ledger.Preferences.OptOut;
import io.journeybpm.ledger.Preferences.QuietHours;
import io.journeybpm.settings.JourneyProperties;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What holds for customers who haven't said anything else. */
public final class Customs {

    private final ZoneId zone;
    private final @Nullable QuietHours quietHours;

    Customs(JourneyProperties settings) {
        this.zone = settings.zone();
        this.quietHours = Quiet.parse(settings.permission().quietHours()).orElse(null);
    }

    /**
     * What holds for one customer, in words.
     *
     * @param caps by purpose: {@code none}, {@code no cap}, or how many at most
     * @param optOuts what the customer doesn't want
     * @param quietHours when not to disturb, in the customer's time zone
     * @param zone the customer's
     * @param segment what kind of customer
     */
    public record Policy(
            Map<String, String> caps,
            List<String> optOuts,
            String quietHours,
            String zone,
            @Nullable String segment) {}

    ZoneId zone(Preferences said) {
        return said.zone() == null ? zone : said.zone();
    }

    Optional<Instant> quietUntil(Preferences said, Instant at) {
        QuietHours hours = said.quietHours() == null ? quietHours : said.quietHours();
        return hours == null ? Optional.empty() : new Quiet(hours, zone(said)).until(at);
    }

    Policy policy(Preferences said) {
        Map<String, String> caps = new LinkedHashMap<>();
        for (Purpose each : Purpose.values()) {
            caps.put(each.word(), words(said.caps().get(each)));
        }
        QuietHours hours = said.quietHours() == null ? quietHours : said.quietHours();
        return new Policy(
                caps,
                said.optOuts().stream().map(Customs::words).toList(),
                hours == null ? "none" : hours.words(),
                zone(said).getId(),
                said.segment());
    }

    private static String words(@Nullable Cap cap) {
        List<String> most = new ArrayList<>();
        if (cap != null) {
            most.add(words(cap.perDay(), "day"));
            most.add(words(cap.perWeek(), "week"));
            most.add(words(cap.perMonth(), "month"));
        }
        most.removeIf(String::isEmpty);
        if (most.isEmpty()) {
            return "no cap";
        }
        return most.contains("none") ? "none" : "at most " + String.join(", ", most);
    }

    private static String words(@Nullable Integer most, String time) {
        if (most == null) {
            return "";
        }
        return most == 0 ? "none" : most + " a " + time;
    }

    private static String words(OptOut refused) {
        String purpose =
                refused.purpose() == null ? "anything" : refused.purpose().word();
        return refused.channel() == null
                ? purpose
                : purpose + " by " + Objects.requireNonNull(refused.channel()).word();
    }
}
