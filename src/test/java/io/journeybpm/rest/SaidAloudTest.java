package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.ledger.Briefs;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.PromiseBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The next step, said aloud")
class SaidAloudTest {

    private static final Instant NOW = Instant.parse("2026-08-03T10:00:00Z");

    private final SaidAloud said = new SaidAloud(ZoneId.of("Europe/Copenhagen"));

    private String say(String language, Promise... promises) {
        return said.nextStepOf(aCase("mette", promises), NOW, Locale.forLanguageTag(language));
    }

    private static Case aCase(String ambassador, Promise... promises) {
        return new Case(
                "WD-1",
                "water",
                1,
                "C-1",
                Case.Status.OPEN,
                NOW,
                null,
                null,
                null,
                null,
                ambassador,
                new Case.Escalation(Level.NONE, NOW, null),
                0,
                Map.of(),
                Map.of(),
                0,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                new Case.Progress(0, 0, BigDecimal.ZERO, BigDecimal.ZERO),
                null,
                List.of(promises),
                null,
                false,
                new Briefs(null, null, Map.of(), List.of()));
    }

    private static Promise promise(String what, String party, String from, String to) {
        NewPromise made = new NewPromise(what, null, party, at(from), at(to), NewPromise.Origin.NEXT_STEP);
        return PromiseBuilder.builder()
                .caseId("WD-1")
                .entry(1)
                .made(made)
                .state(to == null ? Promise.State.UNSCHEDULED : Promise.State.OPEN)
                .madeAt(NOW)
                .build();
    }

    private static Instant at(String written) {
        return written == null ? null : OffsetDateTime.parse(written).toInstant();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 2026-08-04T08:00+02:00 | 2026-08-04T10:00+02:00 | tomorrow between 8 and 10",
                "en | 2026-08-03T14:00+02:00 | 2026-08-03T16:30+02:00 | today between 14 and 16:30",
                "en | 2026-08-11T08:00+02:00 | 2026-08-11T10:00+02:00 | on Tuesday 11 August between 8 and 10",
                "en | 2026-08-11T00:00+02:00 | 2026-08-12T00:00+02:00 | on Tuesday 11 August",
                "en | 2026-08-11T08:00+02:00 | 2026-08-13T16:00+02:00 |"
                        + " on Tuesday 11 August or later, on Thursday 13 August at the latest",
                "en | 2026-08-01T08:00+02:00 | 2026-08-13T16:00+02:00 | on Thursday 13 August at 16 at the latest",
                "en | | 2026-08-14T00:00+02:00 | on Thursday 13 August at the latest",
                "da | 2026-08-11T08:00+02:00 | 2026-08-11T10:30+02:00 | tirsdag den 11. august mellem kl. 8 og 10.30",
                "sv | 2026-08-11T08:00+02:00 | 2026-08-11T10:00+02:00 |"
                        + " tisdag den 11 augusti mellan klockan 8 och 10",
                // the clocks go back in the night to 25 October: ten in the morning is ten in the morning
                "en | 2026-10-26T08:00+01:00 | 2026-10-26T10:00+01:00 | on Monday 26 October between 8 and 10"
            })
    void saysWhenInTheCustomersOwnTime(String language, String from, String to, String when) {
        assertThat(say(language, promise("leak search", "leak-finder", from, to)))
                .contains(", " + when + ".");
    }

    @Test
    void saysWhatByWhomAndWhoCallsBack() {
        assertThat(say("en", promise("leak search", "leak-finder", null, "2026-08-04T10:00Z")))
                .isEqualTo("The next step is leak search by the leak finder, tomorrow at 12 at the latest.");
        assertThat(say("en", promise("leak search", "leak-finder", null, null)))
                .isEqualTo("The next step is leak search by the leak finder, but nobody has booked a time yet."
                        + " Say that mette calls back.");
        assertThat(say("en")).isEqualTo("Nobody has booked the next step yet. Say that mette calls back.");
        assertThat(said.nextStepOf(aCase(null), NOW, Locale.ENGLISH))
                .isEqualTo("Nobody has booked the next step yet. Say that we call back.");
    }

    @Test
    void saysWhatWasMissedBeforeWhatComes() {
        Promise missed = promise("a call", null, null, "2026-08-03T09:00Z");
        assertThat(say("en", missed, promise("a visit", null, "2026-08-04T06:00Z", "2026-08-04T08:00Z")))
                .isEqualTo("We are sorry: a call was promised today at 11 at the latest, and it has not been recorded."
                        + " The next step is a visit, tomorrow between 8 and 10. Say that mette calls back.");
    }

    @Test
    void wordsOfOthersAreNoTemplates() {
        assertThat(say("da", promise("{0} 'quoted' {", "{1}", null, null))).contains("{0} 'quoted' { ved {1}");
    }
}
