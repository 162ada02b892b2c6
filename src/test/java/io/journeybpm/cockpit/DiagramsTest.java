package io.journeybpm.cockpit;

import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Bpmn;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.WebApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On Cockpit's diagrams")
class DiagramsTest extends CockpitTest {

    @Test
    void eachTouchpointShowsWhatHappenedThereAndWhereCasesLeftTheDrawnWay() {
        String key = hallway();
        String usual = newCase(key);
        contact(
                usual,
                "{'touchpoint':'first-call','occurredAt':'2026-03-02T08:00:00Z',"
                        + "'costs':[{'payer':'company','amount':100,'currency':'DKK'}],'score':{'scale':'csat','value':5}}");
        contact(usual, "{'touchpoint':'carpentry','outcome':'failed','occurredAt':'2026-03-03T08:00:00Z'}");
        contact(
                usual,
                "{'touchpoint':'carpentry','party':'carpenter','channel':'visit','occurredAt':'2026-03-05T08:00:00Z'}");
        contact(
                usual,
                "{'channel':'phone','direction':'inbound','party':'handler','reason':'chasing',"
                        + "'occurredAt':'2026-03-06T08:00:00Z'}");
        contact(newCase(key), "{'touchpoint':'plumbing','party':'plumber','occurredAt':'2026-03-02T08:00:00Z'}");
        newCase(key);

        JsonNode shown = figures("ops", key).expect(200).json();
        assertThat(shown.path("cases").asInt()).isEqualTo(3);
        assertThat(shown.path("asOf").asText()).isNotBlank();
        JsonNode call = place(shown, "first-call");
        assertThat(call.at("/counts/contacts").asInt()).isEqualTo(1);
        assertThat(call.at("/counts/planned").asInt()).isEqualTo(1);
        assertThat(call.at("/counts/costs")).hasSize(1);
        assertThat(call.at("/counts/costs/0/payer").asText()).isEqualTo("company");
        assertThat(call.at("/counts/costs/0/amount").decimalValue()).isEqualByComparingTo("100");
        assertThat(call.at("/counts/costs/0/currency").asText()).isEqualTo("DKK");
        assertThat(call.at("/counts/score").asInt()).isEqualTo(100);
        assertThat(call.path("deviations").toString())
                .as("two are in the next phase, one of them without a call; the third has only begun")
                .isEqualTo("{\"passed\":2,\"missing\":1,\"repeated\":0,\"irregular\":0}");

        JsonNode carpentry = place(shown, "carpentry");
        assertThat(carpentry.path("party").asText()).isEqualTo("carpenter");
        assertThat(carpentry.at("/counts/contacts").asInt()).isEqualTo(2);
        assertThat(carpentry.at("/counts/failures").asInt()).isEqualTo(1);
        assertThat(carpentry.at("/counts/failed").asInt()).isEqualTo(1);
        assertThat(carpentry.at("/counts/meanWait").asInt()).as("a day and two").isEqualTo(36 * 3_600);
        assertThat(carpentry.at("/counts/arrivals").asInt()).isEqualTo(1);
        assertThat(carpentry.at("/counts/arrivalWait").asInt()).isEqualTo(24 * 3_600);
        assertThat(carpentry.at("/deviations/repeated").asInt()).isEqualTo(1);
        assertThat(carpentry.at("/deviations/missing").asInt())
                .as("nobody is past it")
                .isZero();

        assertThat(shown.path("boundaries").findValuesAsText("to")).containsExactly("handler", "carpenter");
        assertThat(shown.at("/drawn/0/id").asText()).isEqualTo("first-call");
        assertThat(shown.at("/drawn/0/between").toString())
                .isEqualTo("{\"from\":\"handler\",\"to\":\"carpenter\",\"handoffs\":1,\"withoutBrief\":1,"
                        + "\"meanWait\":86400}");
        assertThat(shown.path("adHoc").toString())
                .isEqualTo("[{\"channel\":\"phone\",\"reason\":\"chasing\",\"contacts\":1,\"failures\":0}]");
        assertThat(shown.path("phases").findValuesAsText("id")).containsExactly("plan", "build");
        assertThat(shown.at("/phases/1/counts/contacts").asInt()).isEqualTo(4);
    }

    @Test
    void whatWasMissedOrRedoneIsAFailureAndAStepBackIsOutOfSequence() {
        String key = hallway();
        String caseId = newCase(key);
        contact(caseId, "{'touchpoint':'first-call','occurredAt':'2026-03-02T08:00:00Z'}");
        contact(caseId, "{'touchpoint':'carpentry','occurredAt':'2026-03-03T08:00:00Z'}");
        contact(
                caseId,
                "{'touchpoint':'carpentry','party':'carpenter','channel':'visit','occurredAt':'2026-03-04T08:00:00Z'}");
        contact(
                caseId,
                "{'touchpoint':'first-call','party':'handler','channel':'phone','occurredAt':'2026-03-05T08:00:00Z'}");
        contact(caseId, "{'touchpoint':'plumbing','outcome':'missed','occurredAt':'2026-03-06T08:00:00Z'}");
        as("ops")
                .post("/api/cases/" + caseId + "/close", "{'reason':'withdrawn'}")
                .expect(200);

        JsonNode shown = figures("ops", key).expect(200).json();
        JsonNode carpentry = place(shown, "carpentry");
        assertThat(carpentry.at("/counts/rework").asInt()).isEqualTo(1);
        assertThat(carpentry.at("/counts/failures").asInt()).isEqualTo(1);
        assertThat(place(shown, "first-call").at("/deviations/irregular").asInt())
                .isEqualTo(1);
        JsonNode plumbing = place(shown, "plumbing");
        assertThat(plumbing.at("/counts/missed").asInt()).isEqualTo(1);
        assertThat(plumbing.at("/deviations/missing").asInt())
                .as("nobody came, and now it is over")
                .isEqualTo(1);
    }

    @Test
    void aJourneyWithoutCasesIsShownAsThat() {
        JsonNode shown = figures("ops", hallway()).expect(200).json();
        assertThat(shown.path("cases").asInt()).isZero();
        assertThat(shown.path("touchpoints")).hasSize(3);
    }

    @Test
    void whereThereIsNothingToShowNothingIsAndThatIsNoError() {
        String key = hallway();
        String caseId = newCase(key);
        String blind = user("blinddiagrams", "cockpit");
        grant(blind, Resources.PROCESS_DEFINITION, key, ProcessDefinitionPermissions.READ);
        String reader = user("readerdiagrams", "cockpit");
        grant(reader, Resources.PROCESS_DEFINITION, key, ProcessDefinitionPermissions.READ);
        grant(reader, Resources.PROCESS_DEFINITION, key, ProcessDefinitionPermissions.READ_INSTANCE);

        assertNothing(figures(blind, key));
        assertNothing(cockpit(blind).get("default/diagram/instances/" + instance(caseId)));
        figures(reader, key).expect(200);
        cockpit(reader).get("default/diagram/instances/" + instance(caseId)).expect(200);
        assertNothing(figures("ops", "case-escalation"));
        assertNothing(cockpit("ops").get("default/diagram/definitions/nothing"));
        assertNothing(cockpit("ops").get("default/diagram/instances/nothing"));
        new WebApplication(root(), "cockpit")
                .get("default/diagram/definitions/x")
                .expect(401);
    }

    @Test
    void whoMaySeeOneInstanceSeesItsPathAndNoFigures() {
        String key = hallway();
        String mine = newCase(key);
        String guest = user("guestdiagrams", "cockpit");
        grant(guest, Resources.PROCESS_DEFINITION, key, ProcessDefinitionPermissions.READ);
        grant(guest, Resources.PROCESS_INSTANCE, instance(mine), ProcessInstancePermissions.READ);

        cockpit(guest).get("default/diagram/instances/" + instance(mine)).expect(200);
        assertNothing(cockpit(guest).get("default/diagram/instances/" + instance(newCase(key))));
        assertNothing(figures(guest, key));
    }

    @Test
    void thePathOfACaseNumbersItsContactsAndSaysWhatWaitsAndWhatIsPromised() {
        String caseId = newCase(hallway());
        contact(
                caseId,
                "{'touchpoint':'first-call','occurredAt':'2026-03-02T08:00:00Z',"
                        + "'nextStep':{'what':'a visit','party':'carpenter'}}");
        String wrong = as("integrator")
                .post("/api/cases/" + caseId + "/contacts", "{'channel':'visit','occurredAt':'2026-03-02T09:00:00Z'}")
                .at("/contactId");
        contact(
                caseId,
                "{'channel':'phone','direction':'inbound','reason':'chasing','occurredAt':'2026-03-03T08:00:00Z'}");
        contact(caseId, "{'touchpoint':'plumbing','outcome':'failed','occurredAt':'2026-03-04T08:00:00Z'}");
        as("integrator")
                .post("/api/cases/" + caseId + "/contacts/" + wrong + "/void", "{'reason':'twice'}")
                .expect(200);

        JsonNode path = path(caseId);
        assertThat(path.path("contacts").asInt()).isEqualTo(3);
        assertThat(path.path("stops").findValuesAsText("id")).containsExactly("first-call", "plumbing");
        assertThat(path.path("stops").findValuesAsText("number")).containsExactly("1", "3");
        assertThat(path.path("stops").findValuesAsText("outcome")).containsExactly("done", "failed");
        assertThat(path.path("adHoc").findValuesAsText("number")).containsExactly("2");
        assertThat(path.at("/adHoc/0/reason").asText()).isEqualTo("chasing");
        assertThat(path.path("waiting").toString()).isEqualTo("[\"carpentry\"]");
        assertThat(path.at("/promises/0/id").asText())
                .as("nobody named the touchpoint, but one waits for the carpenter")
                .isEqualTo("carpentry");
        assertThat(path.at("/promises/0/promise/unscheduled").asBoolean()).isTrue();
    }

    @Test
    void ofATouchpointRepeatedAgainAndAgainTheFirstAndTheLastAreTold() {
        String caseId = newCase(hallway());
        List<String> days = new ArrayList<>();
        for (int day = 10; day < 22; day++) {
            days.add(Integer.toString(day - 9));
            contact(caseId, "{'touchpoint':'plumbing','party':'plumber','occurredAt':'2026-03-" + day + "T08:00:00Z'}");
        }
        JsonNode path = path(caseId);
        assertThat(path.path("contacts").asInt()).isEqualTo(days.size());
        assertThat(path.path("stops").findValuesAsText("number")).containsExactly("1", "2", "3", "10", "11", "12");
        assertThat(path.at("/stops/0/turns").asInt()).isEqualTo(days.size());
        assertThat(path.path("stops").findValuesAsText("outcome"))
                .as("what comes again after it was done is made again")
                .containsExactly("done", "rework", "rework", "rework", "rework", "rework");
    }

    /** A journey as the kitchen, with a drawn handoff, which only one test uses. */
    private String hallway() {
        String key = "hallway-" + UUID.randomUUID();
        String call = userTask("first-call", touchpoint("phone", "handler", "journey.handoff.to", "carpenter"));
        String carpentry = userTask("carpentry", touchpoint("visit", "carpenter"));
        String plumbing = userTask("plumbing", touchpoint("visit", "plumber"));
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "hallway.bpmn",
                        Bpmn.document(Bpmn.process(
                                key,
                                row(
                                        "hallway",
                                        phase("plan", row("plan", call)),
                                        phase("build", row("build", carpentry, plumbing))))))
                .addString(
                        "hallway.dmn",
                        Dmn.table("contact-escalation-" + key, "contacts", ">= 90", "watch", "-", "none"))
                .deploy();
        return key;
    }

    private Answer figures(String user, String key) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
        return cockpit(user).get("default/diagram/definitions/" + definition);
    }

    private JsonNode path(String caseId) {
        return cockpit("ops")
                .get("default/diagram/instances/" + instance(caseId))
                .expect(200)
                .json();
    }

    private static JsonNode place(JsonNode shown, String id) {
        return StreamSupport.stream(shown.path("touchpoints").spliterator(), false)
                .filter(each -> each.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " isn't in " + shown));
    }

    private static void assertNothing(Answer answer) {
        assertThat(answer.expect(204).body()).isEmpty();
    }
}
