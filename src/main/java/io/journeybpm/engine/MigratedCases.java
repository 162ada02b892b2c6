package io.journeybpm.engine;

import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.Ledger;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.migration.instance.MigratingActivityInstance;
import org.camunda.bpm.engine.impl.migration.instance.MigratingProcessInstance;
import org.camunda.bpm.engine.impl.migration.validation.instance.MigratingActivityInstanceValidationReportImpl;
import org.camunda.bpm.engine.impl.migration.validation.instance.MigratingActivityInstanceValidator;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Hears of every migration, whoever asked for it: the engine has validators look at each. Refuses none; once a process
 * instance is migrated the ledger knows the version it runs on, and touchpoints that wait have room for what the new
 * version asks there.
 */
final class MigratedCases implements MigratingActivityInstanceValidator {

    private final Ledger ledger;
    private final DeployedJourneys journeys;

    MigratedCases(Ledger ledger, DeployedJourneys journeys) {
        this.ledger = ledger;
        this.journeys = journeys;
    }

    @Override
    public void validate(
            MigratingActivityInstance activity,
            MigratingProcessInstance instance,
            MigratingActivityInstanceValidationReportImpl report) {
        if (activity.getParent() == null) {
            Context.getCommandContext().registerCommandContextListener(new AfterIt(instance.getProcessInstanceId()));
        }
    }

    /** The migration as a whole is done when its command closes. */
    private final class AfterIt implements CommandContextListener {

        private final String instance;

        AfterIt(String instance) {
            this.instance = instance;
        }

        @Override
        public void onCommandContextClose(CommandContext context) {
            ExecutionEntity root = context.getExecutionManager().findExecutionById(instance);
            if (root != null) {
                migrated(root);
            }
        }

        @Override
        public void onCommandFailed(CommandContext context, Throwable failure) {
            // nothing has happened
        }
    }

    private void migrated(ExecutionEntity root) {
        ProcessDefinitionEntity definition = (ProcessDefinitionEntity) root.getProcessDefinition();
        String caseId = root.getProcessBusinessKey();
        if (root.getSuperExecution() == null && caseId != null) {
            ledger.find(caseId)
                    .filter(file -> root.getId().equals(file.view().processInstance()))
                    .ifPresent(file -> {
                        file.runsOn(definition.getVersion());
                        PromiseTimers.migrated(file);
                    });
        }
        makeRoom(root);
    }

    private void makeRoom(ExecutionEntity execution) {
        if (!execution.getExecutions().isEmpty()) {
            execution.getExecutions().forEach(this::makeRoom);
            return;
        }
        if (execution.getActivity() == null || !execution.getActivity().isScope() || execution.isEnded()) {
            return;
        }
        Touchpoint touchpoint = journeys.of((ProcessDefinitionEntity) execution.getProcessDefinition())
                .touchpoint(execution.getActivityId())
                .orElse(null);
        Set<String> lacking = new TreeSet<>(Fields.names(touchpoint, StepListeners.isReview(execution)));
        lacking.removeAll(execution.getVariableNamesLocal());
        Fields.empty(execution, lacking);
    }
}
