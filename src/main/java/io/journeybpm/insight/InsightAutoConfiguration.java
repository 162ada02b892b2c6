package io.journeybpm.insight;

import io.journeybpm.escalation.Trials;
import io.journeybpm.ledger.Hindrances;
import io.journeybpm.ledger.Histories;
import io.journeybpm.ledger.JourneyFigures;
import io.journeybpm.ledger.Retries;
import io.journeybpm.ledger.RunQueue;
import io.journeybpm.ledger.Runs;
import io.journeybpm.ledger.Storage;
import io.journeybpm.settings.JourneyProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** What is learned from the ledger, where there is one. */
@AutoConfiguration(
        afterName = {"io.journeybpm.engine.EngineAutoConfiguration", "io.journeybpm.imports.ImportsAutoConfiguration"})
@ConditionalOnProperty(name = "journey.enabled", matchIfMissing = true)
class InsightAutoConfiguration {

    @Bean
    JourneyMaps journeyMaps(JourneyFigures figures) {
        return new JourneyMaps(figures);
    }

    @Bean
    QuickWins journeyQuickWins(JourneyFigures figures, Hindrances hindrances) {
        return new QuickWins(figures, hindrances);
    }

    @Bean
    Backtests journeyBacktests(Trials trials, Histories histories, Runs runs, Storage storage) {
        return new Backtests(
                trials, histories, new RunQueue(Runs.Kind.BACKTEST, runs, new Retries(storage.transactions())));
    }

    @Bean
    CatchingUp journeyCatchingUp(JourneyFigures figures, JourneyProperties settings) {
        return new CatchingUp(figures, settings.insight().catchUp());
    }
}
