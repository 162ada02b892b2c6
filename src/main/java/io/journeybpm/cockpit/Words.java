package io.journeybpm.cockpit;

import io.journeybpm.journey.FactName;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.PromiseMove;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How people read what the ledger knows: one sentence instead of bare counts, days and hours instead of time stamps. */
final class Words {

    /** Within these days a weekday says which day is meant. */
    private static final int WEEK = 6;

    private static final String DASH = "–";

    private final ZoneId zone;
    private final Instant now;

    Words(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    /** Such as {@code 8 contacts = 5 planned + 3 extra}; no sum where nothing is planned because nothing is deployed. */
    static String contacts(Case told) {
        int contacts = told.counts().getOrDefault(Count.CONTACTS, 0);
        int planned = told.counts().getOrDefault(Count.PLANNED_CONTACTS, 0);
        int extra = told.counts().getOrDefault(Count.EXTRA_CONTACTS, 0);
        String all = contacts == 0 ? "no contacts yet" : contacts + (contacts == 1 ? " contact" : " contacts");
        return contacts == 0 || planned + extra != contacts
                ? all
                : all + " = " + planned + " planned + " + extra + " extra";
    }

    /** Such as {@code next: carpenter Tue 8–10}. */
    String next(@Nullable Promise promise) {
        if (promise == null) {
            return "next: nothing promised";
        }
        String who = promise.made().party() == null
                ? promise.made().what()
                : party(promise.made().party());
        if (promise.made().to() == null) {
            return "next: " + who + ", nobody has said when";
        }
        return "next: " + who + " " + window(promise) + (promise.isOverdue(now) ? ", overdue" : "");
    }

    /** Such as {@code Tue 8–10}, {@code by Tue 4 Aug 17:00}, {@code not scheduled}. */
    String window(Promise promise) {
        return window(promise.made().from(), promise.made().to());
    }

    String window(PromiseMove.Window window) {
        return window(window.from(), window.to());
    }

    private String window(@Nullable Instant from, @Nullable Instant to) {
        if (to == null) {
            return "not scheduled";
        }
        ZonedDateTime end = to.atZone(zone);
        if (from == null) {
            return "by " + day(end) + " " + time(end.toLocalTime());
        }
        ZonedDateTime start = from.atZone(zone);
        boolean oneDay = start.toLocalDate().equals(end.toLocalDate());
        if (!oneDay) {
            return day(start) + " " + DASH + " " + day(end);
        }
        boolean hours = start.getMinute() == 0 && end.getMinute() == 0;
        return day(start) + " "
                + (hours
                        ? start.getHour() + DASH + end.getHour()
                        : time(start.toLocalTime()) + DASH + time(end.toLocalTime()));
    }

    /** Such as {@code Mon 3 Aug 9:12}. */
    String moment(Instant at) {
        ZonedDateTime told = at.atZone(zone);
        return dated(told) + " " + time(told.toLocalTime());
    }

    /** Such as {@code Mon 3 Aug}. */
    String date(Instant at) {
        return dated(at.atZone(zone));
    }

    /** How many days it has been. */
    long daysSince(Instant since, @Nullable Instant until) {
        return Duration.between(since, until == null ? now : until).toDays();
    }

    private String day(ZonedDateTime told) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = told.toLocalDate();
        if (day.equals(today)) {
            return "today";
        }
        return day.isAfter(today) && !day.isAfter(today.plusDays(WEEK)) ? format("EEE", told) : dated(told);
    }

    private String dated(ZonedDateTime told) {
        return format(told.getYear() == now.atZone(zone).getYear() ? "EEE d MMM" : "EEE d MMM yyyy", told);
    }

    private static String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH).format(time);
    }

    private static String format(String pattern, ZonedDateTime told) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(told);
    }

    /** A party is the id of a group; people read it without the hyphens. */
    static String party(String party) {
        return spaced(party);
    }

    /** Words of a list, such as outcomes and reasons, as people write them. */
    static String spaced(String word) {
        return word.replace('-', ' ');
    }

    /** What a handoff requires: a fact in its owner's words, or a part of every brief. */
    static String required(String name) {
        return switch (FactName.key(name)) {
            case "done", "note" -> "what was done";
            case "open" -> "what is left open";
            case "nextstep" -> "who comes next, and when";
            default -> name;
        };
    }

    /** A word at the beginning of a line. */
    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Such as {@code 12,300 DKK}; absent where nothing has cost anything. */
    static @Nullable String money(BigDecimal amount, @Nullable String currency) {
        return currency == null || amount.signum() == 0
                ? null
                : new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(amount) + " "
                        + currency;
    }
}
