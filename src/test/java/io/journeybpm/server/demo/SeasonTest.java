package io.journeybpm.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonTest {

    private static final LocalDateTime BEGIN = LocalDateTime.parse("2026-08-03T09:10");
    private static final LocalDateTime END = LocalDateTime.parse("2026-09-18T10:10");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:00, 2026-08-03",
        "2026-09-18T10:11, 2026-08-03",
        "2026-09-18T10:10, 2025-08-04",
        "2027-03-01T00:00, 2026-08-03",
        "2027-12-31T00:00, 2027-08-02",
        "2031-01-01T00:00, 2030-08-05"
    })
    void isTheLatestAugustWhoseWholeStoryIsOver(LocalDateTime now, String monday) {
        LocalDateTime begin = BEGIN.plusDays(Season.days(END, now));

        assertThat(begin.toLocalDate()).hasToString(monday);
        assertThat(begin.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(END.plusDays(Season.days(END, now))).isBefore(now);
    }
}
