package io.journeybpm.engine;

import io.journeybpm.engine.AnnouncedVisits.Waiting;
import io.journeybpm.engine.RunningCases.SeveralWaiting;
import io.journeybpm.journey.Touchpoint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Touchpoints that wait in a running case, and their completion from outside. */
final class Waits {

    private static final String WORKER = "journey";
    private static final long LOCK_MILLIS = 10_000;

    private final EngineAccess engine;
    private final DeployedJourneys journeys;
    private final Texts texts;

    Waits(EngineAccess engine, DeployedJourneys journeys, Texts texts) {
        this.engine = engine;
        this.journeys = journeys;
        this.texts = texts;
    }

    /**
     * A touchpoint that waits.
     *
     * @param execution the engine's execution
     * @param activityInstanceId which activity instance
     * @param definition id of the process definition
     * @param party who is to come
     */
    record Wait(
            String execution,
            String activityInstanceId,
            String definition,
            @Nullable String party) {}

    /**
     * The one wait a report completes.
     *
     * @return null if none waits
     * @throws SeveralWaiting if the report doesn't choose one of several
     */
    @Nullable
    Wait choose(String caseId, String touchpoint, ReportedContact report) {
        List<Wait> waiting = engine.withoutAuthorization(context -> find(context, caseId, touchpoint));
        List<Wait> meant = waiting.stream()
                .filter(each -> report.activityInstanceId() == null
                        || report.activityInstanceId().equals(each.activityInstanceId))
                .filter(each ->
                        waiting.size() == 1 || report.party() == null || Objects.equals(report.party(), each.party))
                .toList();
        if (meant.size() > 1) {
            throw new SeveralWaiting(
                    touchpoint,
                    meant.stream()
                            .map(each ->
                                    new SeveralWaiting.Waiting(touchpoint, each.party, each.activityInstanceId, null))
                            .toList());
        }
        return meant.isEmpty() ? null : meant.get(0);
    }

    private List<Wait> find(CommandContext context, String caseId, String touchpoint) {
        return leaves(context, executions(caseId).activityId(touchpoint))
                .map(this::wait)
                .toList();
    }

    /** All that wait in a case. */
    List<Waiting> all(String caseId) {
        return all(caseId, (touchpoint, execution) -> Stream.of(waiting(touchpoint, execution)));
    }

    /** What is to be told of all that wait in a case. */
    <T> List<T> all(String caseId, BiFunction<Touchpoint, ExecutionEntity, Stream<T>> told) {
        return engine.withoutAuthorization(context -> leaves(context, executions(caseId))
                .filter(each -> each.getActivityId() != null)
                .flatMap(each -> touchpoint(each).stream().flatMap(touchpoint -> told.apply(touchpoint, each)))
                .toList());
    }

    private ExecutionQuery executions(String caseId) {
        return engine.services()
                .getRuntimeService()
                .createExecutionQuery()
                .processInstanceBusinessKey(caseId)
                .active();
    }

    private static Stream<ExecutionEntity> leaves(CommandContext context, ExecutionQuery query) {
        return query.list().stream()
                .map(each -> context.getExecutionManager().findExecutionById(each.getId()))
                .filter(each -> each.getActivityInstanceId() != null
                        && each.getExecutions().isEmpty());
    }

    private Optional<Touchpoint> touchpoint(ExecutionEntity execution) {
        return journeys.of((ProcessDefinition) execution.getProcessDefinition()).touchpoint(execution.getActivityId());
    }

    private Waiting waiting(Touchpoint touchpoint, ExecutionEntity execution) {
        return new Waiting(
                touchpoint.id(),
                texts.resolve(touchpoint.title(), execution),
                touchpoint.party() == null ? null : texts.resolve(touchpoint.party(), execution),
                execution.getActivityInstanceId(),
                task(execution.getActivityInstanceId()).map(Task::getId).orElse(null),
                touchpoint.answers().stream()
                        .filter(field -> !Touchpoint.OVERRIDE_REASON.equals(field))
                        .toList());
    }

    private Optional<Task> task(String activityInstanceId) {
        return Optional.ofNullable(engine.services()
                .getTaskService()
                .createTaskQuery()
                .activityInstanceIdIn(activityInstanceId)
                .singleResult());
    }

    private Wait wait(ExecutionEntity execution) {
        String party = touchpoint(execution)
                .map(Touchpoint::party)
                .map(each -> texts.resolve(each, execution))
                .orElse(null);
        return new Wait(
                execution.getId(), execution.getActivityInstanceId(), execution.getProcessDefinitionId(), party);
    }

    /**
     * Completes a wait as its worker, its message or its user would.
     *
     * @throws JourneyRefused if the journey can't go on from there
     */
    void complete(Wait wait, Map<String, Object> variables) {
        try {
            engine.withoutAuthorization(context -> {
                complete(engine.services(), wait, variables);
                return null;
            });
        } catch (ProcessEngineException failed) {
            throw Stuck.explained(failed, engine.within(context -> engine.configuration()
                    .getDeploymentCache()
                    .findBpmnModelInstanceForProcessDefinition(wait.definition)));
        }
    }

    private static void complete(ProcessEngine services, Wait wait, Map<String, Object> variables) {
        Task task = services.getTaskService()
                .createTaskQuery()
                .activityInstanceIdIn(wait.activityInstanceId)
                .singleResult();
        if (task != null) {
            services.getTaskService().complete(task.getId(), variables);
            return;
        }
        ExternalTaskService external = services.getExternalTaskService();
        ExternalTask order =
                external.createExternalTaskQuery().executionId(wait.execution).singleResult();
        if (order != null) {
            String worker = order.getWorkerId() == null ? WORKER : order.getWorkerId();
            if (order.getWorkerId() == null) {
                external.lock(order.getId(), worker, LOCK_MILLIS);
            }
            external.complete(order.getId(), worker, variables);
            return;
        }
        EventSubscription message = services.getRuntimeService()
                .createEventSubscriptionQuery()
                .executionId(wait.execution)
                .eventType("message")
                .singleResult();
        if (message != null) {
            services.getRuntimeService().messageEventReceived(message.getEventName(), wait.execution, variables);
        } else {
            services.getRuntimeService().signal(wait.execution, variables);
        }
    }
}
