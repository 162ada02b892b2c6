package io.journeybpm.outreach;

import io.journeybpm.ledger.Preferences.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Quiet hours in a customer's time zone. In the night the clocks go forward an hour that doesn't exist begins or ends
 * them where the clocks jump; in the night the clocks go back, of an hour that comes twice they begin with the first and
 * end with the second.
 *
 * @param hours of the day
 * @param zone the customer's
 */
record Quiet(QuietHours hours, ZoneId zone) {

    private static final String FORM = "\\d\\d:\\d\\d-\\d\\d:\\d\\d";

    /**
     * Reads what an engineer has set.
     *
     * @param text such as {@code 21:00-08:00}; empty: none
     * @throws IllegalArgumentException if it is neither
     */
    static Optional<QuietHours> parse(String text) {
        String written = text.strip();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (!written.matches(FORM)) {
            throw new IllegalArgumentException(
                    "journey.permission.quiet-hours is '" + text + "', but has to be like 21:00-08:00, or empty");
        }
        String[] ends = written.split("-");
        return Optional.of(new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
    }

    /** When the quiet hours end in which a moment lies; empty if it lies in none. */
    Optional<Instant> until(Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .filter(day -> !at.isBefore(begin(day)) && at.isBefore(end(day)))
                .map(this::end)
                .findFirst();
    }

    private Instant begin(LocalDate day) {
        LocalDateTime local = day.atTime(hours.from());
        return jump(local).orElseGet(() -> ZonedDateTime.of(local, zone)
                .withEarlierOffsetAtOverlap()
                .toInstant());
    }

    private Instant end(LocalDate day) {
        LocalDate last = hours.to().isAfter(hours.from()) ? day : day.plusDays(1);
        LocalDateTime local = last.atTime(hours.to());
        return jump(local)
                .orElseGet(() ->
                        ZonedDateTime.of(local, zone).withLaterOffsetAtOverlap().toInstant());
    }

    private Optional<Instant> jump(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap() ? Optional.of(change.getInstant()) : Optional.empty();
    }
}
