package io.journeybpm.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Quiet hours in the customer's own zone")
class QuietTest {

    private static @Nullable Instant until(String hours, String zone, String at) {
        return new Quiet(Quiet.parse(hours).orElseThrow(), ZoneId.of(zone))
                .until(OffsetDateTime.parse(at).toInstant())
                .orElse(null);
    }

    @ParameterizedTest(name = "{0} at {1} last until {2}")
    @CsvSource({
        "21:00-08:00, 2026-08-03T20:59:59+02:00,",
        "21:00-08:00, 2026-08-03T21:00:00+02:00, 2026-08-04T08:00:00+02:00",
        "21:00-08:00, 2026-08-04T07:59:59+02:00, 2026-08-04T08:00:00+02:00",
        "21:00-08:00, 2026-08-04T08:00:00+02:00,",
        "12:00-13:30, 2026-08-04T12:15:00+02:00, 2026-08-04T13:30:00+02:00",
        "12:00-13:30, 2026-08-04T13:30:00+02:00,"
    })
    void onAnOrdinaryDay(String hours, String at, @Nullable OffsetDateTime end) {
        assertThat(until(hours, "Europe/Copenhagen", at)).isEqualTo(end == null ? null : end.toInstant());
    }

    /** On 29 March 2026 the clocks in Copenhagen go from 02:00 to 03:00. */
    @ParameterizedTest(name = "{0} at {1} last until {2}")
    @CsvSource({
        "21:00-08:00, 2026-03-28T21:00:00+01:00, 2026-03-29T08:00:00+02:00",
        "21:00-02:30, 2026-03-29T01:59:59+01:00, 2026-03-29T03:00:00+02:00",
        "21:00-02:30, 2026-03-29T03:00:00+02:00,",
        "02:30-06:00, 2026-03-29T01:59:59+01:00,",
        "02:30-06:00, 2026-03-29T03:00:00+02:00, 2026-03-29T06:00:00+02:00"
    })
    void inTheNightThatLosesAnHour(String hours, String at, @Nullable OffsetDateTime end) {
        assertThat(until(hours, "Europe/Copenhagen", at)).isEqualTo(end == null ? null : end.toInstant());
    }

    /** On 25 October 2026 the hour from 02:00 to 03:00 comes twice in Copenhagen. */
    @ParameterizedTest(name = "{0} at {1} last until {2}")
    @CsvSource({
        "21:00-08:00, 2026-10-24T22:00:00+02:00, 2026-10-25T08:00:00+01:00",
        "21:00-02:30, 2026-10-25T02:15:00+02:00, 2026-10-25T02:30:00+01:00",
        "21:00-02:30, 2026-10-25T02:45:00+02:00, 2026-10-25T02:30:00+01:00",
        "21:00-02:30, 2026-10-25T02:30:00+01:00,",
        "02:30-06:00, 2026-10-25T02:29:59+02:00,",
        "02:30-06:00, 2026-10-25T02:30:00+02:00, 2026-10-25T06:00:00+01:00",
        "02:30-06:00, 2026-10-25T02:10:00+01:00, 2026-10-25T06:00:00+01:00"
    })
    void inTheNightThatHasAnHourTwice(String hours, String at, @Nullable OffsetDateTime end) {
        assertThat(until(hours, "Europe/Copenhagen", at)).isEqualTo(end == null ? null : end.toInstant());
    }

    @Test
    void ofACustomerInAnotherZoneAreThatCustomersOwn() {
        String nineInCopenhagen = "2026-08-04T09:00:00+02:00";
        assertThat(until("21:00-08:00", "Europe/Copenhagen", nineInCopenhagen)).isNull();
        assertThat(until("21:00-08:00", "America/New_York", nineInCopenhagen))
                .isEqualTo(Instant.parse("2026-08-04T12:00:00Z"));
        assertThat(until("21:00-08:00", "Asia/Kathmandu", "2026-08-04T18:00:00+02:00"))
                .isEqualTo(Instant.parse("2026-08-05T02:15:00Z"));
    }

    @Test
    void areSetAsFromAndToOrNotAtAll() {
        assertThat(Quiet.parse(" ")).isEmpty();
        assertThatThrownBy(() -> Quiet.parse("at night")).hasMessageContaining("21:00-08:00");
    }
}
