package io.journeybpm.rest;

import io.journeybpm.casework.CaseBriefs;
import io.journeybpm.casework.Casework;
import io.journeybpm.casework.Once;
import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.Journeys;
import io.journeybpm.engine.Migrations;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.imports.Imports;
import io.journeybpm.imports.Logs;
import io.journeybpm.insight.Backtests;
import io.journeybpm.insight.JourneyMaps;
import io.journeybpm.insight.QuickWins;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.CustomerPreferences;
import io.journeybpm.ledger.Customers;
import io.journeybpm.ledger.Photos;
import io.journeybpm.ledger.PlannedVisits;
import io.journeybpm.ledger.WorkLists;
import io.journeybpm.links.CaseLinks;
import io.journeybpm.outreach.Permissions;
import io.journeybpm.outreach.RedFlags;
import io.journeybpm.photos.Pictures;
import io.journeybpm.settings.JourneyProperties;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.DispatcherServlet;

/** The interface under {@code /api}, where the application has Spring Web and Spring Security. */
@AutoConfiguration(
        afterName = {"io.journeybpm.engine.EngineAutoConfiguration", "io.journeybpm.insight.InsightAutoConfiguration"})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, SecurityFilterChain.class})
@ConditionalOnBooleanProperty(name = "journey.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "journey.rest.enabled", matchIfMissing = true)
@Import({Content.class, Replies.class})
class RestAutoConfiguration {

    @Bean
    ApiPath journeyApiPath(JourneyProperties settings) {
        return new ApiPath(settings.rest().path());
    }

    @Bean
    ApiWeb journeyApiWeb(ApiPath path) {
        return new ApiWeb(path);
    }

    @Bean
    Problems journeyProblems(ApiPath path) {
        return new Problems(path);
    }

    @Bean
    Commits journeyCommits(Once once) {
        return new Commits(once);
    }

    @Bean
    Desk journeyDesk(Cases cases, CaseClock clock, ApiPath path) {
        return new Desk(cases, clock, path);
    }

    @Bean
    BriefDesk journeyBriefDesk(CaseBriefs briefs, Desk desk) {
        return new BriefDesk(briefs, desk);
    }

    @Bean
    Paging journeyPaging(JourneyProperties settings) {
        return new Paging(settings.rest());
    }

    @Bean
    @ConditionalOnMissingBean
    JourneysController journeysController(Journeys journeys, JourneyMaps maps, QuickWins quickWins, Paging paging) {
        return new JourneysController(journeys, maps, quickWins, paging);
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationsController migrationsController(Migrations migrations, Commits commits) {
        return new MigrationsController(migrations, commits);
    }

    @Bean
    @ConditionalOnMissingBean
    CasesController casesController(
            RunningCases running,
            Briefings briefings,
            Cases cases,
            Commits commits,
            Desk desk,
            Paging paging,
            Permissions permissions) {
        return new CasesController(running, briefings, cases, commits, desk, paging, permissions);
    }

    @Bean
    @ConditionalOnMissingBean
    CustomersController customersController(Customers customers, Cases cases, Desk desk) {
        return new CustomersController(customers, cases, desk);
    }

    @Bean
    @ConditionalOnMissingBean
    PhoneCallsController phoneCallsController(
            RunningCases running,
            Customers customers,
            Cases cases,
            Commits commits,
            Desk desk,
            JourneyProperties settings) {
        return new PhoneCallsController(
                running, new Callers(customers, cases, desk), commits, desk, new SaidAloud(settings.zone()));
    }

    @Bean
    @ConditionalOnMissingBean
    CaseHistoryController caseHistoryController(
            Cases cases, Briefings briefings, BriefDesk briefs, Commits commits, Desk desk, Paging paging) {
        return new CaseHistoryController(cases, briefings, briefs, commits, desk, paging);
    }

    @Bean
    @ConditionalOnMissingBean
    CaseActionsController caseActionsController(
            RunningCases running, Casework casework, Briefings briefings, Commits commits, Desk desk) {
        return new CaseActionsController(running, casework, briefings, commits, desk);
    }

    @Bean
    @ConditionalOnMissingBean
    ContactsController contactsController(
            RunningCases running, Casework casework, Cases cases, Commits commits, Desk desk, PlannedVisits visits) {
        return new ContactsController(running, casework, cases, commits, desk, visits);
    }

    @Bean
    @ConditionalOnMissingBean
    PromisesController promisesController(
            RunningCases running, Casework casework, Cases cases, Commits commits, Desk desk, PlannedVisits visits) {
        return new PromisesController(running, casework, cases, commits, desk, visits);
    }

    @Bean
    @ConditionalOnMissingBean
    MergedVisitsController mergedVisitsController(Cases cases, PlannedVisits visits, Commits commits, Desk desk) {
        return new MergedVisitsController(cases, visits, commits, desk);
    }

    @Bean
    @ConditionalOnMissingBean
    ContactPermissionsController contactPermissionsController(Permissions permissions, Commits commits) {
        return new ContactPermissionsController(permissions, commits);
    }

    @Bean
    @ConditionalOnMissingBean
    PreferencesController preferencesController(CustomerPreferences preferences, Commits commits) {
        return new PreferencesController(preferences, commits);
    }

    @Bean
    @ConditionalOnMissingBean
    FiguresController figuresController(RedFlags flags, Commits commits, Desk desk) {
        return new FiguresController(flags, commits, desk);
    }

    @Bean
    @ConditionalOnMissingBean
    HandoffsController handoffsController(
            RunningCases running, Briefings briefings, BriefDesk briefs, Cases cases, Commits commits, Desk desk) {
        return new HandoffsController(running, briefings, briefs, cases, commits, desk);
    }

    @Bean
    @ConditionalOnMissingBean
    PhotosController photosController(Photos photos, Pictures pictures, Commits commits, Desk desk) {
        return new PhotosController(photos, pictures, commits, desk);
    }

    @Bean
    @ConditionalOnMissingBean
    WorkListsController workListsController(WorkLists lists, Desk desk, Paging paging, JourneyProperties settings) {
        return new WorkListsController(lists, desk, paging, settings);
    }

    @Bean
    @ConditionalOnMissingBean
    CalendarsController calendarsController(Cases cases, WorkLists lists, Desk desk) {
        return new CalendarsController(cases, lists, desk);
    }

    @Bean
    @ConditionalOnMissingBean
    LinksController linksController(
            CaseLinks links, Cases cases, Commits commits, Desk desk, JourneyProperties settings) {
        return new LinksController(links, cases, commits, desk, settings.zone());
    }

    @Bean
    @ConditionalOnMissingBean
    ImportsController importsController(Imports imports, Commits commits, Desk desk) {
        return new ImportsController(imports, commits, desk);
    }

    @Bean
    @ConditionalOnMissingBean
    BacktestsController backtestsController(Backtests backtests, Logs logs, Commits commits, Desk desk) {
        return new BacktestsController(backtests, logs, commits, desk);
    }

    /** The interface's description, where the application has springdoc. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(GlobalOpenApiCustomizer.class)
    static class Described {

        @Bean
        @ConditionalOnMissingBean
        OpenApi journeyOpenApi(ApiPath path) {
            return new OpenApi(path);
        }
    }
}
