package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.Caller;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("Everybody may do what their group is for, and nothing else")
class RolesTest extends ServerTest {

    private static final Set<String> USERS = Set.of("owner", "ops", "integrator", "demo");

    /** Every call under /api, a body that would do, and who may; administrators may everything. */
    private static final List<Arguments> API = List.of(
            call("GET /api/journeys", "", "owner ops integrator"),
            call("GET /api/journeys/{key}", "", "owner ops integrator"),
            call("GET /api/journeys/{key}/map", "", "owner ops"),
            call("GET /api/journeys/{key}/quick-wins", "", "owner ops"),
            call("POST /api/journeys/{key}/cases", "{}", "integrator"),
            call("POST /api/journeys/{key}/migrations", "{}", "owner"),
            call("GET /api/cases", "", "owner ops integrator"),
            call("GET /api/cases/{caseId}", "", "owner ops integrator"),
            call("GET /api/cases/{caseId}/timeline", "", "owner ops integrator"),
            call("GET /api/cases/{caseId}/brief", "", "owner ops integrator"),
            call("GET /api/customers", "", "owner ops integrator"),
            call("POST /api/calls", "{}", "ops integrator"),
            call("GET /api/cases/{caseId}/calendar.ics", "", "owner ops integrator"),
            call("GET /api/calendar.ics", "", "owner ops integrator"),
            call("POST /api/cases/{caseId}/brief/read", "{}", "ops integrator"),
            call("POST /api/cases/{caseId}/contacts", "{}", "integrator"),
            call("GET /api/cases/{caseId}/contacts/{contactId}", "", "owner ops integrator"),
            call("POST /api/cases/{caseId}/contacts/{contactId}/void", "{}", "integrator"),
            call("POST /api/cases/{caseId}/contacts/{contactId}/cause", "{}", "ops integrator"),
            call("POST /api/cases/{caseId}/reviews", "{}", "ops"),
            call("POST /api/cases/{caseId}/level", "{}", "ops"),
            call("PUT /api/cases/{caseId}/ambassador", "{}", "ops"),
            call("POST /api/cases/{caseId}/decision", "{}", "ops"),
            call("POST /api/cases/{caseId}/close", "{}", "ops"),
            call("POST /api/cases/{caseId}/reopen", "{}", "ops"),
            call("POST /api/cases/{caseId}/facts", "{}", "ops integrator"),
            call("POST /api/cases/{caseId}/links", "{}", "ops integrator"),
            call("GET /api/cases/{caseId}/links", "", "ops integrator"),
            call("GET /api/cases/{caseId}/links/{linkId}", "", "ops integrator"),
            call("DELETE /api/cases/{caseId}/links/{linkId}", "", "ops integrator"),
            call("GET /api/promises", "", "owner ops integrator"),
            call("POST /api/cases/{caseId}/promises", "{}", "ops integrator"),
            call("GET /api/cases/{caseId}/promises/{promiseId}", "", "owner ops integrator"),
            call("POST /api/cases/{caseId}/promises/{promiseId}/kept", "{}", "ops integrator"),
            call("POST /api/cases/{caseId}/promises/{promiseId}/withdrawn", "{}", "ops integrator"),
            call("POST /api/cases/{caseId}/promises/{promiseId}/moved", "{}", "ops integrator"),
            call("GET /api/handoffs", "", "owner ops integrator"),
            call("POST /api/cases/{caseId}/handoffs", "{}", "ops integrator"),
            call("GET /api/cases/{caseId}/handoffs/{handoffId}", "", "owner ops integrator"),
            call("POST /api/cases/{caseId}/handoffs/{handoffId}/acknowledged", "{}", "ops integrator"),
            call("POST /api/cases/{caseId}/photos", "{}", "ops integrator"),
            call("GET /api/cases/{caseId}/photos", "", "owner ops integrator"),
            call("GET /api/cases/{caseId}/photos/{photoId}", "", "owner ops integrator"),
            call("GET /api/cases/{caseId}/promises/{promiseId}/mergeable", "", "owner ops integrator"),
            call("POST /api/cases/{caseId}/promises/{promiseId}/merged", "{}", "ops integrator"),
            call("POST /api/contact-permissions", "{}", "ops integrator"),
            call("GET /api/customers/{reference}/preferences", "", "owner ops integrator"),
            call("PUT /api/customers/{reference}/preferences", "{}", "ops integrator"),
            call("GET /api/customers/{reference}/figures", "", "owner ops integrator"),
            call("POST /api/customers/{reference}/figures", "{}", "integrator"),
            call("POST /api/imports", "{}", "integrator"),
            call("GET /api/imports/{id}", "", "ops integrator"),
            call("POST /api/backtests", "{}", "owner"),
            call("GET /api/backtests/{id}", "", "owner"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private static Arguments call(String call, String body, String users) {
        return Arguments.of(call, body, Set.of(users.split(" ")));
    }

    static Stream<Arguments> api() {
        return API.stream();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("api")
    void underApi(String call, String body, Set<String> allowed) {
        String method = call.split(" ")[0];
        String path = call.split(" ")[1].replaceAll("\\{\\w+}", "nobody");
        anonymous().send(method, path, body.isEmpty() ? null : body).problem(401);
        for (String user : USERS) {
            Answer answer = as(user).send(method, path, body.isEmpty() ? null : body);
            boolean may = user.equals("demo") || allowed.contains(user);
            assertThat(answer.status())
                    .as(user + " " + call)
                    .matches(status -> may == (status != 403 && status != 401));
            if (!may) {
                answer.problem(403);
            }
        }
    }

    @Test
    void noCallUnderApiIsMissingAbove() {
        Set<String> offered = mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api"))
                        .flatMap(pattern ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed =
                API.stream().map(each -> String.valueOf(each.get()[0])).collect(Collectors.toCollection(TreeSet::new));
        assertThat(offered).isEqualTo(listed);
    }

    @Test
    void nobodyButAdministratorsGetsPastThePathsThatAreListed() {
        for (String user : List.of("owner", "ops", "integrator")) {
            as(user).get("/api/nowhere").problem(403);
            as(user).send("DELETE", "/api/cases/K-1", null).problem(403);
            as(user).get("/api").problem(403);
        }
        as("demo").get("/api/nowhere").problem(404);
        anonymous().get("/api/nowhere").problem(401);
    }

    /** Writing calls of Camunda's own REST, bodies that would do, and who may. */
    static Stream<Arguments> engineRest() {
        return Stream.of(
                call("POST process-definition/key/kitchen/start", "{'businessKey':'R-{user}'}", "demo"),
                call("POST user/create", "{'profile':{'id':'u{user}'},'credentials':{'password':'p'}}", "demo"),
                call("POST group/create", "{'id':'g{user}','name':'g','type':'WORKFLOW'}", "demo"),
                call(
                        "POST authorization/create",
                        "{'type':1,'permissions':['ALL'],'groupId':'g{user}','resourceType':1,'resourceId':'*'}",
                        "demo"),
                call("PUT process-definition/key/kitchen/suspended", "{'suspended':false}", "demo"),
                call("POST filter/create", "{'resourceType':'Task','name':'f{user}','query':{}}", "demo"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("engineRest")
    void inCamundasRest(String call, String body, Set<String> allowed) {
        String method = call.split(" ")[0];
        String path = "/engine-rest/" + call.split(" ")[1];
        anonymous().send(method, path, body).problem(401);
        for (String user : USERS) {
            Answer answer = as(user).send(method, path, body.replace("{user}", user));
            assertThat(answer.status())
                    .as(user + " " + call + " " + answer.body())
                    .matches(status -> allowed.contains(user) == (status != 403 && status != 401));
        }
    }

    @Test
    void ownersDeployAndNobodyElseButAdministrators() {
        for (String user : USERS) {
            assertThat(deploy(as(user)).status())
                    .as(user)
                    .isEqualTo(Set.of("owner", "demo").contains(user) ? 200 : 403);
        }
        assertThat(deploy(anonymous()).status()).isEqualTo(401);
    }

    private static Answer deploy(Caller caller) {
        String part = "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nnote\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"note.txt\"\r\n\r\nnote\r\n--x--\r\n";
        return caller.send(caller.request("/engine-rest/deployment/create")
                .setHeader("Content-Type", "multipart/form-data; boundary=x")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(part))
                .build());
    }

    @Test
    void operationsCompletesTasksAndOwnersDoNot() {
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(newCase())
                .singleResult()
                .getId();
        String complete = "/engine-rest/task/" + task + "/complete";
        anonymous().post(complete, "{}").problem(401);
        as("integrator").post(complete, "{}").problem(403);
        as("owner").post(complete, "{}").expect(403);
        as("ops").post(complete, "{}").expect(204);
    }

    @Test
    void messagesAreBroughtByOperationsAndAdministrators() {
        for (String user : USERS) {
            String message = "{'messageName':'answer','businessKey':'" + newCase(LETTERBOX) + "'}";
            int status = as(user).post("/engine-rest/message", message).status();
            assertThat(status).as(user).isEqualTo(Set.of("demo", "ops").contains(user) ? 204 : 403);
        }
    }

    @Test
    void integratorsHaveNoBusinessInCamundasRest() {
        as("integrator").get("/engine-rest/engine").problem(403);
        as("integrator").get("/engine-rest/process-instance").problem(403);
    }

    @Test
    void anotherSiteCannotWriteThroughSomebodysBrowser() {
        String[] foreign = {"Sec-Fetch-Site", "cross-site"};
        as("demo")
                .post("/api/journeys/kitchen/cases", "{'caseId':'F-1'}", foreign)
                .problem(403);
        as("demo").post("/engine-rest/user/create", "{}", foreign).problem(403);
        as("demo").send("GET", "/api/cases", null, foreign).expect(200);
    }

    @Test
    void theCallerIsWhoActed() {
        String caseId = newCase();
        as("ops")
                .post("/api/cases/" + caseId + "/reviews", "{'level':'watch','reason':'seen'}")
                .expect(200);
        assertThat(as("ops").get("/api/cases/" + caseId + "/timeline").json().findValuesAsText("actor"))
                .containsExactly("ops");
    }
}
