package io.journeybpm.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.Caller;
import io.journeybpm.testing.ServerTest;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Groups and their authorizations are there from the start, and are left alone then")
class GroupsTest extends ServerTest {

    private AuthorizationService authorizations;

    @BeforeEach
    void takeService() {
        authorizations = engine.getAuthorizationService();
    }

    @AfterEach
    void makeWhatIsMissing() {
        accounts.makeGroups();
        ClockUtil.reset();
    }

    private List<Authorization> of(Group group) {
        return authorizations.createAuthorizationQuery().groupIdIn(group.id()).list();
    }

    @Test
    void integratorsMayDoNothingInCamunda() {
        assertThat(engine.getIdentityService()
                        .createGroupQuery()
                        .groupId("journey-integrators")
                        .count())
                .isEqualTo(1);
        assertThat(of(Group.INTEGRATORS))
                .as("besides seeing that the group exists")
                .allMatch(each -> each.getResourceType() == Resources.GROUP.resourceType());
    }

    @Test
    void ownersMayDeployButNotDelete() {
        Authorization deploying = authorizations
                .createAuthorizationQuery()
                .groupIdIn("journey-owners")
                .resourceType(Resources.DEPLOYMENT)
                .singleResult();
        assertThat(deploying.isPermissionGranted(Permissions.CREATE)).isTrue();
        assertThat(deploying.isPermissionGranted(Permissions.DELETE)).isFalse();
    }

    @Test
    void whatAnAdministratorChangedStays() {
        Authorization filters = authorizations
                .createAuthorizationQuery()
                .groupIdIn("journey-operations")
                .resourceType(Resources.FILTER)
                .singleResult();
        assertThat(filters.isPermissionGranted(Permissions.CREATE)).isFalse();
        filters.addPermission(Permissions.CREATE);
        authorizations.saveAuthorization(filters);
        accounts.makeGroups();
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .authorizationId(filters.getId())
                        .singleResult()
                        .isPermissionGranted(Permissions.CREATE))
                .isTrue();
        authorizations.deleteAuthorization(filters.getId());
    }

    @Test
    void serversThatStartTogetherDoNotStumbleOverEachOther() throws Exception {
        for (Group group : List.of(Group.OWNERS, Group.OPERATIONS)) {
            of(group).forEach(each -> authorizations.deleteAuthorization(each.getId()));
        }
        Callable<Object> start = () -> {
            accounts.makeGroups();
            return true;
        };
        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            for (Future<Object> each : servers.invokeAll(Collections.nCopies(4, start))) {
                each.get();
            }
        } finally {
            servers.shutdown();
        }
        for (Group group : List.of(Group.OWNERS, Group.OPERATIONS)) {
            long granted =
                    Grant.all().stream().filter(each -> each.group() == group).count();
            assertThat(of(group)).hasSize((int) granted);
        }
    }

    @Test
    void aWrongPasswordDelaysTheNextLoginAndLocksNobodyOut() {
        accounts.makeUser("clumsy", "right", "clumsy", Group.OPERATIONS);
        String server = "http://localhost:" + port;
        var right = new Caller(server, "clumsy", "right");
        var wrong = new Caller(server, "clumsy", "wrong");
        for (int attempt = 1; attempt <= 12; attempt++) {
            wrong.get("/api/cases").problem(401);
            assertThat(right.get("/api/cases").problem(401).at("/detail")).contains("even with the right one");
            ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 61_000));
        }
        right.get("/api/cases").expect(200);
    }

    @Test
    void aUserWithoutAGroupMayCallNothing() {
        engine.getIdentityService().saveUser(named("loner"));
        var loner = new Caller("http://localhost:" + port, "loner", "loner");
        loner.get("/api/cases").problem(403);
        loner.post("/api/journeys/kitchen/cases", "{'caseId':'L-1'}").problem(403);
    }

    private User named(String id) {
        User user = engine.getIdentityService().newUser(id);
        user.setPassword(id);
        return user;
    }

    @Test
    void partiesWithHyphensCanBeGroups() {
        assertThat(HyphenatedGroups.with(null)).satisfies(pattern -> {
            assertThat("leak-finder").matches(pattern);
            assertThat("../leak").doesNotMatch(pattern);
            assertThat("-leak").doesNotMatch(pattern);
        });
        assertThat("camunda-admin").matches(HyphenatedGroups.with("[0-9]+|camunda-admin"));
        assertThat("journey-owners").matches(HyphenatedGroups.with("[0-9]+"));
    }
}
