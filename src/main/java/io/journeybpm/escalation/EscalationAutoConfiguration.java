package io.journeybpm.escalation;

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
    Escalations journeyEscalations(DecisionTable table) {
        return new Escalations(table);
    }
}
