package io.journeybpm.imports;

import static io.journeybpm.imports.Unreadable.quote;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as logs write them: ISO 8601 with any part left out from the right, a blank for the T, slashes for hyphens,
 * offsets with and without colon. To the millisecond, like all times of the ledger.
 */
final class Times {

    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})"
            + "(?:[Tt ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d+))?)?)?"
            + "\\s*(?:([Zz])|([+-])(\\d{2})(?::?(\\d{2}))?)?\\s*");
    private static final int MILLI_DIGITS = 3;
    private static final int NANOS_OF_MILLI = 1_000_000;

    private final ZoneId zone;

    /** Takes times without an offset as of this zone. */
    Times(ZoneId zone) {
        this.zone = zone;
    }

    Instant parse(String attribute, String text) throws Unreadable {
        Matcher matcher = WRITTEN.matcher(text);
        if (matcher.matches()) {
            try {
                return instant(matcher.toMatchResult());
            } catch (DateTimeException outOfRange) {
                throw new Unreadable(attribute + " " + quote(text) + " is no time there is");
            }
        }
        throw new Unreadable(attribute + " " + quote(text) + " is no time such as 2026-08-03T09:30:00+02:00");
    }

    private Instant instant(MatchResult parts) {
        LocalDateTime local = LocalDateTime.of(
                LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3))),
                LocalTime.of(
                        number(parts.group(4)),
                        number(parts.group(5)),
                        number(parts.group(6)),
                        millis(parts.group(7)) * NANOS_OF_MILLI));
        if (parts.group(8) != null) {
            return local.toInstant(ZoneOffset.UTC);
        }
        if (parts.group(9) != null) {
            int sign = parts.group(9).equals("-") ? -1 : 1;
            return local.toInstant(
                    ZoneOffset.ofHoursMinutes(sign * number(parts.group(10)), sign * number(parts.group(11))));
        }
        return local.atZone(zone).toInstant();
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int millis(@Nullable String fraction) {
        return fraction == null ? 0 : number((fraction + "000").substring(0, MILLI_DIGITS));
    }
}
