package io.journeybpm.escalation;

import io.journeybpm.decision.DecisionTables;
import io.journeybpm.settings.JourneyProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The escalation beside the ledger. */
@AutoConfiguration
@ConditionalOnProperty(name = "journey.enabled", matchIfMissing = true)
class EscalationAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    DecisionTable journeyDecisionTable(DecisionTables tables) {
        return DecisionTable.deployed(tables);
    }

    @Bean
    @ConditionalOnMissingBean
    Escalations journeyEscalations(DecisionTable table, JourneyProperties properties) {
        return new Escalations(table, properties.escalation().history());
    }
}
