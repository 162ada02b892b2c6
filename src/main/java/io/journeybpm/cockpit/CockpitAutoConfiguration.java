package io.journeybpm.cockpit;

import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.CaseTasks;
import io.journeybpm.engine.Journeys;
import io.journeybpm.insight.JourneyMaps;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CasePaths;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Customers;
import io.journeybpm.ledger.Overview;
import io.journeybpm.ledger.WorkLists;
import io.journeybpm.settings.JourneyProperties;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** The plugin for Camunda's web applications, where the application has them. */
@AutoConfiguration(before = CamundaBpmAutoConfiguration.class)
@ConditionalOnClass(Cockpit.class)
@ConditionalOnBooleanProperty(name = "journey.enabled", matchIfMissing = true)
class CockpitAutoConfiguration {

    @Bean
    ProcessEnginePlugin journeyScreensPlugin(ObjectProvider<Screens> screens) {
        return new ScreensPlugin(screens);
    }

    @Bean
    Screens journeyScreens(
            ProcessEngine engine,
            Cases cases,
            Overview overview,
            WorkLists lists,
            Journeys journeys,
            JourneyMaps maps,
            CasePaths paths,
            CaseTasks tasks,
            Briefings briefings,
            Customers customers,
            CaseClock clock,
            JourneyProperties settings) {
        Rights rights = new Rights(engine);
        Showing showing = new Showing(cases, customers, journeys, clock, settings.zone());
        return new Screens(
                engine.getRuntimeService(),
                rights,
                showing,
                new CaseLists(cases, overview, rights, showing),
                new Dashboards(overview, lists, rights, showing),
                new Diagrams(engine, rights, journeys, maps, cases, paths, showing),
                cases,
                tasks,
                briefings);
    }
}
