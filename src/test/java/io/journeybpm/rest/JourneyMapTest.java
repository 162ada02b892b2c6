package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.NewCase;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.Storage;
import io.journeybpm.testing.Bpmn;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.ServerTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("The map of a journey")
class JourneyMapTest extends ServerTest {

    @Autowired
    private Ledger ledger;

    @Autowired
    private Storage storage;

    /** A journey as the kitchen, which only this test uses. */
    private String bathroom() {
        String key = "bathroom-" + UUID.randomUUID();
        String call = Bpmn.userTask("first-call", Bpmn.touchpoint("phone", "handler"));
        String plumbing = Bpmn.userTask("plumbing", Bpmn.touchpoint("visit", "plumber"));
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "bathroom.bpmn",
                        Bpmn.document(Bpmn.process(
                                key,
                                Bpmn.row(
                                        "bathroom",
                                        Bpmn.phase("plan", Bpmn.row("plan", call)),
                                        Bpmn.phase("build", Bpmn.row("build", plumbing))))))
                .addString("bathroom.dmn", Dmn.table("contact-escalation-" + key, "contacts", ">= 90", "watch"))
                .deploy();
        return key;
    }

    private JsonNode map(String key) {
        return as("owner").get("/api/journeys/" + key + "/map").expect(200).json();
    }

    private static JsonNode named(JsonNode list, String field, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path(field).asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " isn't in " + list));
    }

    private void contact(String caseId, String content) {
        as("integrator").post("/api/cases/" + caseId + "/contacts", content).expect(201);
    }

    @Test
    void showsTheModelAndNothingBeforeAnythingHappened() {
        String key = bathroom();
        JsonNode map = map(key);
        JsonNode model = as("owner").get("/api/journeys/" + key).json();
        for (String field : List.of("key", "version", "title", "definition", "handoffs")) {
            assertThat(map.get(field)).as(field).isEqualTo(model.get(field));
        }
        model.at("/touchpoints").forEach(each -> each.fieldNames().forEachRemaining(field -> assertThat(
                        named(map.at("/touchpoints"), "id", each.path("id").asText())
                                .get(field))
                .as(field)
                .isEqualTo(each.get(field))));
        assertThat(map.at("/happened/contacts").asInt()).isZero();
        assertThat(map.at("/phases/0/happened/scores").toString()).isEqualTo("{\"count\":0,\"mean\":null}");
        assertThat(map.at("/phases/0/effort").toString())
                .isEqualTo("{\"total\":null,\"extraInboundContacts\":null,\"redirects\":null,\"deadEnds\":null,"
                        + "\"repeatedQuestions\":null,\"channelSwitches\":null,\"contacts\":null,\"elapsed\":null}");
    }

    @Test
    void showsWhatHappenedAtEachTouchpointAndWhatWasNeverDrawn() {
        String key = bathroom();
        String caseId = newCase(key);
        contact(
                caseId,
                "{'touchpoint':'first-call','party':'handler','occurredAt':'2026-03-02T08:00:00Z',"
                        + "'costs':[{'payer':'company','amount':100,'currency':'DKK'}],'score':{'scale':'csat','value':5},"
                        + "'outcome':'sent-away','repeatedQuestions':3}");
        contact(
                caseId,
                "{'channel':'phone','direction':'inbound','party':'handler','occurredAt':'2026-03-02T10:00:00Z'}");
        String mistake = as("integrator")
                .post("/api/cases/" + caseId + "/contacts", "{'channel':'visit','party':'plumber'}")
                .expect(201)
                .at("/contactId");
        as("integrator")
                .post("/api/cases/" + caseId + "/contacts/" + mistake + "/void", "{'reason':'twice'}")
                .expect(200);
        contact(
                caseId,
                "{'touchpoint':'plumbing','party':'plumber','outcome':'failed','occurredAt':'2026-03-03T10:00:00Z'}");
        contact(
                caseId,
                "{'touchpoint':'plumbing','channel':'visit','party':'plumber','occurredAt':'2026-03-04T10:00:00Z'}");

        JsonNode map = map(key);
        assertThat(map.path("cases").asInt()).isEqualTo(1);
        assertThat(map.at("/happened/contacts").asInt()).isEqualTo(4);
        assertThat(map.at("/happened/repeatedQuestions").asInt()).isEqualTo(3);
        assertThat(map.at("/happened/waits").toString()).isEqualTo("{\"count\":3,\"mean\":\"PT16H40M\"}");
        assertThat(map.at("/happened/handoffs").toString()).isEqualTo("{\"count\":1,\"mean\":\"PT24H\"}");
        JsonNode call = named(map.path("touchpoints"), "id", "first-call");
        assertThat(call.at("/happened/scores").toString()).isEqualTo("{\"count\":1,\"mean\":100.0}");
        assertThat(call.at("/happened/costs").toString())
                .isEqualTo("[{\"payer\":\"company\",\"amount\":100,\"currency\":\"DKK\"},"
                        + "{\"payer\":\"customer\",\"amount\":0,\"currency\":\"DKK\"}]");
        JsonNode plumbing = named(map.path("touchpoints"), "id", "plumbing");
        assertThat(plumbing.at("/happened/outcomes/failed").asInt()).isEqualTo(1);
        assertThat(plumbing.at("/happened/repeated").asInt()).isEqualTo(1);
        assertThat(plumbing.at("/cases").asInt()).isEqualTo(1);
        JsonNode build = named(map.path("phases"), "id", "build");
        assertThat(build.at("/adHoc/0/touchpoint").isNull()).isTrue();
        assertThat(build.at("/adHoc/0/happened/contacts").asInt()).isEqualTo(1);
        assertThat(build.at("/happened/contacts").asInt()).isEqualTo(3);
        assertThat(build.path("effort").toString())
                .isEqualTo("{\"total\":1.0,\"extraInboundContacts\":1.0,\"redirects\":0.0,\"deadEnds\":0.0,"
                        + "\"repeatedQuestions\":0.0,\"channelSwitches\":0.0,\"contacts\":3.0,\"elapsed\":\"PT48H\"}");
        assertThat(named(map.path("phases"), "id", "plan").path("effort").toString())
                .isEqualTo("{\"total\":4.0,\"extraInboundContacts\":0.0,\"redirects\":0.0,\"deadEnds\":1.0,"
                        + "\"repeatedQuestions\":3.0,\"channelSwitches\":0.0,\"contacts\":1.0,\"elapsed\":\"PT0S\"}");
    }

    @Test
    void showsWhatClosedCasesSkipped() {
        String key = bathroom();
        String caseId = newCase(key);
        contact(caseId, "{'touchpoint':'first-call','party':'handler'}");
        as("ops")
                .post("/api/cases/" + caseId + "/close", "{'reason':'withdrawn'}")
                .expect(200);
        JsonNode map = map(key);
        assertThat(map.path("closedCases").asInt()).isEqualTo(1);
        assertThat(named(map.path("touchpoints"), "id", "first-call")
                        .path("skipped")
                        .asInt())
                .isZero();
        assertThat(named(map.path("touchpoints"), "id", "plumbing")
                        .path("skipped")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void showsWhatIsMissingInOpenCasesThatAreInALaterPhaseAndWhereTheyWentBack() {
        String key = bathroom();
        String missing = newCase(key);
        contact(missing, "{'touchpoint':'plumbing','party':'plumber'}");
        String back = newCase(key);
        contact(back, "{'touchpoint':'first-call','party':'handler','occurredAt':'2026-03-02T08:00:00Z'}");
        contact(back, "{'touchpoint':'plumbing','party':'plumber','occurredAt':'2026-03-03T08:00:00Z'}");
        JsonNode call = named(map(key).path("touchpoints"), "id", "first-call");
        assertThat(call.path("missing").asInt()).as("past it without a call").isEqualTo(1);
        assertThat(call.path("irregular").asInt()).isZero();

        contact(back, "{'touchpoint':'first-call','party':'handler','occurredAt':'2026-03-04T08:00:00Z'}");
        JsonNode map = map(key);
        call = named(map.path("touchpoints"), "id", "first-call");
        assertThat(call.path("missing").asInt())
                .as("the other has gone back, and is past nothing")
                .isEqualTo(1);
        assertThat(call.path("irregular").asInt()).isEqualTo(1);
        assertThat(named(map.path("touchpoints"), "id", "plumbing")
                        .path("irregular")
                        .asInt())
                .as("nothing comes after the last phase")
                .isZero();
    }

    @Test
    void ofAJourneyThatIsNotDeployedShowsWhatHappenedAlone() {
        String key = "imported-" + UUID.randomUUID();
        new TransactionTemplate(storage.transactions()).executeWithoutResult(status -> {
            CaseFile file = ledger.open(new NewCase(key, key, null, null, Instant.now(), List.of(), null));
            file.contacts().record(imported("Repair (complex)"));
        });
        JsonNode map = map(key);
        assertThat(map.path("version").isNull()).isTrue();
        assertThat(map.path("phases")).isEmpty();
        assertThat(map.path("touchpoints")).isEmpty();
        assertThat(map.at("/adHoc/0/touchpoint").asText()).isEqualTo("Repair (complex)");
        assertThat(map.at("/adHoc/0/cases").asInt()).isEqualTo(1);
        assertThat(map.at("/adHoc/0/happened/outcomes/done").asInt()).isEqualTo(1);
    }

    @Test
    void ofAJourneyNobodyKnowsIsNotFound() {
        as("owner").get("/api/journeys/nowhere/map").problem(404);
    }

    /** A contact as an import records it. */
    private static NewContact imported(String touchpoint) {
        return NewContact.at(NewContact.Place.adHoc(touchpoint, false), Channel.PHONE, Direction.OUTBOUND, Outcome.DONE)
                .build();
    }
}
