package io.journeybpm.server;

import io.journeybpm.ledger.StartTurns;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the filters of Tasklist that go with promises, at the first start on a database: what somebody changes or deletes
 * of them afterwards stays so. Expressions are evaluated by Camunda whenever somebody looks.
 */
@Component
class TaskFilters implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(TaskFilters.class);

    /** Kept among the engine's properties, to know that it was done. */
    private static final String MADE = "journey.task-filters";

    private final FilterService filters;
    private final TaskService tasks;
    private final ManagementService management;
    private final StartTurns turns;

    TaskFilters(FilterService filters, TaskService tasks, ManagementService management, StartTurns turns) {
        this.filters = filters;
        this.tasks = tasks;
        this.management = management;
        this.turns = turns;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (StartTurns.Turn held = turns.take()) {
            if (management.getProperties().containsKey(MADE)) {
                return;
            }
            make(
                    "Today's promises",
                    "Due today, or overdue",
                    tasks.createTaskQuery()
                            .dueBeforeExpression("${journeyValues.endOfToday()}")
                            .orderByDueDate()
                            .asc(),
                    1);
            make(
                    "Nobody booked",
                    "Somebody is to meet a customer, and nobody has said when",
                    tasks.createTaskQuery()
                            .withCandidateGroups()
                            .withoutDueDate()
                            .orderByTaskCreateTime()
                            .asc(),
                    2);
            make("Mine as ambassador", "Everything open for customers I stand for", mine(), 3);
            management.setProperty(MADE, "made");
            LOG.debug("JOURNEY-SERVER-002 made the filters of Tasklist");
        }
    }

    private TaskQuery mine() {
        TaskQuery mine = tasks.createTaskQuery().orderByTaskPriority().desc();
        // no method of its own takes an expression for several business keys, what a filter keeps does
        ((org.camunda.bpm.engine.impl.TaskQueryImpl) mine)
                .addExpression("processInstanceBusinessKeyIn", "${journeyValues.casesOf(currentUser())}");
        return mine;
    }

    private void make(String name, String description, TaskQuery query, int place) {
        if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(
                Map.of("description", description, "priority", place, "refresh", true, "showUndefinedVariable", false));
        filters.saveFilter(filter);
    }
}
