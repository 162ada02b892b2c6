package io.journeybpm.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.PromiseBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A next step is told")
class WordsTest {

    /** Sunday, half past ten in Copenhagen. */
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    private final Words words = new Words(ZoneId.of("Europe/Copenhagen"), NOW);

    @Test
    void byWeekdayAndHoursInTheZoneOfTheCompany() {
        assertThat(words.next(promise("2026-11-24T07:00:00Z", "2026-11-24T09:00:00Z")))
                .isEqualTo("next: leak finder Tue 8–10");
        assertThat(words.next(promise("2026-11-22T12:30:00Z", "2026-11-22T14:00:00Z")))
                .isEqualTo("next: leak finder today 13:30–15:00");
    }

    @Test
    void withItsDateWhereAWeekdayWouldNotSayWhichDay() {
        assertThat(words.window(promise("2026-12-01T07:00:00Z", "2026-12-01T09:00:00Z")))
                .isEqualTo("Tue 1 Dec 8–10");
        assertThat(words.window(promise(null, "2027-01-05T16:00:00Z"))).isEqualTo("by Tue 5 Jan 2027 17:00");
        assertThat(words.window(promise("2026-11-24T07:00:00Z", "2026-12-02T09:00:00Z")))
                .isEqualTo("Tue – Wed 2 Dec");
    }

    @Test
    void asOverdueOnceItShouldHaveHappened() {
        assertThat(words.next(promise("2026-11-20T07:00:00Z", "2026-11-20T09:00:00Z")))
                .isEqualTo("next: leak finder Fri 20 Nov 8–10, overdue");
    }

    @Test
    void asNotSaidWhereNobodyHasSaidWhen() {
        assertThat(words.next(promise(null, null))).isEqualTo("next: leak finder, nobody has said when");
        assertThat(words.next(null)).isEqualTo("next: nothing promised");
    }

    @Test
    void costsHaveTheirUnit() {
        assertThat(Words.money(new BigDecimal("12300.5000"), "DKK")).isEqualTo("12,300.5 DKK");
        assertThat(Words.money(BigDecimal.ZERO, "DKK")).isNull();
    }

    private static Promise promise(@Nullable String from, @Nullable String to) {
        NewPromise made = new NewPromise(
                "a visit",
                null,
                "leak-finder",
                from == null ? null : Instant.parse(from),
                to == null ? null : Instant.parse(to),
                NewPromise.Origin.NEXT_STEP);
        return PromiseBuilder.builder()
                .caseId("C-1")
                .entry(3)
                .made(made)
                .state(to == null ? Promise.State.UNSCHEDULED : Promise.State.OPEN)
                .madeAt(NOW)
                .build();
    }
}
