package io.journeybpm.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.Caller;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One story in five parts, because starting a server takes most of the time. */
@DisplayName("Two servers on one database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SENDERS = 3;
    private static final int JOINING = 10;
    private static final int SPARE = 20;
    private static final int A_GOOD_DEAL = 100;

    /** The servers that hold jobs; one that is gone keeps its own until another takes them over. */
    private static final String HOLDERS = "select distinct lock_owner_ from act_ru_job where lock_owner_ is not null";

    private Cluster cluster;
    private Recount recount;
    private String brokenOff = "";

    @BeforeAll
    void prepare(@TempDir Path folder) {
        cluster = new Cluster(folder);
        recount = new Recount(cluster);
    }

    @AfterAll
    void end() {
        cluster.close();
    }

    @Test
    @Order(1)
    void thatStartAtOnceOnAnEmptyOneMakeEverythingOnce() throws Exception {
        Instant began = Instant.now();
        cluster.startAtOnce();
        say("both are up", began);

        assertThat(cluster.texts("select key_ from act_re_procdef"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(cluster.texts("select key_ from act_re_decision_def"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(cluster.texts("select name_ from act_re_deployment")).doesNotHaveDuplicates();
        assertThat(cluster.texts("select version from journey_schema_history where version <> '0'"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(cluster.texts("select name_ from act_ru_filter"))
                .containsExactlyInAnyOrder("All tasks", "Today's promises", "Nobody booked", "Mine as ambassador");
        assertThat(cluster.texts("select id_ from act_id_group"))
                .containsExactlyInAnyOrder(
                        "camunda-admin", "journey-owners", "journey-operations", "journey-integrators");
        assertThat(cluster.texts("select id_ from act_id_user")).containsExactly("admin");
        assertThat(cluster.texts("select objid::text from pg_locks where locktype = 'advisory'"))
                .isEmpty();
    }

    @Test
    @Order(2)
    void loseAndDoubleNothingWhenOneIsKilledAndFinishEveryJourney() throws Exception {
        cluster.deployErrand();
        Instant began = Instant.now();
        try (Customers customers = new Customers(cluster, "K-", SENDERS)) {
            awaitContacts(customers, A_GOOD_DEAL);
            brokenOff = RepairLog.send(cluster.on(cluster.a));
            Cluster.await(
                    "some of the log is read", PATIENCE, () -> cluster.count(RepairLog.READ) > RepairLog.CASES / 4);
            killAmidItsWork(cluster.a, customers);
            awaitContacts(customers, A_GOOD_DEAL);
            cluster.a.start();
            awaitContacts(customers, A_GOOD_DEAL);
            customers.finish();
            Cluster.await("every journey has ended", PATIENCE, () -> running() == 0);

            recount.nothingIsLostOrDoubled(customers, "K-");
            recount.everyJourneyHasEnded(customers, "K-");
            recount.eachLevelIsRaisedOnce("K-");
            assertThat(customers.repeated).as("calls that broke off").hasPositiveValue();
            say("a kill under load: " + customers, began);
        }
    }

    @Test
    @Order(3)
    void tellThatAnImportBrokeOffAndCompleteItWhenTheLogIsSentToTheOther() throws Exception {
        Caller other = cluster.on(cluster.b);
        assertThat(cluster.count(RepairLog.READ)).isBetween(RepairLog.CASES / 4, RepairLog.CASES * RepairLog.STEPS - 1);
        cluster.database.update(
                "update journey_run set updated_at = updated_at - interval '60' second where id = ?", brokenOff);
        Answer shown = other.get("/api/imports/" + brokenOff).expect(200);
        assertThat(shown.at("/state")).isEqualTo("failed");
        assertThat(shown.at("/error")).contains("its server stopped", "sending the log again");

        String again = RepairLog.send(other);
        Caller first = cluster.on(cluster.a);
        Cluster.await("the log is read", PATIENCE, () -> first.get("/api/imports/" + again)
                .at("/state")
                .equals("done"));
        assertThat(first.get("/api/imports/" + again).at("/contacts"))
                .isEqualTo("" + RepairLog.CASES * RepairLog.STEPS);
        assertThat(cluster.count(RepairLog.READ)).isEqualTo(RepairLog.CASES * RepairLog.STEPS);
        assertThat(cluster.texts(
                        "select case_id from journey_case where case_id like 'L-%' and contacts <> ?", RepairLog.STEPS))
                .isEmpty();
    }

    @Test
    @Order(4)
    void giveOneAnswerToACallSentToBothAtOnce() throws Exception {
        String caseId = "twice";
        cluster.open(caseId, cluster.a);
        List<CompletableFuture<Answer>> sent;
        try (Connection held = cluster.hold(caseId)) {
            sent = Stream.of(cluster.a, cluster.b)
                    .map(server -> CompletableFuture.supplyAsync(() -> cluster.on(server)
                            .post(
                                    "/api/cases/twice/contacts",
                                    "{'channel':'phone'}",
                                    "Idempotency-Key",
                                    "sent to both")))
                    .toList();
            Thread.sleep(1000);
            held.rollback();
        }
        assertThat(sent.get(0).get().expect(201).body())
                .isEqualTo(sent.get(1).get().expect(201).body());
        assertThat(cluster.count("journey_contact where case_id = 'twice' and touchpoint is null"))
                .isEqualTo(1);
        cluster.closeCase(caseId, cluster.a);
    }

    @Test
    @Order(5)
    void areRestartedOneAfterTheOtherWithoutAnybodyNoticing() throws Exception {
        Instant began = Instant.now();
        try (Customers customers = new Customers(cluster, "R-", SENDERS)) {
            for (ServerProcess each : List.of(cluster.a, cluster.b)) {
                awaitContacts(customers, A_GOOD_DEAL);
                stopAmidItsWork(each);
                awaitContacts(customers, A_GOOD_DEAL);
                each.start();
            }
            awaitContacts(customers, A_GOOD_DEAL);
            customers.finish();
            Cluster.await("every journey has ended", PATIENCE, () -> running() == 0);

            recount.nothingIsLostOrDoubled(customers, "R-");
            recount.everyJourneyHasEnded(customers, "R-");
            recount.eachLevelIsRaisedOnce("R-");
            say("a rolling restart: " + customers, began);
        }
    }

    /** While nobody can write a contact, both servers come to hold calls and jobs that have begun. */
    private void killAmidItsWork(ServerProcess server, Customers customers) throws Exception {
        try (Connection held = cluster.holdContacts()) {
            customers.join(JOINING);
            Cluster.await(
                    "both servers have jobs in hand",
                    PATIENCE,
                    () -> cluster.texts(HOLDERS).size() == 2);
            server.kill();
            held.rollback();
        }
    }

    /** Tells a server to end while a call waits and there are more jobs than the other one has threads for. */
    private void stopAmidItsWork(ServerProcess server) throws Exception {
        Caller caller = cluster.on(server);
        ServerProcess other = server == cluster.a ? cluster.b : cluster.a;
        List<String> spare = IntStream.range(0, SPARE)
                .mapToObj(each -> "spare-" + server.handle().pid() + "-" + each)
                .toList();
        cluster.open(spare.get(0), server);
        CompletableFuture<Answer> inFlight;
        CompletableFuture<Void> end;
        try (Connection held = cluster.holdContacts()) {
            inFlight = CompletableFuture.supplyAsync(
                    () -> caller.post("/api/cases/" + spare.get(0) + "/contacts", "{'channel':'phone'}"));
            Thread.sleep(1000);
            end = CompletableFuture.runAsync(() -> stop(server));
            Thread.sleep(500);
            spare.stream().skip(1).forEach(each -> cluster.open(each, other));
            Thread.sleep(1500);
            assertThat(inFlight).isNotDone();
            assertThat(server.isAlive()).isTrue();
            held.rollback();
        }
        inFlight.get().expect(201);
        end.get();
        assertThat(cluster.texts(HOLDERS)).as("servers that hold jobs").hasSizeLessThanOrEqualTo(1);
        spare.forEach(each -> cluster.closeCase(each, other));
    }

    private static void stop(ServerProcess server) {
        try {
            server.stop();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitContacts(Customers customers, int more) throws Exception {
        int before = customers.acknowledged.size();
        Cluster.await("more contacts", PATIENCE, () -> customers.acknowledged.size() > before + more);
    }

    private int running() {
        return cluster.count("act_hi_procinst where proc_def_key_ = ? and end_time_ is null", Cluster.ERRAND);
    }

    private static void say(String what, Instant began) {
        System.out.printf(
                "%s, %d ms%n", what, Duration.between(began, Instant.now()).toMillis());
    }
}
