package io.journeybpm.casework;

import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.ledger.Answers;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Storage;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/** What those need who let people work on cases. */
@AutoConfiguration(afterName = "io.journeybpm.engine.EngineAutoConfiguration")
@ConditionalOnBooleanProperty(name = "journey.enabled", matchIfMissing = true)
class CaseworkAutoConfiguration {

    @Bean
    Once journeyOnce(Answers answers, Storage storage) {
        return new Once(answers, storage.transactions());
    }

    @Bean
    Casework journeyCasework(RunningCases running, Briefings briefings, CaseClock clock) {
        return new Casework(running, briefings, clock);
    }

    @Bean
    CaseBriefs journeyCaseBriefs(Cases cases, Briefings briefings) {
        return new CaseBriefs(cases, briefings);
    }
}
