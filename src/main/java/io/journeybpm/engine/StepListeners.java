package io.journeybpm.engine;

import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Property;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewCase;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** What the parse listener hangs on the elements of a journey. */
final class StepListeners {

    private static final String COMPLETED = "the journey was completed";
    private static final String CANCELLED = "the process instance was cancelled";

    private final Steps steps;
    private final Arrivals arrivals;
    private final Raiser raiser;
    private final RaiseJobs jobs;
    private final Ledger ledger;
    private final CaseClock clock;

    StepListeners(Steps steps, Arrivals arrivals, Raiser raiser, RaiseJobs jobs, Ledger ledger, CaseClock clock) {
        this.steps = steps;
        this.arrivals = arrivals;
        this.raiser = raiser;
        this.jobs = jobs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A journey starts: it opens its case, or joins the one opened for it. */
    void journeyStarts(DelegateExecution started) {
        ExecutionEntity instance = (ExecutionEntity) started;
        if (instance.getSuperExecution() != null) {
            steps.file(instance);
            return;
        }
        ProcessDefinitionEntity definition = (ProcessDefinitionEntity) instance.getProcessDefinition();
        String caseId = instance.getProcessBusinessKey();
        if (caseId == null) {
            throw new JourneyRefused("the journey '" + definition.getKey()
                    + "' was started without a business key; the business key is the case id");
        }
        if (!NewCase.isCaseId(caseId)) {
            throw new JourneyRefused("the business key '" + caseId
                    + "' can't be a case id: up to 64 letters, digits, dots, underscores, colons and hyphens");
        }
        Optional<CaseFile> prepared = ledger.held(caseId)
                .filter(file -> file.view().processInstance() == null
                        && definition.getKey().equals(file.view().journey())
                        && file.isNew());
        NewCase opened =
                new NewCase(caseId, definition.getKey(), definition.getVersion(), null, clock.now(), List.of(), null);
        CaseFile file = prepared.orElseGet(() -> JourneyRefused.unlessTaken(() -> ledger.open(opened)));
        file.runs(instance.getId());
    }

    /** A journey's root instance ends, and with it the case; what was queued for the instance finds another way. */
    void journeyEnds(DelegateExecution ended) {
        ExecutionEntity instance = (ExecutionEntity) ended;
        if (instance.getSuperExecution() == null) {
            CaseFile file = steps.file(instance);
            jobs.requeueWithoutInstance(file);
            if (!instance.isCanceled()) {
                file.phases().complete();
            }
            file.close(instance.isCanceled() ? CANCELLED : COMPLETED, null);
        }
    }

    /** A phase is entered. */
    void phaseStarts(DelegateExecution entered) {
        ExecutionEntity execution = (ExecutionEntity) entered;
        Journey journey = steps.journey(execution);
        journey.phase(execution.getActivityId())
                .ifPresent(phase -> steps.file(execution).phases().enter(phase));
    }

    /** A touchpoint or a review begins to wait: nothing submitted before shows. */
    void waitStarts(DelegateExecution entered) {
        ExecutionEntity execution = (ExecutionEntity) entered;
        Touchpoint touchpoint =
                steps.journey(execution).touchpoint(execution.getActivityId()).orElse(null);
        Fields.empty(execution, Fields.names(touchpoint, isReview(execution)));
        if (touchpoint != null) {
            arrivals.comes(execution, touchpoint);
        }
    }

    /** A touchpoint's task is made. */
    void taskMade(DelegateTask made) {
        arrivals.taskMade((TaskEntity) made);
    }

    /** Somebody takes a touchpoint's task; whom the model or somebody else names hasn't seen it yet. */
    void taskAssigned(DelegateTask assigned) {
        TaskEntity task = (TaskEntity) assigned;
        CommandContext context = Context.getCommandContext();
        String user = context.getAuthenticatedUserId();
        CachedDbEntity row = context.getDbEntityManager().getDbEntityCache().getCachedEntity(task);
        boolean isNew = row == null || row.getEntityState() == DbEntityState.TRANSIENT;
        if (task.getAssignee() != null && !isNew && (user == null || user.equals(task.getAssignee()))) {
            ExecutionEntity execution = task.getExecution();
            steps.journey(execution)
                    .touchpoint(execution.getActivityId())
                    .ifPresent(touchpoint -> arrivals.taskTaken(task, touchpoint));
        }
    }

    /** A user task that is a touchpoint or a review is completed. */
    void taskCompleted(DelegateTask completed) {
        TaskEntity task = (TaskEntity) completed;
        Steps.Taken taken = steps.completed(task);
        if (taken.rise() != null) {
            raiser.raise(task.getExecution(), taken.file(), taken.rise());
        }
    }

    /** An interrupting boundary event cancels a touchpoint. Nothing is raised inside a cancellation. */
    void touchpointCancelled(DelegateExecution boundary, String touchpoint) {
        Steps.Taken taken = steps.missed((ExecutionEntity) boundary, touchpoint);
        if (taken.rise() != null) {
            jobs.queue(taken.file(), taken.rise());
        }
    }

    /**
     * A handler of an escalation starts: it gets what it needs to know, for itself alone.
     *
     * @param level the level it is for; absent if it is for every level
     */
    void handlerStarts(DelegateExecution handler, @Nullable Level level) {
        Optional.ofNullable(handler.getProcessBusinessKey())
                .flatMap(ledger::find)
                .flatMap(file -> file.rises().caught(level))
                .ifPresent(rise -> EscalationVariables.of(rise).forEach(handler::setVariableLocal));
    }

    static boolean isReview(ExecutionEntity execution) {
        return Boolean.TRUE.equals(execution.getActivity().getProperty(Property.REVIEW));
    }
}
