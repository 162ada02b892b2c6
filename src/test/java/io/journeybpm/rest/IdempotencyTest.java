package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.casework.Once;
import io.journeybpm.ledger.Answers;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("A call with an Idempotency-Key is carried out once")
class IdempotencyTest extends ServerTest {

    private static final String BODY = "{'channel':'visit','party':'carpenter'}";

    @Autowired
    private Answers answers;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String key = UUID.randomUUID().toString();

    private Answer contact(String caseId, String body) {
        return as("integrator").post("/api/cases/" + caseId + "/contacts", body, "Idempotency-Key", key);
    }

    private String contacts(String caseId) {
        return as("integrator").get("/api/cases/" + caseId).at("/counts/contacts");
    }

    @Test
    void theSameContentGetsTheSameAnswerToTheByte() {
        String caseId = newCase();
        Answer first = contact(caseId, BODY).expect(201);
        as("integrator").post("/api/cases/" + caseId + "/contacts", BODY).expect(201);
        Answer again = contact(caseId, BODY).expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
        assertThat(contacts(caseId)).isEqualTo("2");
    }

    @Test
    void otherContentIsRefused() {
        String caseId = newCase();
        contact(caseId, BODY).expect(201);
        contact(caseId, "{'channel':'visit','party':'plumber'}").problem(422, "Idempotency-Key");
        assertThat(contacts(caseId)).isEqualTo("1");
    }

    @Test
    void aRefusalIsNotKept() {
        String caseId = newCase();
        contact(caseId, "{'channel':'pigeon'}").problem(400);
        contact(caseId, BODY).expect(201);
        as("integrator")
                .post("/api/cases/later/contacts", BODY, "Idempotency-Key", key)
                .problem(404);
        as("integrator")
                .post("/api/cases/later/contacts", "{'channel':'phone'}", "Idempotency-Key", key)
                .problem(404);
    }

    @Test
    void anotherUserOrAnotherPathHasKeysOfItsOwn() {
        String caseId = newCase();
        String other = newCase();
        contact(caseId, BODY).expect(201);
        contact(other, BODY).expect(201);
        as("demo")
                .post("/api/cases/" + caseId + "/contacts", BODY, "Idempotency-Key", key)
                .expect(201);
        assertThat(contacts(caseId)).isEqualTo("2");
        assertThat(contacts(other)).isEqualTo("1");
    }

    @Test
    void aCallWithoutABodyMayBeRepeatedToo() {
        String caseId = newCase();
        String promise = as("integrator")
                .post("/api/cases/" + caseId + "/promises", "{'what':'a visit'}")
                .at("/promiseId");
        String kept = "/api/cases/" + caseId + "/promises/" + promise + "/kept";
        Answer first = as("ops").post(kept, null, "Idempotency-Key", key).expect(200);
        Answer again = as("ops").post(kept, null, "Idempotency-Key", key).expect(200);
        assertThat(again.body()).isEqualTo(first.body());
        as("ops").post(kept, null).problem(409);
    }

    @Test
    void manyAtOnceAreOne() throws Exception {
        String caseId = newCase();
        List<Answer> given = atOnce(8, () -> contact(caseId, BODY));
        assertThat(given).extracting(Answer::status).containsOnly(201);
        assertThat(given).extracting(Answer::body).containsOnly(given.get(0).body());
        assertThat(contacts(caseId)).isEqualTo("1");
    }

    @Test
    void manyOpeningsAtOnceAreOne() throws Exception {
        String caseId = "K-" + UUID.randomUUID();
        List<Answer> given = atOnce(8, () -> as("integrator")
                .post(
                        "/api/journeys/kitchen/cases",
                        "{'caseId':'" + caseId + "','customer':{'reference':'" + caseId + "'}}",
                        "Idempotency-Key",
                        key));
        assertThat(given).extracting(Answer::status).containsOnly(201);
        assertThat(given).extracting(Answer::body).containsOnly(given.get(0).body());
    }

    @Test
    void withoutAKeyOneOpeningWinsAndTheOthersAreToldSo() throws Exception {
        String caseId = "K-" + UUID.randomUUID();
        List<Answer> given = atOnce(6, () -> as("integrator")
                .post("/api/journeys/kitchen/cases", "{'caseId':'" + caseId + "','customer':{'reference':'shared'}}"));
        assertThat(given).filteredOn(each -> each.status() == 201).hasSize(1);
        assertThat(given).filteredOn(each -> each.status() == 409).hasSize(5);
        given.stream().filter(each -> each.status() == 409).forEach(each -> each.problem(409, "caseId"));
    }

    @Test
    void manyContactsOfOneCaseAtOnceAllCount() throws Exception {
        String caseId = newCase();
        List<Answer> given =
                atOnce(12, () -> as("integrator").post("/api/cases/" + caseId + "/contacts", "{'channel':'visit'}"));
        assertThat(given).extracting(Answer::status).containsOnly(201);
        assertThat(contacts(caseId)).isEqualTo("12");
        assertThat(given.stream()
                        .filter(each -> each.json().at("/escalation/raised").asBoolean()))
                .as("each level is raised once")
                .hasSize(2);
    }

    @Test
    void aDuplicateOfACallStillRunningIsToldToComeBack() {
        String caseId = newCase();
        String path = "/api/cases/" + caseId + "/contacts";
        Answers.Call running = new Answers.Call(
                "integrator", path, key, Once.digest(BODY.replace('\'', '"').getBytes()));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            answers.claim(running);
            Instant before = Instant.now();
            Answer duplicate = contact(caseId, BODY).problem(409, "Idempotency-Key");
            assertThat(duplicate.header("Retry-After")).isEqualTo("1");
            assertThat(Duration.between(before, Instant.now())).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
            status.setRollbackOnly();
        });
        contact(caseId, BODY).expect(201);
    }

    private static List<Answer> atOnce(int callers, Callable<Answer> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            List<Future<Answer>> answers = pool.invokeAll(
                    IntStream.range(0, callers).mapToObj(each -> call).toList());
            return answers.stream().map(IdempotencyTest::get).toList();
        } finally {
            pool.shutdown();
        }
    }

    private static Answer get(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
