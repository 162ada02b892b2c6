package io.journeybpm.insight;

import io.journeybpm.ledger.JourneyFigures;
import io.journeybpm.settings.JourneyProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** What is learned from the ledger, where there is one. */
@AutoConfiguration(afterName = "io.journeybpm.ledger.LedgerAutoConfiguration")
@ConditionalOnProperty(name = "journey.enabled", matchIfMissing = true)
class InsightAutoConfiguration {

    @Bean
    JourneyMaps journeyMaps(JourneyFigures figures) {
        return new JourneyMaps(figures);
    }

    @Bean
    CatchingUp journeyCatchingUp(JourneyFigures figures, JourneyProperties settings) {
        return new CatchingUp(figures, settings.insight().catchUp());
    }
}
