package io.journeybpm.engine;

import io.journeybpm.journey.Property;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Tasks of a case show what was promised and how pressing the case is: the due date of a touchpoint's task is the end of
 * the promised window, its follow-up date the beginning; the priority is the level's. What the model says itself stands.
 */
final class TaskUrgency {

    /** Camunda's own default, and what is added for each level above none: 90 for the highest. */
    private static final int USUAL = 50;

    private static final int EACH_LEVEL = 10;

    private static final Set<Integer> OURS =
            Stream.of(Level.values()).map(TaskUrgency::priority).collect(Collectors.toUnmodifiableSet());

    private final EngineAccess engine;
    private final Ledger ledger;
    private final DeployedJourneys journeys;
    private final Texts texts;

    TaskUrgency(EngineAccess engine, Ledger ledger, DeployedJourneys journeys, Texts texts) {
        this.engine = engine;
        this.ledger = ledger;
        this.journeys = journeys;
        this.texts = texts;
    }

    /** What a task's definition says where the model says nothing. */
    private record Derived(Function<ExecutionEntity, @Nullable Object> value) implements Expression {

        @Override
        public @Nullable Object getValue(VariableScope scope) {
            return scope instanceof ExecutionEntity execution ? value.apply(execution) : null;
        }

        @Override
        public void setValue(Object ignored, VariableScope scope) {
            throw new UnsupportedOperationException("it follows from the case");
        }

        @Override
        public String getExpressionText() {
            return "${journey}";
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }

    /** Tasks of this kind get the priority of their case's level as they are made. */
    void prioritise(TaskDefinition task) {
        if (task.getPriorityExpression() == null) {
            task.setPriorityExpression(new Derived(execution -> file(execution)
                    .map(CaseFile::level)
                    .filter(level -> level != Level.NONE)
                    .map(TaskUrgency::priority)
                    .orElse(null)));
        }
    }

    /** Tasks of this kind, touchpoints, get the dates that were promised of them as they are made. */
    void date(TaskDefinition task) {
        if (task.getDueDateExpression() == null) {
            task.setDueDateExpression(new Derived(execution -> date(execution, NewPromise::to)));
            if (task.getFollowUpDateExpression() == null) {
                task.setFollowUpDateExpression(new Derived(execution -> date(execution, NewPromise::from)));
            }
        }
    }

    private @Nullable Date date(ExecutionEntity execution, Function<NewPromise, @Nullable Instant> which) {
        return file(execution)
                .flatMap(file -> promised(
                        file,
                        (ProcessDefinitionEntity) execution.getProcessDefinition(),
                        execution.getActivityId(),
                        () -> execution))
                .map(Promise::made)
                .map(which)
                .map(Date::from)
                .orElse(null);
    }

    private Optional<CaseFile> file(ExecutionEntity execution) {
        return Optional.ofNullable(execution.getProcessBusinessKey()).flatMap(ledger::find);
    }

    private static int priority(Level level) {
        return USUAL + EACH_LEVEL * level.ordinal();
    }

    /** The window promised of a touchpoint, else of its party; the soonest of several. */
    private Optional<Promise> promised(
            CaseFile file, ProcessDefinitionEntity definition, String element, Supplier<VariableScope> scope) {
        List<Promise> open = file.promises().open().stream()
                .filter(each -> each.state() == Promise.State.OPEN)
                .sorted(Comparator.comparing(
                        each -> Objects.requireNonNull(each.made().to())))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : journeys.of(definition).touchpoint(element).flatMap(touchpoint -> promised(open, touchpoint, scope));
    }

    private Optional<Promise> promised(List<Promise> open, Touchpoint touchpoint, Supplier<VariableScope> scope) {
        String drawn = touchpoint.party();
        String party = drawn == null || !Property.isExpression(drawn) ? drawn : texts.resolve(drawn, scope.get());
        Predicate<Promise> here = each -> touchpoint.id().equals(each.made().touchpoint());
        Predicate<Promise> theirs = each -> each.made().touchpoint() == null
                && party != null
                && party.equals(each.made().party());
        return open.stream().filter(here).findFirst().or(() -> open.stream()
                .filter(theirs)
                .findFirst());
    }

    /** Open tasks of a case about to be written follow what has changed of it. */
    void keep(CaseFile file) {
        boolean level = file.changes().level();
        boolean windows = file.changes().windows();
        if (file.isOpen() && (level || windows)) {
            engine.withoutAuthorization(context -> {
                for (TaskEntity task : open(file.caseId())) {
                    ProcessDefinitionEntity definition = definition(task);
                    TaskDefinition drawn = definition.getTaskDefinitions().get(task.getTaskDefinitionKey());
                    if (level && drawn.getPriorityExpression() instanceof Derived) {
                        prioritise(task, file);
                    }
                    if (windows && drawn.getDueDateExpression() instanceof Derived) {
                        date(task, drawn, promised(file, definition, drawn.getKey(), task::getExecution), file);
                    }
                }
                return null;
            });
        }
    }

    /** As this server has read it, mostly, so that no table is asked. */
    private ProcessDefinitionEntity definition(TaskEntity task) {
        ProcessDefinitionEntity known = engine.configuration()
                .getDeploymentCache()
                .findProcessDefinitionFromCache(task.getProcessDefinitionId());
        return known == null ? task.getProcessDefinition() : known;
    }

    private List<TaskEntity> open(String caseId) {
        return engine.services().getTaskService().createTaskQuery().processInstanceBusinessKey(caseId).list().stream()
                .map(TaskEntity.class::cast)
                .toList();
    }

    /** A priority somebody has given by hand stands. */
    private static void prioritise(TaskEntity task, CaseFile file) {
        int priority = priority(file.level());
        if (OURS.contains(task.getPriority()) && task.getPriority() != priority) {
            task.setPriority(priority);
        }
    }

    /** A date somebody has given by hand stands until somebody promises something new. */
    private static void date(TaskEntity task, TaskDefinition drawn, Optional<Promise> promised, CaseFile file) {
        Instant due = instant(task.getDueDate());
        Instant to = promised.map(each -> each.made().to()).orElse(null);
        Instant from = promised.map(each -> each.made().from()).orElse(null);
        boolean ours =
                due == null || due.equals(to) || file.changes().formerWindows().contains(due);
        if (ours || promised.filter(file.changes()::isNewWindow).isPresent()) {
            if (!Objects.equals(due, to)) {
                task.setDueDate(date(to));
            }
            if (drawn.getFollowUpDateExpression() instanceof Derived
                    && !Objects.equals(instant(task.getFollowUpDate()), from)) {
                task.setFollowUpDate(date(from));
            }
        }
    }

    private static @Nullable Date date(@Nullable Instant moment) {
        return moment == null ? null : Date.from(moment);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : Instant.ofEpochMilli(date.getTime());
    }
}
