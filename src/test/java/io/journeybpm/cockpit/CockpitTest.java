package io.journeybpm.cockpit;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import io.journeybpm.testing.ServerTest;
import io.journeybpm.testing.WebApplication;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;

/** Tests that ask Camunda's web applications, as users of many rights or few. */
abstract class CockpitTest extends ServerTest {

    final String root() {
        return "http://localhost:" + port + "/camunda";
    }

    final WebApplication cockpit(String user) {
        return new WebApplication(root(), "cockpit").login(user);
    }

    final WebApplication tasklist(String user) {
        return new WebApplication(root(), "tasklist").login(user);
    }

    /** The process instance a case runs in. */
    final String instance(String caseId) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult()
                .getId();
    }

    /** A contact, as an integrator reports it. */
    final void contact(String caseId, String body) {
        as("integrator").post("/api/cases/" + caseId + "/contacts", body).expect(201);
    }

    /** A user who may open one application and nothing else. */
    final String user(String id, String application) {
        IdentityService identity = engine.getIdentityService();
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setPassword(id);
            identity.saveUser(user);
            grant(id, Resources.APPLICATION, application, Permissions.ACCESS);
        }
        return id;
    }

    /** One permission more. */
    final void grant(String user, Resource resource, String id, Permission permission) {
        Authorization grant = engine.getAuthorizationService()
                .createAuthorizationQuery()
                .userIdIn(user)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (grant == null) {
            grant = engine.getAuthorizationService().createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setUserId(user);
            grant.setResource(resource);
            grant.setResourceId(id);
        }
        grant.addPermission(permission);
        engine.getAuthorizationService().saveAuthorization(grant);
    }
}
