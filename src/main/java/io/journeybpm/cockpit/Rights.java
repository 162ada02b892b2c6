package io.journeybpm.cockpit;

import io.journeybpm.ledger.Case;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * What the engine's current user may see of cases: those whose process instances Camunda would show, that is with
 * {@code READ_INSTANCE} on the journey's process definition or {@code READ} on the process instance. Where an engine
 * checks no authorizations, neither is anything checked here; where it does, a caller it doesn't know sees nothing.
 */
final class Rights {

    private final ProcessEngine engine;

    Rights(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Those of the journeys all of whose cases the user may see. */
    List<String> readable(Collection<String> journeys) {
        boolean every = may(ProcessInstancePermissions.READ, Resources.PROCESS_INSTANCE, "*");
        return journeys.stream().filter(each -> every || mayRead(each)).toList();
    }

    /** Whether the user may see this case. */
    boolean mayRead(Case shown) {
        return mayRead(shown.journey())
                || may(ProcessInstancePermissions.READ, Resources.PROCESS_INSTANCE, instanceOf(shown));
    }

    private static String instanceOf(Case about) {
        return about.processInstance() == null ? Authorization.ANY : about.processInstance();
    }

    /**
     * Whether the user may change this case: {@code UPDATE_INSTANCE} on the journey's process definition, or {@code UPDATE}
     * on the process instance, as for changing the instance itself.
     */
    boolean mayAct(Case about) {
        return may(ProcessDefinitionPermissions.UPDATE_INSTANCE, Resources.PROCESS_DEFINITION, about.journey())
                || may(ProcessInstancePermissions.UPDATE, Resources.PROCESS_INSTANCE, instanceOf(about));
    }

    /** Whether the user may do what belongs to this task. */
    boolean mayWorkOn(String task) {
        return may(TaskPermissions.TASK_WORK, Resources.TASK, task)
                || may(TaskPermissions.UPDATE, Resources.TASK, task);
    }

    private boolean mayRead(String journey) {
        return may(ProcessDefinitionPermissions.READ_INSTANCE, Resources.PROCESS_DEFINITION, journey);
    }

    private boolean may(Permission permission, Resource resource, String id) {
        if (!engine.getProcessEngineConfiguration().isAuthorizationEnabled()) {
            return true;
        }
        Authentication user = user();
        return user != null
                && engine.getAuthorizationService()
                        .isUserAuthorized(user.getUserId(), user.getGroupIds(), permission, resource, id);
    }

    /** The id of the user who asks. */
    @Nullable
    String userId() {
        Authentication user = user();
        return user == null ? null : user.getUserId();
    }

    private @Nullable Authentication user() {
        return engine.getIdentityService().getCurrentAuthentication();
    }
}
