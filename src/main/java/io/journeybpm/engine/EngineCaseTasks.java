package io.journeybpm.engine;

import io.journeybpm.journey.Touchpoint;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Tasks as the engine has them. */
final class EngineCaseTasks implements CaseTasks {

    private final EngineAccess engine;
    private final DeployedJourneys journeys;
    private final Texts texts;

    EngineCaseTasks(EngineAccess engine, DeployedJourneys journeys, Texts texts) {
        this.engine = engine;
        this.journeys = journeys;
        this.texts = texts;
    }

    @Override
    public Optional<CaseTask> find(String taskId) {
        Task task = engine.services()
                .getTaskService()
                .createTaskQuery()
                .taskId(taskId)
                .singleResult();
        // whoever may see a task need not see its process instance
        return task == null ? Optional.empty() : engine.withoutAuthorization(context -> read(context, task));
    }

    private Optional<CaseTask> read(CommandContext context, Task task) {
        ExecutionEntity execution = task.getExecutionId() == null
                ? null
                : context.getExecutionManager().findExecutionById(task.getExecutionId());
        if (execution == null || execution.getProcessBusinessKey() == null) {
            return Optional.empty();
        }
        Touchpoint touchpoint = journeys.of((ProcessDefinitionEntity) execution.getProcessDefinition())
                .touchpoint(task.getTaskDefinitionKey())
                .orElse(null);
        String party =
                touchpoint == null || touchpoint.party() == null ? null : texts.resolve(touchpoint.party(), execution);
        return Optional.of(new CaseTask(
                execution.getProcessBusinessKey(),
                touchpoint == null ? null : touchpoint.id(),
                party,
                waitsFor(engine.services().getIdentityService().getCurrentAuthentication(), task)));
    }

    private boolean waitsFor(@Nullable Authentication user, Task task) {
        if (user == null) {
            return false;
        }
        if (task.getAssignee() != null) {
            return task.getAssignee().equals(user.getUserId());
        }
        List<String> groups = user.getGroupIds() == null ? List.of() : user.getGroupIds();
        return engine.services().getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .anyMatch(each -> user.getUserId().equals(each.getUserId()) || groups.contains(each.getGroupId()));
    }
}
