package io.journeybpm.visits;

import io.journeybpm.decision.DecisionTables;
import io.journeybpm.ledger.CaseClock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Readiness of visits beside the decisions. */
@AutoConfiguration
@ConditionalOnProperty(name = "journey.enabled", matchIfMissing = true)
class VisitsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Visits journeyVisits(DecisionTables tables, CaseClock clock) {
        return new Visits(tables, clock);
    }
}
