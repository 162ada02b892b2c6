package io.journeybpm.engine;

import io.journeybpm.engine.check.DeploymentCheck;
import io.journeybpm.escalation.Escalations;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseWatch;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Customers;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.OpenCases;
import io.journeybpm.links.CaseLinks;
import io.journeybpm.outreach.FlagRaised;
import io.journeybpm.outreach.Permissions;
import io.journeybpm.settings.JourneyProperties;
import io.journeybpm.visits.Visits;
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
    final PermissionStep permissionStep;
    final FlagRaised flags;
    final RunningCases runningCases;
    final Briefings briefings;
    final Migrations migrations;
    final DailyJob daily;
    final CaseWatch watch;
    final CaseTasks caseTasks;
    final AnnouncedVisits visits;
    final JourneyLinks links;
    final CustomerSteps customerSteps;
    final CustomerMessages customerMessages;

    EngineParts(
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
        PromiseTimers timers =
                new PromiseTimers(engine, clock, settings.promises().warnBefore());
        TaskUrgency urgency = new TaskUrgency(engine, ledger, journeys, texts);
        watch = file -> {
            urgency.keep(file);
            timers.keep(file);
        };
        CaseEscalation caseEscalation = new CaseEscalation(engine);
        Raiser raiser = new Raiser(raises);
        HandingOver handingOver = new HandingOver();
        ShownFacts shownFacts = new ShownFacts(engine);
        VisitGate gate = new VisitGate(visits, cases);
        Steps steps = new Steps(
                ledger,
                journeys,
                submissions,
                texts,
                contacts,
                nextSteps,
                handingOver,
                shownFacts,
                gate,
                asked,
                clock,
                zone);
        StepListeners listeners =
                new StepListeners(steps, new Arrivals(steps, texts, shownFacts, gate), raiser, raises, ledger, clock);
        JourneyParseListener parseListener = new JourneyParseListener(listeners, steps, raiser, urgency);
        JourneyProperties.Daily everyDay = settings.daily();
        DailyAsking asking = new DailyAsking(openCases, ledger, decisions, asked, clock, everyDay.batch());
        daily = new DailyJob(asking, clock, everyDay.at(), zone);
        plugin = new JourneyEnginePlugin(
                parseListener,
                List.of(
                        new RaiseJob(ledger, cases, raiser, caseEscalation),
                        new DecisionJob(ledger, escalations, clock, raises),
                        daily,
                        new CustomersJob(customers),
                        new PromiseJob(ledger, timers, asked, raises, clock)),
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
        permissionStep = new PermissionStep(steps, texts, permissions, settings);
        caseTasks = new EngineCaseTasks(engine, journeys, texts);
        delegates = new JourneyDelegates(steps, events);
        links = new JourneyLinks(steps, texts, ledger, caseLinks);
        CaseJourneys caseJourneys = new CaseJourneys(journeys);
        Waits waits = new Waits(engine, journeys, texts);
        customerSteps = new EngineCustomerSteps(engine, waits, caseJourneys, texts);
        CustomerMessageTasks messageTasks = new CustomerMessageTasks(engine);
        briefings = new EngineBriefings(transactions, ledger, caseJourneys, shownFacts, gate);
        runningCases = new EngineRunningCases(
                engine,
                transactions,
                ledger,
                journeys,
                caseJourneys,
                handingOver,
                gate,
                waits,
                submissions,
                contacts,
                raises,
                asked,
                caseEscalation,
                messageTasks,
                clock);
        this.visits = new EngineVisits(engine, transactions, ledger, waits, runningCases);
        customerMessages = new EngineCustomerMessages(runningCases, messageTasks, clock);
        flags = new EngineFlags(engine, journeys, runningCases, cases);
    }
}
