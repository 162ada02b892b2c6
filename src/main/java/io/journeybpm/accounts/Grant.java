package io.journeybpm.accounts;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;

/**
 * What a group may do with one kind of thing in Camunda's own tools and REST. What a group may do under {@code /api} is
 * in {@link Access}; integrators have nothing here at all.
 *
 * @param group whom
 * @param resource with what
 * @param id with which one, or any
 * @param permissions what
 */
record Grant(Group group, Resource resource, String id, List<Permission> permissions) {

    private static final String COCKPIT = "cockpit";
    private static final String TASKLIST = "tasklist";

    /** The grants made at every start where they are missing. */
    static List<Grant> all() {
        return List.of(
                one(Group.OWNERS, APPLICATION, COCKPIT, ACCESS),
                any(Group.OWNERS, DEPLOYMENT, CREATE, READ),
                any(
                        Group.OWNERS,
                        PROCESS_DEFINITION,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_HISTORY),
                any(Group.OWNERS, DECISION_DEFINITION, READ, Permissions.READ_HISTORY),
                any(Group.OWNERS, DECISION_REQUIREMENTS_DEFINITION, READ),
                one(Group.OPERATIONS, APPLICATION, COCKPIT, ACCESS),
                one(Group.OPERATIONS, APPLICATION, TASKLIST, ACCESS),
                any(Group.OPERATIONS, DEPLOYMENT, READ),
                any(
                        Group.OPERATIONS,
                        PROCESS_DEFINITION,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.UPDATE_INSTANCE,
                        ProcessDefinitionPermissions.RETRY_JOB,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.TASK_WORK,
                        ProcessDefinitionPermissions.TASK_ASSIGN,
                        ProcessDefinitionPermissions.READ_HISTORY),
                any(
                        Group.OPERATIONS,
                        PROCESS_INSTANCE,
                        ProcessInstancePermissions.READ,
                        ProcessInstancePermissions.UPDATE,
                        ProcessInstancePermissions.RETRY_JOB),
                any(
                        Group.OPERATIONS,
                        TASK,
                        TaskPermissions.READ,
                        TaskPermissions.UPDATE,
                        TaskPermissions.TASK_WORK,
                        TaskPermissions.TASK_ASSIGN),
                any(Group.OPERATIONS, DECISION_DEFINITION, READ, Permissions.READ_HISTORY),
                any(Group.OPERATIONS, DECISION_REQUIREMENTS_DEFINITION, READ),
                // to appoint somebody as ambassador one has to find them
                any(Group.OPERATIONS, USER, READ),
                // who makes a filter can put an expression into it, and that may call whatever the application has
                any(Group.OPERATIONS, FILTER, READ));
    }

    /** Everything there is, for administrators of a database that has none yet. */
    static List<Grant> everything() {
        return Arrays.stream(Resources.values())
                .map(each -> any(Group.ADMINISTRATORS, each, Permissions.ALL))
                .toList();
    }

    private static Grant any(Group group, Resource resource, Permission... permissions) {
        return one(group, resource, Authorization.ANY, permissions);
    }

    private static Grant one(Group group, Resource resource, String id, Permission... permissions) {
        return new Grant(group, resource, id, List.of(permissions));
    }
}
