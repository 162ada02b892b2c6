package io.journeybpm.ledger;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Purpose;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a customer wants to be contacted.
 *
 * @param zone the customer's time zone; absent: that of the settings
 * @param quietHours when not to disturb; absent: those of the settings
 * @param segment what kind of customer, in the company's own words
 * @param optOuts what the customer doesn't want
 * @param caps how much the customer wants at most, by purpose; none said: no cap
 */
public record Preferences(
        @Nullable ZoneId zone,
        @Nullable QuietHours quietHours,
        @Nullable String segment,
        List<OptOut> optOuts,
        Map<Purpose, Cap> caps) {

    /** Nothing was said. */
    public static final Preferences NONE = new Preferences(null, null, null, List.of(), Map.of());

    /** Copies the lists; absent ones are empty. */
    public Preferences {
        optOuts = optOuts == null ? List.of() : List.copyOf(optOuts);
        caps = caps == null ? Map.of() : Map.copyOf(caps);
    }

    /**
     * Hours of a day, over midnight where they end before they begin.
     *
     * @param from with this minute
     * @param to without this minute
     */
    public record QuietHours(LocalTime from, LocalTime to) {

        /** As people write it. */
        public String words() {
            return from + "-" + to;
        }
    }

    /**
     * What a customer doesn't want.
     *
     * @param channel absent: on any
     * @param purpose absent: for any
     */
    public record OptOut(
            @Nullable Channel channel, @Nullable Purpose purpose) {

        /** Whether it speaks of such a contact. */
        public boolean covers(Permission.Request asked) {
            return (channel == null || channel == asked.channel()) && (purpose == null || purpose == asked.purpose());
        }
    }

    /**
     * The most of one purpose; 0 is none at all.
     *
     * @param perDay since midnight
     * @param perWeek in 7 days
     * @param perMonth in 30 days
     */
    public record Cap(
            @Nullable Integer perDay,
            @Nullable Integer perWeek,
            @Nullable Integer perMonth) {

        /** Whether so many leave no place. */
        public boolean isReached(int today, int last7Days, int last30Days) {
            return perDay != null && today >= perDay
                    || perWeek != null && last7Days >= perWeek
                    || perMonth != null && last30Days >= perMonth;
        }
    }

    /** Whether the customer doesn't want such a contact. */
    public boolean refuse(Permission.Request asked) {
        return optOuts.stream().anyMatch(each -> each.covers(asked));
    }
}
