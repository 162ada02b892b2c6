package io.journeybpm.cockpit;

import io.journeybpm.casework.CaseBriefs;
import io.journeybpm.casework.Casework;
import io.journeybpm.casework.Once;
import io.journeybpm.engine.AnnouncedVisits;
import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.CaseTasks;
import io.journeybpm.engine.Journeys;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.insight.JourneyMaps;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CasePaths;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Customers;
import io.journeybpm.ledger.DailyFigures;
import io.journeybpm.ledger.OrderedCases;
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
            OrderedCases ordered,
            Overview overview,
            DailyFigures figures,
            WorkLists lists,
            Journeys journeys,
            JourneyMaps maps,
            CasePaths paths,
            CaseTasks tasks,
            Briefings briefings,
            Customers customers,
            CaseClock clock,
            RunningCases running,
            AnnouncedVisits visits,
            Casework casework,
            CaseBriefs briefs,
            Once once,
            JourneyProperties settings) {
        Rights rights = new Rights(engine);
        Showing showing = new Showing(cases, briefs, customers, journeys, clock, settings.zone());
        People people = new People(engine);
        CaseActs acts = new CaseActs(running, casework, briefings, new ContactActs(running, casework), people);
        CaseLists all = new CaseLists(cases, ordered, customers, overview, journeys, rights, showing);
        return new Screens(
                engine.getRuntimeService(),
                rights,
                showing,
                all,
                new CaseExport(all, customers, showing),
                new Dashboards(overview, lists, ordered, rights, showing),
                new Diagrams(engine, rights, journeys, maps, cases, paths, showing),
                new Trend(overview, figures, rights, showing),
                cases,
                tasks,
                briefings,
                once,
                new Acting(cases, tasks, running, visits, rights, showing, people, acts, once));
    }
}
