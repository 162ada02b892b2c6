package io.journeybpm.server.demo;

import io.journeybpm.engine.RunningCases;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.server.demo.Story.Scene;
import io.journeybpm.settings.JourneyProperties;
import java.time.ZoneId;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plays stories on the engine, by the engine's clock: nothing else may run on it meanwhile. A story is one transaction,
 * so that a case is there as a whole or not at all.
 */
@Component
final class Theatre {

    private final ProcessEngine engine;
    private final RunningCases runningCases;
    private final Cases cases;
    private final Ledger ledger;
    private final ZoneId zone;
    private final TransactionTemplate transactions;

    Theatre(
            ProcessEngine engine,
            RunningCases runningCases,
            Cases cases,
            Ledger ledger,
            JourneyProperties properties,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.runningCases = runningCases;
        this.cases = cases;
        this.ledger = ledger;
        this.zone = properties.zone();
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Plays a story to its end.
     *
     * @param days by which it is moved from the dates it is told with
     */
    void play(Story story, long days) {
        try {
            transactions.executeWithoutResult(status -> {
                Stage stage = new Stage(this, story, days);
                for (Scene each : story.scenes()) {
                    stage.passTo(each.at());
                    each.act().play(stage);
                    stage.settle();
                }
            });
        } finally {
            ClockUtil.reset();
        }
    }

    ProcessEngine engine() {
        return engine;
    }

    RunningCases runningCases() {
        return runningCases;
    }

    Cases cases() {
        return cases;
    }

    Ledger ledger() {
        return ledger;
    }

    ZoneId zone() {
        return zone;
    }
}
