package io.journeybpm.imports;

import io.journeybpm.engine.Journeys;
import io.journeybpm.engine.Rises;
import io.journeybpm.escalation.Escalations;
import io.journeybpm.ledger.Histories;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.Retries;
import io.journeybpm.ledger.RunQueue;
import io.journeybpm.ledger.Runs;
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
            Runs runs,
            PlatformTransactionManager transactions,
            JourneyProperties settings) {
        Retries retries = new Retries(transactions);
        ImportWork work = new ImportWork(ledger, escalations, rises, journeys, retries, settings);
        RunQueue queue = new RunQueue(Runs.Kind.IMPORT, runs, retries);
        return new ImportQueue(work, queue, settings.imports().maxSize().toBytes());
    }

    @Bean
    Logs journeyLogs(Histories histories, Journeys journeys, JourneyProperties settings) {
        return new ReadLogs(histories, journeys, settings);
    }
}
