package io.journeybpm.cluster;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.handler;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.serviceTask;
import static io.journeybpm.testing.Bpmn.touchpoint;

import io.journeybpm.testing.Caller;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.Multipart;
import io.journeybpm.testing.ServerProcess;
import io.journeybpm.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two servers, each a process of its own, on one PostgreSQL database that was empty. */
final class Cluster implements AutoCloseable {

    /** A journey whose steps the job executor takes, with a reply of the customer to wait for in the middle. */
    static final String ERRAND = "errand";

    /** The touchpoint that waits. */
    static final String REPLY = "reply";

    /** What handles the level {@code escalate} in the journey. */
    static final String HANDLED = "handled";

    /** How long a job stays with a server that has died; by the server's own settings the test would wait longer. */
    static final Duration LOCK_TIME = Duration.ofSeconds(10);

    private static final Duration LOOKS_FOR_JOBS = Duration.ofSeconds(1);

    private static final String ADMIN = "admin";

    private final String url;
    final JdbcTemplate database;
    final ServerProcess a;
    final ServerProcess b;

    Cluster(Path folder) {
        url = TestDatabase.newPostgres("cluster_" + UUID.randomUUID().toString().replace("-", ""));
        database = new JdbcTemplate(new DriverManagerDataSource(url));
        Map<String, String> environment = Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "",
                "CAMUNDA_BPM_ADMINUSER_ID", ADMIN,
                "CAMUNDA_BPM_ADMINUSER_PASSWORD", ADMIN);
        List<String> java = List.of(
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                ServerProcess.jar(),
                "--camunda.bpm.job-execution.lock-time-in-millis=" + LOCK_TIME.toMillis(),
                "--camunda.bpm.job-execution.wait-time-in-millis=" + LOOKS_FOR_JOBS.toMillis(),
                "--camunda.bpm.job-execution.max-wait=" + LOOKS_FOR_JOBS.toMillis());
        a = new ServerProcess(folder, environment, java);
        b = new ServerProcess(folder, environment, java);
    }

    /** Starts both at the same moment. */
    void startAtOnce() throws IOException, InterruptedException {
        a.launch();
        b.launch();
        a.awaitUp();
        b.awaitUp();
    }

    Caller on(ServerProcess server) {
        return new Caller(server.url(), ADMIN, ADMIN);
    }

    /** A touchpoint by a job, one by the customer, a pause, one by a job; more than two contacts raise the level. */
    void deployErrand() {
        String byJob = " camunda:asyncBefore='true' camunda:delegateExpression='${recordTouchpoint}'>";
        String confirm = "<serviceTask id='confirm'" + byJob + touchpoint("sms", "office", "journey.counts", "true")
                + "</serviceTask>";
        String reply = "<receiveTask id='" + REPLY + "' messageRef='message'>" + touchpoint("email", "office")
                + "</receiveTask>";
        String pause = "<intermediateCatchEvent id='pause'><timerEventDefinition><timeDuration>PT1S</timeDuration>"
                + "</timerEventDefinition></intermediateCatchEvent>";
        String thank = "<serviceTask id='thank'" + byJob + touchpoint("sms", "office", "journey.counts", "true")
                + "</serviceTask>";
        String bpmn = document(process(
                ERRAND,
                row(ERRAND, phase("do", row("do", confirm, reply, pause, thank))),
                handler("help", "escalate", false, serviceTask(HANDLED))));
        String dmn =
                Dmn.table("contact-escalation-" + ERRAND, "contacts", ">= 6", "escalate", ">= 3", "watch", "-", "none");
        Multipart.of("deployment-name", ERRAND)
                .file("bpmn", ERRAND + ".bpmn", bpmn)
                .file("dmn", ERRAND + ".dmn", dmn)
                .post(on(a), "/engine-rest/deployment/create")
                .expect(200);
    }

    List<String> texts(String query, Object... values) {
        return database.queryForList(query, String.class, values);
    }

    int count(String from, Object... values) {
        Integer found = database.queryForObject("select count(*) from " + from, Integer.class, values);
        return found == null ? 0 : found;
    }

    /** A connection in a transaction that ends with it. */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Nobody else can write to the case until the connection's transaction ends. */
    Connection hold(String caseId) throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select * from journey_case where case_id = '" + caseId + "' for update");
        }
        return connection;
    }

    /** Nobody can record a contact until the connection's transaction ends; cases can be opened meanwhile. */
    Connection holdContacts() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table journey_contact in share mode");
        }
        return connection;
    }

    void open(String caseId, ServerProcess server) {
        on(server)
                .post("/api/journeys/" + ERRAND + "/cases", "{'caseId':'" + caseId + "'}")
                .expect(201);
    }

    void closeCase(String caseId, ServerProcess server) {
        on(server)
                .post("/api/cases/" + caseId + "/close", "{'reason':'done with'}")
                .expect(200);
    }

    /** Waits for something, and says what that was if it takes too long. */
    static void await(String what, Duration atMost, Callable<Boolean> reached) throws Exception {
        Instant end = Instant.now().plus(atMost);
        while (!reached.call()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("in " + atMost + " it did not come to this: " + what);
            }
            Thread.sleep(100);
        }
    }

    @Override
    public void close() {
        a.close();
        b.close();
        TestDatabase.stop();
    }
}
