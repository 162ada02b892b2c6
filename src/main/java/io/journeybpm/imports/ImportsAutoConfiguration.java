package io.journeybpm.imports;

import io.journeybpm.engine.Journeys;
import io.journeybpm.engine.Rises;
import io.journeybpm.escalation.Escalations;
import io.journeybpm.ledger.ImportRuns;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.settings.JourneyProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/** Reading event logs, where there is a ledger and an engine. */
@AutoConfiguration(
        afterName = {
            "io.journeybpm.ledger.LedgerAutoConfiguration",
            "io.journeybpm.escalation.EscalationAutoConfiguration",
            "io.journeybpm.engine.EngineAutoConfiguration"
        })
@ConditionalOnProperty(name = "journey.enabled", matchIfMissing = true)
class ImportsAutoConfiguration {

    @Bean
    Imports journeyImports(
            Ledger ledger,
            Escalations escalations,
            Rises rises,
            Journeys journeys,
            ImportRuns runs,
            PlatformTransactionManager transactions,
            JourneyProperties settings) {
        Retries retries = new Retries(transactions);
        ImportWork work = new ImportWork(ledger, escalations, rises, journeys, runs, retries, settings);
        return new ImportQueue(work, runs, retries, settings.imports().maxSize().toBytes());
    }
}
