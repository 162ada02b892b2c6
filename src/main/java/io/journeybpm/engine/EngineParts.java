package io.journeybpm.engine;

import io.journeybpm.engine.check.DeploymentCheck;
import io.journeybpm.escalation.Escalations;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.settings.JourneyProperties;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** How the parts of this room fit together. */
final class EngineParts {

    final DeployedJourneys journeys;
    final RaiseJobs raises;
    final JourneyEnginePlugin plugin;
    final JourneyDelegates delegates;
    final RunningCases runningCases;
    final Migrations migrations;
    final CaseTasks caseTasks;

    EngineParts(
            EngineAccess engine,
            EngineDecisionTables decisions,
            Ledger ledger,
            Cases cases,
            Escalations escalations,
            CaseClock clock,
            JourneyProperties settings,
            TransactionOperations transactions,
            TransactionOperations trials,
            ApplicationEventPublisher events) {
        ZoneId zone = settings.zone();
        journeys = new DeployedJourneys(engine);
        raises = new RaiseJobs(engine);
        Texts texts = new Texts(engine);
        Submissions submissions = new Submissions();
        NextSteps nextSteps = new NextSteps(zone);
        ContactReader contacts = new ContactReader(nextSteps);
        Decisions asked = new Decisions(engine, escalations, clock);
        CaseEscalation caseEscalation = new CaseEscalation(engine);
        Raiser raiser = new Raiser(raises);
        Steps steps = new Steps(ledger, journeys, submissions, texts, contacts, nextSteps, asked, clock, zone);
        StepListeners listeners = new StepListeners(steps, raiser, raises, ledger, clock);
        JourneyParseListener parseListener = new JourneyParseListener(listeners, steps, raiser);
        plugin = new JourneyEnginePlugin(
                parseListener,
                List.of(
                        new RaiseJob(ledger, cases, raiser, caseEscalation),
                        new DecisionJob(ledger, escalations, clock, raises)),
                new DeploymentCheck(
                        settings.deployment().check(),
                        parseListener,
                        (model, key) -> JourneyReader.read(model, "", key, 0)),
                new MigratedCases(ledger, journeys),
                () -> {
                    decisions.forgetLatest();
                    journeys.forgetLatest();
                });
        migrations = new EngineMigrations(engine, journeys, ledger, transactions, trials);
        caseTasks = new EngineCaseTasks(engine, journeys, texts);
        delegates = new JourneyDelegates(steps, events);
        runningCases = new EngineRunningCases(
                engine,
                transactions,
                ledger,
                journeys,
                new Waits(engine, journeys, texts),
                submissions,
                contacts,
                raises,
                asked,
                caseEscalation,
                clock);
    }
}
