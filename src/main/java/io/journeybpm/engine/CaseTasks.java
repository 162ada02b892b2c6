package io.journeybpm.engine;

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
final class CaseTasks {

    /** Camunda's own default, and what is added for each level above none: 90 for the highest. */
    private static final int USUAL = 50;

    private static final int EACH_LEVEL = 10;

    private static final Set<Integer> OURS =
            Stream.of(Level.values()).map(CaseTasks::priority).collect(Collectors.toUnmodifiableSet());

    private final EngineAccess engine;
    private final Ledger ledger;
    private final DeployedJourneys journeys;
    private final Texts texts;

    CaseTasks(EngineAccess engine, Ledger ledger, DeployedJourneys journeys, Texts texts) {
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
                    .map(CaseTasks::priority)
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
                .flatMap(file -> promised(file, execution))
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
    private Optional<Promise> promised(CaseFile file, ExecutionEntity execution) {
        List<Promise> open = file.promises().open().stream()
                .filter(each -> each.state() == Promise.State.OPEN)
                .sorted(Comparator.comparing(each -> Objects.requireNonNull(each.made().to())))
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        return journeys.of((ProcessDefinitionEntity) execution.getProcessDefinition())
                .touchpoint(execution.getActivityId())
                .flatMap(touchpoint -> promised(open, touchpoint, execution));
    }

    private Optional<Promise> promised(List<Promise> open, Touchpoint touchpoint, ExecutionEntity execution) {
        String party = touchpoint.party() == null ? null : texts.resolve(touchpoint.party(), execution);
        Predicate<Promise> here = each -> touchpoint.id().equals(each.made().touchpoint());
        Predicate<Promise> theirs = each -> each.made().touchpoint() == null
                && party != null
                && party.equals(each.made().party());
        return open.stream()
                .filter(here)
                .findFirst()
                .or(() -> open.stream().filter(theirs).findFirst());
    }

    /** Open tasks of a case about to be written follow what has changed of it. */
    void keep(CaseFile file) {
        boolean level = file.levelChanged();
        boolean windows = file.windowsChanged();
        if (file.isOpen() && (level || windows)) {
            engine.withoutAuthorization(context -> {
                for (TaskEntity task : open(file.caseId())) {
                    if (level) {
                        prioritise(task, file);
                    }
                    if (windows && task.getTaskDefinition().getDueDateExpression() instanceof Derived) {
                        date(task, file);
                    }
                }
                return null;
            });
        }
    }

    private List<TaskEntity> open(String caseId) {
        return engine.services().getTaskService().createTaskQuery().processInstanceBusinessKey(caseId).list().stream()
                .map(TaskEntity.class::cast)
                .toList();
    }

    /** A priority somebody has given by hand stands. */
    private static void prioritise(TaskEntity task, CaseFile file) {
        int priority = priority(file.level());
        if (task.getTaskDefinition().getPriorityExpression() instanceof Derived
                && OURS.contains(task.getPriority())
                && task.getPriority() != priority) {
            task.setPriority(priority);
        }
    }

    /** A date somebody has given by hand stands until somebody promises something new. */
    private void date(TaskEntity task, CaseFile file) {
        Promise promised = promised(file, task.getExecution()).orElse(null);
        Instant due = instant(task.getDueDate());
        boolean ours = due == null
                || file.formerWindows().contains(due)
                || promised != null && due.equals(promised.made().to());
        boolean news = promised != null && file.isNewWindow(promised);
        if (ours || news) {
            Date to = promised == null ? null : date(promised.made().to());
            Date from = promised == null ? null : date(promised.made().from());
            if (!Objects.equals(due, instant(to)) || !Objects.equals(instant(task.getFollowUpDate()), instant(from))) {
                task.setDueDate(to);
                if (task.getTaskDefinition().getFollowUpDateExpression() instanceof Derived) {
                    task.setFollowUpDate(from);
                }
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
