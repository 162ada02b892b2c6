package io.journeybpm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import io.journeybpm.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Everybody sees the front page, and nobody what is behind no door")
class FrontDoorTest extends ServerTest {

    @Test
    void theFrontPageLinksEverythingAndLoadsNothingFromElsewhere() {
        Answer page = anonymous().get("/").expect(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("script-src");
        assertThat(page.body())
                .contains(
                        "/log-a-call",
                        "/camunda/app/cockpit/",
                        "/camunda/app/tasklist/",
                        "/camunda/app/admin/",
                        "/swagger-ui.html",
                        "/v3/api-docs",
                        "/actuator/health")
                .doesNotContain("http://", "https://", "<style", " onclick");
    }

    @Test
    void thePageForCallsAsksWhoIsThereAndRunsNothingButItsOwnFiles() {
        anonymous().get("/log-a-call").problem(401);
        Answer page = as("integrator").get("/log-a-call").expect(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("http://", "https://", "<style", "style=", " onclick", "<script>");
        assertThat(anonymous().get("/log-a-call.js").expect(200).body()).doesNotContain("innerHTML", "insertAdjacent");
        anonymous().get("/log-a-call.html").problem(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log-a-call.css",
                "/log-a-call.js",
                "/index.html",
                "/journey.css",
                "/journey.js",
                "/journey.svg",
                "/swagger-ui/index.html"
            })
    void filesOfTheFrontPage(String path) {
        anonymous().get(path).expect(200);
        anonymous().send("HEAD", path, null).expect(200);
    }

    @Test
    void demoUsersAreShownOnTheEmbeddedDatabase() {
        assertThat(anonymous().get("/about.json").expect(200).json().findValuesAsText("name"))
                .isEqualTo(TestDatabase.isPostgres() ? List.of() : List.of("demo", "owner", "ops", "integrator"));
    }

    @Test
    void healthIsAllThatIsToldOfTheInside() {
        assertThat(anonymous().get("/actuator/health").expect(200).body()).isEqualTo("{\"status\":\"UP\"}");
        for (String inside : List.of("/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump")) {
            anonymous().get(inside).expect(403);
            as("demo").get(inside).expect(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere", "/error", "/h2-console", "/application.yaml", "/samples/processes/water-damage-claim.bpmn",
                "/engine-rest2/user", "/api2", "/webjars/swagger-ui/index.html", "/about", "/services"
            })
    void nothingElse(String path) {
        anonymous().get(path).problem(403);
        as("demo").post(path, "{}").problem(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/cases/a%2Fb", "/api//cases", "/api/cases/a;b=c", "/api/cases/%00", "/api/..%2Fx"})
    void pathsThatTryToLookLikeOthers(String path) {
        assertThat(as("demo").get(path).status()).isIn(400, 404);
        assertThat(as("demo").get(path).header("Content-Type"))
                .isIn("application/problem+json", "text/html;charset=utf-8");
    }

    @Test
    void camundasWebApplicationsHaveALoginOfTheirOwn() {
        anonymous().get("/camunda/app/cockpit/default/").expect(200);
        anonymous().get("/camunda/api/engine/engine/default/process-definition").expect(401);
    }

    @Test
    void nobodyMakesTheFirstAdministratorFromOutside() {
        anonymous()
                .post(
                        "/camunda/api/admin/setup/default/user/create",
                        "{'profile':{'id':'me'},'credentials':{'password':'me'}}")
                .expect(403);
        assertThat(engine.getIdentityService().createUserQuery().userId("me").count())
                .isZero();
    }

    @Test
    void theDescriptionSaysForEachCallHowToLogInAndWhatCanGoWrong() {
        JsonNode described = anonymous().get("/v3/api-docs").expect(200).json();
        assertThat(described.at("/info/title").asText()).isEqualTo("Journey for Camunda");
        assertThat(described.at("/components/securitySchemes/basic/scheme").asText())
                .isEqualTo("basic");
        assertThat(described.at("/paths").size()).isGreaterThan(20);
        described.at("/paths").fields().forEachRemaining(path -> {
            assertThat(path.getKey()).startsWith("/api/");
            path.getValue().fields().forEachRemaining(call -> {
                assertThat(call.getValue().at("/summary").asText())
                        .as(path.getKey())
                        .isNotEmpty();
                assertThat(call.getValue().at("/security/0").has("basic"))
                        .as(path.getKey())
                        .isTrue();
                assertThat(call.getValue()
                                .at("/responses/400/content/application~1problem+json/schema/$ref")
                                .asText())
                        .as(path.getKey())
                        .endsWith("/Problem");
            });
        });
        assertThat(described
                        .at("/paths/~1api~1cases~1{caseId}~1contacts/post/responses/201/content/application~1json"
                                + "/schema/$ref")
                        .asText())
                .endsWith("/ContactAnswer");
        assertThat(described
                        .at("/paths/~1api~1imports/post/requestBody/content/multipart~1form-data/schema/properties")
                        .toString())
                .isEqualTo("{\"log\":{\"type\":\"string\",\"format\":\"binary\"},"
                        + "\"mapping\":{\"type\":\"string\",\"format\":\"binary\"}}");
        assertThat(described.at("/components/schemas/ContactBody/properties/channel/enum"))
                .hasSize(9);
        assertThat(described.at("/components/schemas/ContactBody/properties").has("occurredAt"))
                .isTrue();
    }
}
