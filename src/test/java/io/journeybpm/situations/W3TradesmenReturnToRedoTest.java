package io.journeybpm.situations;

import static io.journeybpm.testing.Bpmn.conditional;
import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.flow;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W3: tradesmen return to redo work; each believed he was done")
class W3TradesmenReturnToRedoTest extends EffortSituation {

    private static String journey(String key) {
        return document(process(
                key,
                row(
                        "works",
                        phase(
                                "works",
                                "<startEvent id='begin'/><exclusiveGateway id='again'/>",
                                userTask("floor", touchpoint("visit", "carpenter")),
                                userTask("check", touchpoint("visit", "assessor", "journey.fields", "finished")),
                                "<exclusiveGateway id='finished' default='finished--again'/><endEvent id='end'/>",
                                flow("begin", "again", "floor", "check", "finished"),
                                flow("finished", "again"),
                                conditional("finished", "end", "${finished == \"yes\"}")))));
    }

    @Test
    void aVisitThatIsDrawnOnceAndMadeTwiceIsReworkOfTheFirst() {
        String key = key("floor");
        deploy("floor.bpmn", journey(key));
        String caseId = newCase(key);
        complete(caseId, "floor", Map.of("outcome", "done"));
        complete(caseId, "check", Map.of("outcome", "done", "finished", "no"));
        complete(caseId, "floor", Map.of("outcome", "done"));
        complete(caseId, "check", Map.of("outcome", "done", "finished", "yes"));

        assertThat(theCase(caseId).at("/counts/reworkContacts").asInt()).isEqualTo(2);
        JsonNode first = timeline(caseId, "contact").get(0).path("contact");
        JsonNode again = timeline(caseId, "contact").get(2).path("contact");
        assertThat(again.path("rework").asBoolean()).isTrue();
        assertThat(again.at("/cause/root/contactId")).isEqualTo(first.path("contactId"));
        JsonNode carpenter = named(map(key).path("parties"), "party", "carpenter");
        assertThat(carpenter.path("reworkContacts").asInt()).isEqualTo(1);
        assertThat(carpenter.path("caused").asInt()).isEqualTo(1);
        JsonNode floor = named(map(key).path("touchpoints"), "id", "floor");
        assertThat(floor.at("/happened/reworkContacts").asInt()).isEqualTo(1);
        assertThat(floor.at("/happened/caused").asInt()).isEqualTo(1);
    }

    @Test
    void overRestTheMapCountsWhoCausedItAndLearnsWhatIsFoundLater() {
        String key = key("floor");
        deploy("floor.bpmn", journey(key));
        String caseId = newCase(key);
        String floor =
                contact(caseId, "{'touchpoint':'floor','party':'carpenter'}").at("/contactId");
        String painting = contact(
                        caseId, "{'channel':'visit','party':'painter','outcome':'rework','causedBy':'" + floor + "'}")
                .at("/contactId");
        contact(caseId, "{'channel':'visit','party':'electrician','causedBy':'" + painting + "'}");
        String plumbing =
                contact(caseId, "{'channel':'visit','party':'plumber'}").at("/contactId");

        JsonNode parties = map(key).path("parties");
        assertThat(parties.get(0).path("party").asText())
                .as("who caused most comes first")
                .isEqualTo("carpenter");
        assertThat(parties.get(0).path("caused").asInt()).isEqualTo(2);
        assertThat(named(parties, "party", "painter").path("reworkContacts").asInt())
                .isEqualTo(1);
        assertThat(named(parties, "party", "painter").path("caused").asInt())
                .as("what the painter caused goes back to the carpenter")
                .isZero();

        as("ops")
                .post(
                        "/api/cases/" + caseId + "/contacts/" + floor + "/cause",
                        "{'causedBy':'" + plumbing + "','reason':'the floor was wet'}")
                .expect(200);
        parties = map(key).path("parties");
        assertThat(named(parties, "party", "plumber").path("caused").asInt()).isEqualTo(3);
        assertThat(named(parties, "party", "carpenter").path("caused").asInt()).isZero();
    }
}
