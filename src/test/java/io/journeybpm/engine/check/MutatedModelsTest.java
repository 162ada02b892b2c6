package io.journeybpm.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Two thousand shipped files that something has happened to, deployed as a process owner would. Not tagged {@code engine}:
 * what is refused never comes to the tables, so once on H2 is enough.
 */
@DisplayName("A shipped model that was mutilated")
class MutatedModelsTest extends ServerTest {

    private static final String ACCOUNTS = "org.camunda.bpm.engine.context";
    private static final LoggingSystem LOGGING = LoggingSystem.get(MutatedModelsTest.class.getClassLoader());
    private static final int MUTANTS = Integer.getInteger("journey.test.mutants", 2_000);
    private static final int FIRST = Integer.getInteger("journey.test.first-mutant", 0);

    /** The engine's own account of each refusal, with its stack, would be most of the work. */
    @BeforeEach
    void beQuiet() {
        LOGGING.setLogLevel(ACCOUNTS, LogLevel.OFF);
    }

    @AfterEach
    void speakAgain() {
        LOGGING.setLogLevel(ACCOUNTS, null);
    }

    @Test
    void isDeployedAsAWholeOrRefusedWithTheElementOrLine() {
        Map<String, Integer> answers = new TreeMap<>();
        int number = FIRST;
        while (number < FIRST + MUTANTS) {
            // the first half one by one, the second together with one of each other file
            int together = number < FIRST + MUTANTS / 2 ? 1 : Mutant.files();
            List<Mutant> mutants = LongStream.range(number, number + together)
                    .mapToObj(Mutant::new)
                    .toList();
            String what = number + ": " + mutants;
            List<Long> before = counts();
            Answer answer = deploy(mutants);
            if (answer.status() == 200) {
                as("owner").get("/api/journeys").expect(200);
                as("owner").get("/api/journeys/water-damage-claim").expect(200);
                engine.getRepositoryService().deleteDeployment(answer.at("/id"), true);
            } else {
                assertThat(answer.status()).as(what + " " + answer.body()).isEqualTo(400);
                assertPlaces(what, answer);
            }
            JsonNode refused = answer.json().path("details");
            for (Mutant each : mutants) {
                String said = refused.has(each.name()) ? " refused" : " accepted";
                answers.merge(each.name() + said, 1, Integer::sum);
            }
            assertThat(counts()).as(what).isEqualTo(before);
            number += together;
        }
        System.out.println("mutilated models: " + answers);
        assertThat(answers.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(MUTANTS);
        assertThat(answers).hasSize(2 * Mutant.files());
    }

    private static void assertPlaces(String what, Answer answer) {
        assertThat(answer.at("/type")).as(what + " " + answer.body()).isEqualTo("ParseException");
        JsonNode reports = answer.json().path("details");
        assertThat(reports).as(what).isNotEmpty();
        for (JsonNode report : reports) {
            assertThat(report.path("errors")).as(what).isNotEmpty();
            for (JsonNode error : report.path("errors")) {
                boolean placed = error.path("line").asInt() > 0
                        || !error.path("mainElementId").isNull();
                assertThat(placed).as(what + " " + error).isTrue();
                assertThat(error.path("message").asText()).as(what).isNotBlank();
            }
        }
    }

    private List<Long> counts() {
        RepositoryService repository = engine.getRepositoryService();
        return List.of(
                repository.createDeploymentQuery().count(),
                repository.createProcessDefinitionQuery().count(),
                repository.createDecisionDefinitionQuery().count(),
                engine.getManagementService().createJobDefinitionQuery().count());
    }

    private Answer deploy(List<Mutant> mutants) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Mutant each : mutants) {
            String head = "--mutant\r\nContent-Disposition: form-data; name=\"" + each.name() + "\"; filename=\""
                    + each.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(each.content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--mutant--\r\n".getBytes(StandardCharsets.UTF_8));
        return as("owner")
                .send(as("owner")
                        .request("/engine-rest/deployment/create")
                        .setHeader("Content-Type", "multipart/form-data; boundary=mutant")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }
}
