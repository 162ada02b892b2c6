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
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Two thousand shipped files that something has happened to, deployed as a process owner would. Not tagged {@code engine}:
 * what is refused never comes to the tables, so once on H2 is enough.
 */
@DisplayName("A shipped model that was mutilated")
class MutatedModelsTest extends ServerTest {

    private static final int MUTANTS = Integer.getInteger("journey.test.mutants", 2_000);
    private static final int FIRST = Integer.getInteger("journey.test.first-mutant", 0);

    @Test
    void isDeployedAsAWholeOrRefusedWithTheElementOrLine() {
        Map<String, Integer> answers = new TreeMap<>();
        for (int number = FIRST; number < FIRST + MUTANTS; number++) {
            Mutant mutant = new Mutant(number);
            String what = number + ": " + mutant;
            List<Long> before = counts();
            Answer answer = deploy(mutant);
            answers.merge(mutant.file.getFileName() + " " + answer.status(), 1, Integer::sum);
            if (answer.status() == 200) {
                as("owner").get("/api/journeys").expect(200);
                as("owner").get("/api/journeys/water-damage-claim").expect(200);
                engine.getRepositoryService().deleteDeployment(answer.at("/id"), true);
            } else {
                assertThat(answer.status()).as(what + " " + answer.body()).isEqualTo(400);
                assertPlaces(what, answer);
            }
            assertThat(counts()).as(what).isEqualTo(before);
        }
        System.out.println("mutilated models by file and answer: " + answers);
        assertThat(answers.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(MUTANTS);
        assertThat(answers.keySet()).anyMatch(each -> each.endsWith("200")).anyMatch(each -> each.endsWith("400"));
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

    private Answer deploy(Mutant mutant) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--mutant\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + mutant.file.getFileName()
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(mutant.content);
        body.writeBytes("\r\n--mutant--\r\n".getBytes(StandardCharsets.UTF_8));
        return as("owner").send(as("owner")
                .request("/engine-rest/deployment/create")
                .setHeader("Content-Type", "multipart/form-data; boundary=mutant")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }
}
