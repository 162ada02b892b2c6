package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.Multipart;
import io.journeybpm.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Changed tables are tried over REST")
class BacktestsOverRestTest extends ServerTest {

    private static final String PATH = "/api/backtests";
    private static final String EARLIER =
            Dmn.table("contact-escalation-" + KITCHEN, "contacts", ">= 5", "escalate", ">= 2", "watch", "-", "none");
    private static final String MAPPING = "{\"journey\":\"kitchen\",\"caseId\":\"order\",\"touchpoint\":\"step\","
            + "\"occurredAt\":\"at\",\"channel\":\"visit\"}";
    private static final String LOG = "order,step,at\n1,measure,2026-01-05T08:00:00Z\n1,mend,2026-01-06T08:00:00Z\n"
            + "2,measure,2026-01-07T08:00:00Z\n";

    private static Multipart decision(String dmn) {
        return Multipart.ofFile("decision", "new.dmn", dmn);
    }

    private JsonNode end(String location) throws InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(patience)) {
            JsonNode shown = as("owner").get(location).expect(200).json();
            if (shown.at("/state").asText().matches("done|failed")) {
                return shown;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the backtest did not end");
    }

    private void contacts(String caseId, int count) {
        for (int i = 0; i < count; i++) {
            as("integrator")
                    .post("/api/cases/" + caseId + "/contacts", "{'channel':'phone','party':'handler'}")
                    .expect(201);
        }
    }

    @Test
    void recordedCasesShowWhatAChangedTableWouldHaveDone() throws InterruptedException {
        String caseId = newCase();
        contacts(caseId, 5);

        Answer taken = decision(EARLIER).post(as("owner"), PATH).expect(202);
        assertThat(taken.header("Location")).isEqualTo(PATH + "/" + taken.at("/id"));
        JsonNode done = end(taken.header("Location"));

        assertThat(done.at("/state").asText()).as(done.toString()).isEqualTo("done");
        assertThat(done.at("/decision").asText()).isEqualTo("contact-escalation-kitchen");
        assertThat(done.at("/journey").asText()).isEqualTo(KITCHEN);
        assertThat(done.at("/levels/new/escalate").asInt())
                .isGreaterThan(done.at("/levels/old/escalate").asInt());
        assertThat(done.at("/changes/0/level").asText()).isEqualTo("watch");
        assertThat(done.at("/changes/0/all/earlier").asInt()).isPositive();
        assertThat(done.at("/changes/0/owners/0/owner").asText()).isEqualTo("somebody");
        assertThat(done.at("/changes/0/owners/0/change/earlier").asInt()).isPositive();
        JsonNode mine = null;
        for (JsonNode each : done.at("/first")) {
            mine = each.at("/caseId").asText().equals(caseId) ? each : mine;
        }
        assertThat(mine).as(done.toString()).isNotNull();
        assertThat(mine.at("/old/level").asText()).isEqualTo("watch");
        assertThat(mine.at("/new/level").asText()).isEqualTo("escalate");
        assertThat(mine.at("/new/reason").asText()).isEqualTo("because of rule-1");
        assertThat(Instant.parse(mine.at("/new/when").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(as("owner").get("/api/cases/" + caseId).at("/escalation/level"))
                .isEqualTo("watch");
    }

    @Test
    void aLogShowsItToo() throws InterruptedException {
        Answer taken = decision(EARLIER)
                .file("log", "log.csv", LOG)
                .file("mapping", "mapping.json", MAPPING)
                .post(as("owner"), PATH)
                .expect(202);
        JsonNode done = end(taken.header("Location"));

        assertThat(done.at("/cases").asInt()).as(done.toString()).isEqualTo(2);
        assertThat(done.at("/differ").asInt()).isEqualTo(1);
        assertThat(done.at("/log").asText()).isEqualTo("log.csv");
        assertThat(done.at("/done").asLong())
                .isEqualTo(LOG.length())
                .isEqualTo(done.at("/total").asLong());
        assertThat(done.at("/first/0/caseId").asText()).isEqualTo("1");
        assertThat(done.at("/first/0/differences/0/change").asText()).isEqualTo("more");
        assertThat(done.at("/first/0/differences/0/new/when").asText()).isEqualTo("2026-01-06T08:00:00Z");
        assertThat(done.at("/rejected/count").asInt()).isZero();
        as("owner").get("/api/cases/1").problem(404);
    }

    @Test
    void theSameKeyAndFilesAreTheSameBacktest() {
        String[] key = {"Idempotency-Key", "backtest-" + System.nanoTime()};
        Answer first = decision(EARLIER).post(as("owner"), PATH, key).expect(202);
        assertThat(decision(EARLIER).post(as("owner"), PATH, key).expect(202).body())
                .isEqualTo(first.body());
        decision(EARLIER.replace("5", "4")).post(as("owner"), PATH, key).problem(422, "Idempotency-Key");
    }

    @Test
    void whatCanNotBeTriedIsRefusedAtOnce() {
        decision("no table").post(as("owner"), PATH).problem(400, "decision");
        decision("").post(as("owner"), PATH).problem(400, "decision");
        decision(Dmn.table("discount", "contacts", "-", "none"))
                .post(as("owner"), PATH)
                .problem(400, "decision");
        decision("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>" + EARLIER.replace("because", "&b;"))
                .post(as("owner"), PATH)
                .problem(400, "decision");
        decision(EARLIER + " ".repeat(TrialUpload.LARGEST))
                .post(as("owner"), PATH)
                .problem(413);
        decision(EARLIER).file("log", "log.csv", LOG).post(as("owner"), PATH).problem(400, "mapping");
        decision(EARLIER)
                .file("mapping", "m.json", MAPPING)
                .post(as("owner"), PATH)
                .problem(400, "log");
        decision(EARLIER)
                .file("log", "log.csv", LOG)
                .file("mapping", "m.json", "{}")
                .post(as("owner"), PATH)
                .problem(400, "mapping.journey");
        decision(EARLIER)
                .file("log", "log.csv", LOG)
                .file("mapping", "m.json", MAPPING.replace("kitchen", "bathroom"))
                .post(as("owner"), PATH)
                .problem(400, "decision");
        Multipart.ofFile("log", "log.csv", LOG).post(as("owner"), PATH).problem(400, "decision");
        as("owner").get(PATH + "/nobody").problem(404);
    }

    @Test
    void anImportIsNoBacktest() {
        String id = Multipart.ofFile("log", "log.csv", LOG)
                .file(
                        "mapping",
                        "m.json",
                        MAPPING.replace("}", ",\"caseIdPrefix\":\"B" + System.nanoTime() % 1000 + "-\"}"))
                .post(as("integrator"), "/api/imports")
                .expect(202)
                .at("/id");
        as("demo").get("/api/imports/" + id).expect(200);
        as("demo").get(PATH + "/" + id).problem(404);
    }

    @Test
    void onlyOwnersAndAdministratorsTry() {
        decision(EARLIER).post(as("ops"), PATH).problem(403);
        decision(EARLIER).post(as("integrator"), PATH).problem(403);
        decision(EARLIER).post(anonymous(), PATH).problem(401);
        decision(EARLIER).post(as("demo"), PATH).expect(202);
    }
}
