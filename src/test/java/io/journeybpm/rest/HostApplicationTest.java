package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.accounts.Accounts;
import io.journeybpm.accounts.Group;
import io.journeybpm.testing.Caller;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.HostController;
import io.journeybpm.testing.PluginApplication;
import io.journeybpm.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

@DisplayName("In somebody else's application the interface keeps to itself")
@SpringBootTest(
        classes = PluginApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.servlet.context-path=/shop",
            "journey.rest.path=journeys/v1/",
            "spring.security.user.name=host",
            "spring.security.user.password=host",
            // the engine named default is the one of ServerTest, which /engine-rest asks for by that name
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.auto-deployment-enabled=false",
            "spring.datasource.password=",
            "logging.level.root=error"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(HostController.class)
class HostApplicationTest {

    private static final String API = "/journeys/v1";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void haveAUser() {
        accounts.makeUser("reporter", "reporter", "reporter", Group.INTEGRATORS);
        accounts.makeUser("owner", "owner", "owner", Group.OWNERS);
    }

    private Caller as(String user) {
        return new Caller("http://localhost:" + port + "/shop", user, user);
    }

    @Test
    void underThePathItWasGiven() {
        as(null).get(API + "/cases").problem(401);
        assertThat(as("reporter").get(API + "/cases").expect(200).body()).isEqualTo("{\"items\":[],\"next\":null}");
        as("reporter").get(API + "/cases?limit=x").problem(400, "limit");
        as("reporter").post(API + "/cases/C-1/reviews", "{}").problem(403);
    }

    @Test
    void withUsersOfItsOwn() {
        as("host").get(API + "/cases").problem(401);
        as("reporter").get("/orders").expect(401);
    }

    @Test
    void leavingTheHostLockedAsItWas() {
        assertThat(as(null).get("/orders").status()).isIn(302, 401);
        assertThat(as(null).get("/api/cases").status()).isIn(302, 401);
        assertThat(as("host").get("/orders").expect(200).at("/article")).isEqualTo("door");
    }

    @Test
    void leavingTheHostsJsonAndErrorsAsTheyWere() {
        assertThat(as("host").get("/broken").expect(500).header("Content-Type")).startsWith("application/json");
        assertThat(as("host").get("/nowhere").expect(404).header("Content-Type"))
                .startsWith("application/json");
    }

    @Test
    void withPagesThatFindTheirFilesAndTheInterfaceWhereverTheHostLives() {
        String list = as("owner").get("/journeys").expect(200).body();
        assertThat(list).contains("href=\"journey-files/page.css\"", "data-api=\"journeys/v1\"");
        String map = as("owner").get("/journeys/nowhere").expect(404).body();
        assertThat(map).contains("href=\"../journey-files/page.css\"", "data-api=\"../journeys/v1\"");
        assertThat(as("reporter").get("/journeys").expect(403).body())
                .contains("href=\"/shop/journey-files/page.css\"");
        as("host").get("/journeys").expect(401);
        Answer file = as(null).get("/journey-files/page.css").expect(200);
        assertThat(file.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(as("host").get("/orders").header("Content-Security-Policy")).isNull();
    }
}
