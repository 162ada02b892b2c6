package io.journeybpm.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days by the calendar, hours by the clock, also where the clock is put forward or back. */
class DurationsTest {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private static Instant at(String written) {
        return OffsetDateTime.parse(written).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-24T12:00+02:00, P1D, 2026-10-25T12:00+01:00",
        "2026-10-24T12:00+02:00, PT24H, 2026-10-25T11:00+01:00",
        "2026-10-24T12:00+02:00, P1DT2H, 2026-10-25T14:00+01:00",
        "2027-03-27T12:00+01:00, P1D, 2027-03-28T12:00+02:00",
        "2027-03-27T02:30+01:00, P1D, 2027-03-28T03:30+02:00",
        "2026-08-03T12:00+02:00, P1W, 2026-08-10T12:00+02:00",
        "2026-08-31T12:00+02:00, P1M, 2026-09-30T12:00+02:00",
        "2026-08-03T12:00+02:00, PT1H30M15.5S, 2026-08-03T13:30:15.5+02:00"
    })
    void end(String start, String duration, String end) {
        assertThat(Durations.isDuration(duration)).isTrue();
        assertThat(Durations.after(at(start), duration, COPENHAGEN)).isEqualTo(at(end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1D", "P1H", "PT"})
    void thatAreNoneHaveNoEnd(String text) {
        assertThat(Durations.isDuration(text)).isFalse();
        assertThatThrownBy(() -> Durations.after(Instant.EPOCH, text, COPENHAGEN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
