package io.journeybpm.engine;

import io.journeybpm.escalation.Escalations;
import io.journeybpm.escalation.Trials;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseWatch;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Customers;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.OpenCases;
import io.journeybpm.ledger.StartTurns;
import io.journeybpm.ledger.Storage;
import io.journeybpm.ledger.WorkLists;
import io.journeybpm.links.CaseLinks;
import io.journeybpm.outreach.FlagRaised;
import io.journeybpm.outreach.Permissions;
import io.journeybpm.settings.JourneyProperties;
import io.journeybpm.visits.Visits;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's side of the plugin. */
@AutoConfiguration(before = CamundaBpmAutoConfiguration.class)
@ConditionalOnProperty(name = "journey.enabled", matchIfMissing = true)
class EngineAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CaseClock journeyClock() {
        return () -> ClockUtil.getCurrentTime().toInstant();
    }

    @Bean
    EngineAccess journeyEngineAccess(ObjectProvider<ProcessEngine> engine) {
        return new EngineAccess(engine);
    }

    @Bean
    EngineDecisionTables journeyDecisionTables(EngineAccess engine) {
        return new EngineDecisionTables(engine);
    }

    @Bean
    @ConditionalOnMissingBean
    Trials journeyTrials(EngineAccess engine, EngineDecisionTables decisions) {
        return new EngineTrials(engine, decisions);
    }

    @Bean
    EngineParts journeyEngineParts(
            EngineAccess engine,
            EngineDecisionTables decisions,
            Ledger ledger,
            Cases cases,
            OpenCases openCases,
            Customers customers,
            Escalations escalations,
            Permissions permissions,
            Visits visits,
            CaseLinks caseLinks,
            CaseClock clock,
            JourneyProperties properties,
            Storage storage,
            ApplicationEventPublisher events) {
        return new EngineParts(
                engine,
                decisions,
                ledger,
                cases,
                openCases,
                customers,
                escalations,
                permissions,
                visits,
                caseLinks,
                clock,
                properties,
                new TransactionTemplate(storage.transactions()),
                new TransactionTemplate(
                        storage.transactions(),
                        new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW)),
                events);
    }

    @Bean
    ProcessEnginePlugin journeyEnginePlugin(EngineParts parts) {
        return parts.plugin;
    }

    /** The last of the plugins, so that the others' part of building the engine is done in the same turn. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin journeyEngineBuiltInTurn(StartTurns turns) {
        return new BuiltInTurn(turns);
    }

    @Bean
    @ConditionalOnProperty(name = "journey.decision.accelerate", havingValue = "all")
    ProcessEnginePlugin journeyAcceleratedDecisions() {
        return new AcceleratedDecisions();
    }

    @Bean
    CaseWatch journeyCaseWatch(EngineParts parts) {
        return parts.watch;
    }

    @Bean
    @ConditionalOnMissingBean
    Journeys journeys(EngineParts parts) {
        return parts.journeys;
    }

    @Bean
    @ConditionalOnMissingBean
    RunningCases journeyRunningCases(EngineParts parts) {
        return parts.runningCases;
    }

    @Bean
    @ConditionalOnMissingBean
    AnnouncedVisits journeyAnnouncedVisits(EngineParts parts) {
        return parts.visits;
    }

    @Bean
    @ConditionalOnMissingBean
    Briefings journeyBriefings(EngineParts parts) {
        return parts.briefings;
    }

    @Bean
    @ConditionalOnMissingBean
    Migrations journeyMigrations(EngineParts parts) {
        return parts.migrations;
    }

    @Bean
    @ConditionalOnMissingBean
    CaseTasks journeyCaseTasks(EngineParts parts) {
        return parts.caseTasks;
    }

    @Bean
    @ConditionalOnMissingBean
    CustomerSteps journeyCustomerSteps(EngineParts parts) {
        return parts.customerSteps;
    }

    @Bean
    @ConditionalOnMissingBean
    CustomerMessages journeyCustomerMessages(EngineParts parts) {
        return parts.customerMessages;
    }

    @Bean
    @ConditionalOnMissingBean
    Rises journeyRises(EngineParts parts) {
        return parts.raises;
    }

    @Bean
    @ConditionalOnMissingBean(name = "recordTouchpoint")
    JavaDelegate recordTouchpoint(EngineParts parts) {
        return parts.delegates.recordTouchpoint();
    }

    @Bean
    @ConditionalOnMissingBean(name = "handOff")
    JavaDelegate handOff(EngineParts parts) {
        return parts.delegates.handOff();
    }

    @Bean
    @ConditionalOnMissingBean(name = "promiseNextStep")
    JavaDelegate promiseNextStep(EngineParts parts) {
        return parts.delegates.promiseNextStep();
    }

    @Bean
    @ConditionalOnMissingBean(name = JourneyDelegates.DECIDE)
    JavaDelegate decideEscalation(EngineParts parts) {
        return parts.delegates.decideEscalation();
    }

    @Bean
    @ConditionalOnMissingBean(name = "requestFeedback")
    JavaDelegate requestFeedback(EngineParts parts) {
        return parts.delegates.requestFeedback();
    }

    @Bean
    @ConditionalOnMissingBean(name = PermissionStep.DELEGATE)
    JavaDelegate askContactPermission(EngineParts parts) {
        return parts.permissionStep;
    }

    @Bean
    @ConditionalOnMissingBean
    FlagRaised journeyFlagRaised(EngineParts parts) {
        return parts.flags;
    }

    @Bean
    @ConditionalOnMissingBean(name = "journeyValues")
    JourneyValues journeyValues(WorkLists lists, CaseClock clock, JourneyProperties settings) {
        return new JourneyValues(lists, clock, settings.zone());
    }

    @Bean
    @ConditionalOnMissingBean(name = "journeyLinks")
    JourneyLinks journeyLinks(EngineParts parts) {
        return parts.links;
    }

    /** When everything is there that the jobs may need. */
    @Bean
    ApplicationListener<ApplicationStartedEvent> journeyStandingJobs(
            EngineAccess engine,
            StartTurns turns,
            Customers customers,
            EngineParts parts,
            JourneyProperties properties) {
        StandingJobs jobs = new StandingJobs(engine, turns, customers, parts.daily, properties.daily());
        return event -> jobs.make();
    }

    /**
     * After all that applications deploy as they start. A refreshed context would be too early: a child, such as that of
     * the actuator on a port of its own, tells its parent's listeners before the parent itself is refreshed.
     */
    @Bean
    @ConditionalOnProperty(name = "journey.escalation.deploy-defaults", matchIfMissing = true)
    ApplicationListener<ApplicationStartedEvent> journeyDefaultDeployments(EngineAccess engine) {
        DefaultDeployments deployments = new DefaultDeployments(engine);
        return event -> deployments.deploy();
    }
}
