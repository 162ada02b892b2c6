package io.journeybpm.engine;

import io.journeybpm.escalation.Escalations;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Ledger;
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

    EngineParts(
            EngineAccess engine,
            EngineDecisionTable decisions,
            Ledger ledger,
            Cases cases,
            Escalations escalations,
            CaseClock clock,
            ZoneId zone,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
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
        plugin = new JourneyEnginePlugin(
                new JourneyParseListener(listeners, steps, raiser),
                List.of(
                        new RaiseJob(ledger, cases, raiser, caseEscalation),
                        new DecisionJob(ledger, escalations, clock, raises)),
                () -> {
                    decisions.forgetLatest();
                    journeys.forgetLatest();
                });
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
