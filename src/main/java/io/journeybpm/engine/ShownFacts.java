package io.journeybpm.engine;

import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.ToldFact;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * The variable {@code facts} of a touchpoint's task: what was told that matters here, a line each. Only forms that name
 * it are given it, so that no other task pays for it.
 */
final class ShownFacts {

    static final String FACTS = "facts";

    /** The longest text the engine keeps in a variable. */
    private static final int LONGEST = 4000;

    private static final String CUT = " …";
    private static final Pattern NAMED = Pattern.compile("\\bfacts\\b");
    private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");
    private static final String DEPLOYMENT = "deployment:";
    private static final String WITH_THE_PROCESS = "deployment";

    private final EngineAccess engine;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    ShownFacts(EngineAccess engine) {
        this.engine = engine;
    }

    /** Gives a task that is just made what its form shows. */
    void give(TaskEntity task, CaseFile file) {
        String text = text(file, task.getTaskDefinitionKey());
        if (!text.isEmpty()) {
            task.getExecution().setVariableLocal(FACTS, text);
        }
    }

    /** Gives all tasks of a case that wait and whose forms show facts what was told since. */
    void refresh(CaseFile file) {
        engine.withoutAuthorization(context -> {
            for (Task each : engine.services()
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(file.view().caseId())
                    .active()
                    .list()) {
                TaskEntity task = (TaskEntity) each;
                ExecutionEntity scope = task.getExecution();
                if (scope != null && isTouchpoint(task) && isShown(task)) {
                    give(task, file);
                }
            }
            return file;
        });
    }

    private static boolean isTouchpoint(TaskEntity task) {
        return task.getExecution().getActivity() != null
                && Boolean.TRUE.equals(task.getExecution().getActivity().getProperty(JourneyParseListener.OURS));
    }

    private static String text(CaseFile file, String touchpoint) {
        String text = file.facts().all().stream()
                .filter(each -> each.mattersAt(touchpoint))
                .map(ShownFacts::line)
                .collect(Collectors.joining("\n"));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - CUT.length()) + CUT;
    }

    /** A value of several lines can't pass for another fact. */
    private static String line(ToldFact fact) {
        return fact.name() + ": " + BREAKS.matcher(fact.value().strip()).replaceAll(" / ");
    }

    /** Whether a task's form names the facts. */
    boolean isShown(TaskEntity task) {
        FormDefinition form = task.getTaskDefinition() == null
                ? null
                : task.getTaskDefinition().getFormDefinition();
        if (form == null || form.getFormKey() == null && form.getCamundaFormDefinitionKey() == null) {
            return false;
        }
        boolean fixed = form.getFormKey() != null || WITH_THE_PROCESS.equals(form.getCamundaFormDefinitionBinding());
        String element = task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey();
        if (!fixed) {
            return names(form, task);
        }
        Boolean before = known.get(element);
        if (before == null) {
            before = names(form, task);
            known.put(element, before);
        }
        return before;
    }

    private static boolean names(FormDefinition form, TaskEntity task) {
        CommandContext context = Context.getCommandContext();
        ExecutionEntity scope = task.getExecution();
        String deployment = scope.getProcessDefinition().getDeploymentId();
        String text = form.getFormKey() == null
                ? camundaForm(form, scope, deployment, context)
                : byKey(String.valueOf(form.getFormKey().getValue(scope)), deployment, context);
        return text != null && NAMED.matcher(text).find();
    }

    private static @Nullable String byKey(String key, String deployment, CommandContext context) {
        int at = key.indexOf(DEPLOYMENT);
        return at < 0 ? null : resource(key.substring(at + DEPLOYMENT.length()), deployment, context);
    }

    private static @Nullable String camundaForm(
            FormDefinition form, ExecutionEntity scope, String deployment, CommandContext context) {
        String key = String.valueOf(form.getCamundaFormDefinitionKey().getValue(scope));
        CamundaFormDefinitionEntity found;
        if (WITH_THE_PROCESS.equals(form.getCamundaFormDefinitionBinding())) {
            found = context.getCamundaFormDefinitionManager().findDefinitionByDeploymentAndKey(deployment, key);
        } else {
            found = context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key);
        }
        return found == null ? null : resource(found.getResourceName(), found.getDeploymentId(), context);
    }

    private static @Nullable String resource(String name, String deployment, CommandContext context) {
        ResourceEntity found = context.getResourceManager().findResourceByDeploymentIdAndResourceName(deployment, name);
        return found == null ? null : new String(found.getBytes(), StandardCharsets.UTF_8);
    }
}
