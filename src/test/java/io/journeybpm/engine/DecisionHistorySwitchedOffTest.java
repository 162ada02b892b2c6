package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.ledger.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@DisplayName("The engine's history of decisions, not wanted")
@TestPropertySource(properties = "journey.escalation.history=none")
class DecisionHistorySwitchedOffTest extends RememberedDecisions {

    @Test
    void keepsNotEvenARise() {
        String caseId = start();
        complete("first");
        complete("second");

        assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.WATCH);
        assertThat(kept()).isEmpty();
    }
}
