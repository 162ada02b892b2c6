package io.journeybpm.engine;

import io.journeybpm.journey.Journey;
import io.journeybpm.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanExecutionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Migrates through Camunda's own migration, whose rules for what may change apply. */
final class EngineMigrations implements Migrations {

    private final EngineAccess engine;
    private final DeployedJourneys journeys;
    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final TransactionOperations trials;

    /**
     * Takes what it works with.
     *
     * @param trials transactions beside the caller's
     */
    EngineMigrations(
            EngineAccess engine,
            DeployedJourneys journeys,
            Ledger ledger,
            TransactionOperations transactions,
            TransactionOperations trials) {
        this.engine = engine;
        this.journeys = journeys;
        this.ledger = ledger;
        this.transactions = transactions;
        this.trials = trials;
    }

    @Override
    public Report migrate(Order order) {
        String source = definition(order, order.from(), "from");
        String target = definition(order, order.to(), "to");
        List<Obstacle> obstacles = new ArrayList<>();
        Map<String, String> instances = instances(order, source, obstacles);
        MigrationPlan plan = plan(source, target, obstacles);
        int meant = order.cases() == null ? instances.size() : order.cases().size();
        if (plan == null || instances.isEmpty()) {
            return new Report(meant, List.of(), null, obstacles);
        }
        if (instances.size() > AT_ONCE && !order.dryRun()) {
            return new Report(meant, List.of(), batch(plan, instances), obstacles);
        }
        Set<String> fit = new TreeSet<>();
        instances.forEach((caseId, instance) -> {
            if (fits(plan, caseId, instance, obstacles)) {
                fit.add(caseId);
            }
        });
        if (!order.dryRun()) {
            transactions.executeWithoutResult(status -> fit.forEach(caseId -> {
                ledger.hold(caseId);
                execute(plan, instances.get(caseId));
            }));
        }
        return new Report(meant, List.copyOf(fit), null, obstacles);
    }

    private String definition(Order order, int version, String field) {
        return journeys.version(order.journey(), version)
                .map(Journey::definition)
                .orElseThrow(() -> new VersionUnknown(order.journey(), version, field));
    }

    /** Instances by the cases they run. */
    private Map<String, String> instances(Order order, String source, List<Obstacle> obstacles) {
        Map<String, String> found = new TreeMap<>();
        engine.withoutAuthorization(context -> {
            Stream<ProcessInstance> running = order.cases() == null
                    ? running(source).list().stream()
                    : order.cases().stream()
                            .flatMap(each -> running(source).processInstanceBusinessKey(each).list().stream());
            running.forEach(each -> found.put(each.getBusinessKey(), each.getId()));
            return null;
        });
        if (order.cases() != null) {
            order.cases().stream()
                    .filter(each -> !found.containsKey(each))
                    .sorted()
                    .forEach(each -> obstacles.add(
                            new Obstacle(each, null, "no open case of this id runs on version " + order.from())));
        }
        return found;
    }

    private ProcessInstanceQuery running(String source) {
        return runtime()
                .createProcessInstanceQuery()
                .processDefinitionId(source)
                .rootProcessInstances();
    }

    private @Nullable MigrationPlan plan(String source, String target, List<Obstacle> obstacles) {
        try {
            return trials.execute(status -> engine.withoutAuthorization(context -> runtime()
                    .createMigrationPlan(source, target)
                    .mapEqualActivities()
                    .build()));
        } catch (MigrationPlanValidationException refused) {
            refused.getValidationReport().getInstructionReports().forEach(each -> each.getFailures()
                    .forEach(failure -> obstacles.add(
                            new Obstacle(null, each.getMigrationInstruction().getSourceActivityId(), failure))));
            return null;
        }
    }

    /** Migrates one case and takes it back: what the engine would say of it, said by the engine. */
    private boolean fits(MigrationPlan plan, String caseId, String instance, List<Obstacle> obstacles) {
        try {
            trials.executeWithoutResult(status -> {
                status.setRollbackOnly();
                execute(plan, instance);
            });
            return true;
        } catch (MigratingProcessInstanceValidationException refused) {
            var report = refused.getValidationReport();
            report.getFailures().forEach(each -> obstacles.add(new Obstacle(caseId, null, each)));
            report.getActivityInstanceReports().forEach(each -> each.getFailures()
                    .forEach(failure -> obstacles.add(new Obstacle(caseId, each.getSourceScopeId(), failure))));
            report.getTransitionInstanceReports().forEach(each -> each.getFailures()
                    .forEach(failure -> obstacles.add(new Obstacle(caseId, each.getSourceScopeId(), failure))));
            return false;
        } catch (ProcessEngineException refused) {
            if (Transients.isTransient(refused)) {
                throw refused;
            }
            obstacles.add(new Obstacle(caseId, null, String.valueOf(refused.getMessage())));
            return false;
        }
    }

    /** The engine migrates no instance that has jobs it doesn't know; ours stand aside meanwhile. */
    private void execute(MigrationPlan plan, String instance) {
        List<RaiseJobs.Task> aside = engine.withoutAuthorization(context -> RaiseJobs.setAside(context, instance));
        engine.withoutAuthorization(context -> {
            execution(plan, List.of(instance)).execute();
            return null;
        });
        engine.withoutAuthorization(context -> {
            RaiseJobs.bringBack(context, instance, aside);
            return null;
        });
    }

    private String batch(MigrationPlan plan, Map<String, String> instances) {
        return transactions.execute(status -> engine.withoutAuthorization(context ->
                execution(plan, List.copyOf(instances.values())).executeAsync().getId()));
    }

    private MigrationPlanExecutionBuilder execution(MigrationPlan plan, List<String> instances) {
        return runtime().newMigration(plan).processInstanceIds(instances);
    }

    private RuntimeService runtime() {
        return engine.services().getRuntimeService();
    }
}
