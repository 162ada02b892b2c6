package io.journeybpm.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private final Times times = new Times(ZoneId.of("Europe/Copenhagen"));

    @ParameterizedTest
    @CsvSource({
        "2012-10-09T14:50:17+00:00,       2012-10-09T14:50:17Z",
        "2012-10-09T14:50:17.123+02:00,   2012-10-09T12:50:17.123Z",
        "2012-10-09T14:50:17.123+0200,    2012-10-09T12:50:17.123Z",
        "2012-10-09T14:50:17+02,          2012-10-09T12:50:17Z",
        "2012-10-09T14:50:17-03:30,       2012-10-09T18:20:17Z",
        "2012-10-09T14:50:17.1234567Z,    2012-10-09T14:50:17.123Z",
        "2012-10-09T14:50:17.5z,          2012-10-09T14:50:17.500Z",
        "2012-10-09 14:50:17 Z,           2012-10-09T14:50:17Z",
        "1970-01-01T01:00:00.000+01:00,   1970-01-01T00:00:00Z",
    })
    void readsTimesWithAZone(String written, Instant meant) throws Unreadable {
        assertThat(times.parse("t", written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "2012-10-09T14:50:17,      2012-10-09T12:50:17Z",
        "2012-01-09T14:50:17.250,  2012-01-09T13:50:17.250Z",
        "2012-01-09 14:50,         2012-01-09T13:50:00Z",
        "2012/01/09 14:50:17,      2012-01-09T13:50:17Z",
        "2012-01-09,               2012-01-08T23:00:00Z",
    })
    void takesTimesWithoutAZoneAsOfTheOneGiven(String written, Instant meant) throws Unreadable {
        assertThat(times.parse("t", written)).isEqualTo(meant);
    }

    @Test
    void takesTheFirstOfTheTwoHoursThatBearOneName() throws Unreadable {
        assertThat(times.parse("t", "2012-10-28T02:30:00")).isEqualTo("2012-10-28T00:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "09.10.2012 14:50", "2012-13-01T00:00:00", "2012-02-30", "1349794217"})
    void refusesWhatIsNoTime(String written) {
        assertThatThrownBy(() -> times.parse("time:timestamp", written))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("time:timestamp")
                .hasMessageContaining(written);
    }
}
