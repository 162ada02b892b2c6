package io.journeybpm.situations;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.ServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("engine")
@DisplayName("K4: a customer is found by whatever they say of themselves; being asked again counts")
class K4NobodyIsAskedForTheirCustomerNumberTest extends ServerTest {

    private static final String INGEBORG = "K4-ingeborg";

    private static String caseOfIngeborg;

    @BeforeEach
    void twoCustomersOfNearlyOneName() {
        if (caseOfIngeborg == null) {
            caseOfIngeborg = open(
                    INGEBORG,
                    "Ingeborg Kjærsøe Blåmand",
                    "+45 31 42 53 64",
                    "i.kjaersoe@blaamand.example",
                    "Østre Æblehave 12 B, 8000 Aarhus C");
            open(
                    "K4-ingemann",
                    "Ingemann Kjærsøe",
                    "+46 8 123 456 78",
                    "post@ingemann.example",
                    "Vestergade 3, 6000 Kolding");
        }
    }

    private String open(String reference, String name, String phone, String email, String address) {
        String caseId = "K4-" + UUID.randomUUID();
        as("integrator")
                .post(
                        "/api/journeys/kitchen/cases",
                        "{'caseId':'" + caseId + "','customer':{'reference':'" + reference + "','name':'" + name
                                + "','phone':'" + phone + "','email':'" + email + "','address':'" + address + "'}}")
                .expect(201);
        return caseId;
    }

    private Answer find(String asked) {
        String q = URLEncoder.encode(asked, StandardCharsets.UTF_8);
        return as("ops").get("/api/customers?q=" + q).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Ingeborg Kjærsøe Blåmand, name",
        "blåmand ingeborg, name",
        "Kjaersoe Ingeborg, name",
        "INGEBORG KJÆRSØE, name",
        "Ingeborg Blaamand, name",
        "Ingeborg Blåmand Kærsøe, name",
        "Ingebrog Blåmand, name",
        "Ingeborgg Blåmnad, name",
        "Ingborg Blamand, name",
        "Íngeborg Bländ Blåmand, name",
        "i.kjaersoe@blaamand.example, email",
        "I.Kjaersoe@Blaamand.example, email",
        "i.kjarsoe@blaamand.example, email",
        "'Østre Æblehave 12', address",
        "'ostre aeblehave, Aarhus', address",
        "'Oestre Æblehvae 12 B Århus', address",
        "'Ingeborg, Æblehave', address",
        "K4-ingeborg, reference",
        "k4-INGEBORG, reference"
    })
    void isFoundByNameEmailOrAddressHoweverTyped(String asked, String field) {
        Answer found = find(asked);
        assertThat(found.at("/items/0/customer/reference")).as(found.body()).isEqualTo(INGEBORG);
        assertThat(found.at("/items/0/match/field")).as(found.body()).isEqualTo(field);
        assertThat(found.json().at("/items/0/match/likeness").asDouble()).isGreaterThan(0.7);
        assertThat(found.at("/items/0/cases/0/caseId")).isEqualTo(caseOfIngeborg);
        assertThat(found.at("/items/0/cases/0/level")).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31425364",
                "31 42 53 64",
                "+45 31 42 53 64",
                "0045 31425364",
                "(+45) 31-42-53-64",
                "+45 (0)31425364",
                "31.42.53.64",
                "tel. 31 42 53 64, Ingeborg",
                "３１４２５３６４"
            })
    void isFoundByPhoneInAnyNotation(String asked) {
        Answer found = find(asked);
        assertThat(found.at("/items/0/customer/reference")).as(found.body()).isEqualTo(INGEBORG);
        assertThat(found.json().at("/items/0/match/likeness").asDouble()).isGreaterThan(0.7);
    }

    @Test
    void theLikeliestComesFirstAndNobodyIsMadeUp() {
        assertThat(find("Kjærsøe").json().at("/items").findValuesAsText("reference"))
                .containsExactly("K4-ingemann", INGEBORG);
        assertThat(find("Ingeborg Kjærsøe").at("/items/0/customer/reference")).isEqualTo(INGEBORG);
        assertThat(find("Xqzwvbn Ypkrtm").json().at("/items")).isEmpty();
        assertThat(find("Blåmand Wrongstreetname Wrongtown").at("/items/0/customer/reference"))
                .isEqualTo(INGEBORG);
        assertThat(find("99 88 77 66").json().at("/items")).isEmpty();
        assertThat(find("%_*'\";--").json().at("/items")).isEmpty();
    }

    @Test
    void whoMovesOrMarriesIsFoundByTheNewNameAndNotByTheOld() {
        open("K4-moving", "Quirina Gammelnavn", "+45 71 72 73 74", "q@moving.example", "Gammelgade 1");
        open("K4-moving", "Quirina Nynavnsen", "+45 71 72 73 75", "q@moving.example", "Nygade 2");
        assertThat(find("Nynavnsen").at("/items/0/customer/reference")).isEqualTo("K4-moving");
        assertThat(find("Nynavnsen").json().at("/items/0/cases")).hasSize(2);
        assertThat(find("71727375").at("/items/0/customer/reference")).isEqualTo("K4-moving");
        assertThat(find("Gammelnavn").json().at("/items")).isEmpty();
        assertThat(find("71727374").json().at("/items")).isEmpty();
    }

    @Test
    void whatIsAskedForIsChecked() {
        as("ops").get("/api/customers").problem(400, "q");
        as("ops").get("/api/customers?q=%20").problem(400, "q");
        as("ops").get("/api/customers?q=a%00b").problem(400, "q");
        as("ops").get("/api/customers?q=" + "a".repeat(256)).problem(400, "q");
        as("ops").get("/api/customers?q=ida&limit=51").problem(400, "limit");
        JsonNode one = as("owner")
                .get("/api/customers?q=Kj%C3%A6rs%C3%B8e&limit=1")
                .expect(200)
                .json();
        assertThat(one.at("/items")).hasSize(1);
        assertThat(one.at("/more").asBoolean()).isTrue();
        assertThat(one.at("/next").isNull()).isTrue();
    }

    @Test
    void aCallIsRecordedOnTheCaseOfThePhoneAndBeingAskedAgainCounts() {
        Answer answer = as("ops")
                .post("/api/calls", "{'phone':'0045 31 42 53 64','reason':'question','repeatedQuestions':1}")
                .expect(201);
        assertThat(answer.at("/case/caseId")).isEqualTo(caseOfIngeborg);
        assertThat(answer.at("/case/counts/repeatedQuestions")).isEqualTo("1");
        Answer contact = as("ops").get(answer.header("Location")).expect(200);
        assertThat(contact.at("/repeatedQuestions")).isEqualTo("1");
        assertThat(contact.at("/user")).isEqualTo("ops");
    }

    @Test
    void drawnInTheModelerBeingAskedForTheCustomerNumberCountsAndRaisesTheLevel() {
        String call = userTask("first-call", touchpoint("phone", "handler", "journey.direction", "inbound"));
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "k4-asking.bpmn",
                        document(process(
                                "k4-asking", row("k4", phase("report", row("report", call, userTask("wait")))))))
                .addString(
                        "k4-asking.dmn",
                        Dmn.table("contact-escalation-k4-asking", "repeatedQuestions", ">= 1", "watch", "-", "none"))
                .deploy();
        String caseId = "K4-" + UUID.randomUUID();
        engine.getRuntimeService().startProcessInstanceByKey("k4-asking", caseId);
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult();
        engine.getTaskService().complete(task.getId(), Map.of("outcome", "done", "repeatedQuestions", 1));
        JsonNode asked = as("owner").get("/api/cases/" + caseId).json();
        assertThat(asked.at("/counts/repeatedQuestions").asInt()).isEqualTo(1);
        assertThat(asked.at("/escalation/level").asText()).isEqualTo("watch");
    }
}
