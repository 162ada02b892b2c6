package io.journeybpm.situations;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.properties;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("J4: people come for five to ten reasons: ask them")
class J4FiveToTenReasonsTest extends EffortSituation {

    private String shop(String reasons) {
        String key = key("shop");
        String asked = touchpoint("phone", "desk", "journey.fields", "contactReason");
        deploy(
                "shop.bpmn",
                document("<process id='" + key + "' isExecutable='true' camunda:historyTimeToLive='P1D'>"
                        + (reasons == null ? "" : properties("journey.reasons", reasons))
                        + row("shop", phase("ask", row("ask", userTask("first", asked), userTask("second", asked))))
                        + "</process>"));
        return key;
    }

    private List<String> frequency(String key) {
        JsonNode reasons = map(key).path("reasons");
        return StreamSupport.stream(reasons.spliterator(), false)
                .map(each -> each.path("reason").asText() + " "
                        + each.path("contacts").asInt() + " "
                        + each.path("share").asText())
                .toList();
    }

    private void came(String caseId, String reason) {
        contact(caseId, "{'channel':'phone','party':'desk','reason':'" + reason + "'}");
    }

    @Test
    void theReasonsAreDrawnWithTheJourneyAndAFormAsksForThem() {
        String key = shop("price, delivery time");
        String caseId = newCase(key);
        complete(caseId, "first", Map.of("outcome", "done", "contactReason", "delivery time"));
        complete(caseId, "second", Map.of("outcome", "done"));

        assertThat(as("integrator").get("/api/journeys/" + key).json().path("reasons"))
                .extracting(JsonNode::asText)
                .containsExactly("price", "delivery time");
        assertThat(timeline(caseId, "contact").get(0).at("/contact/reason").asText())
                .isEqualTo("delivery time");
        assertThat(timeline(caseId, "contact").get(1).at("/contact/reason").isNull())
                .as("the answer before is nobody's answer now")
                .isTrue();
        assertThat(frequency(key)).containsExactly("delivery time 1 100.0");
    }

    @Test
    void overRestWhatIsNotListedIsOtherAndNeverLost() {
        String key = shop("Price, delivery time");
        String caseId = newCase(key);
        for (String each : List.of(
                "price", "PRICE", "Price", "weather", "<script>", "chasing", "chasing", "complaint", "warning")) {
            came(caseId, each);
        }
        contact(caseId, "{'channel':'phone','party':'desk'}");
        assertThat(frequency(key))
                .containsExactly("Price 3 37.5", "chasing 2 25.0", "complaint 1 12.5", "other 2 25.0");
        assertThat(theCase(caseId).at("/counts/chasingContacts").asInt()).isEqualTo(2);
    }

    @Test
    void aJourneyThatListsNoneShowsTheTenThatComeMost() {
        String key = shop(null);
        String caseId = newCase(key);
        for (int each = 0; each < 12; each++) {
            came(caseId, "reason " + (char) ('a' + each));
        }
        came(caseId, "reason l");
        assertThat(frequency(key)).hasSize(11).first().isEqualTo("reason l 2 15.4");
        assertThat(frequency(key)).last().isEqualTo("other 2 15.4");
    }

    @Test
    void elevenReasonsAreRefusedAtDeployment() {
        assertThatThrownBy(() -> shop("a,b,c,d,e,f,g,h,i,j,k"))
                .hasMessageContaining("This journey lists 11 reasons, more than 10.");
        assertThatThrownBy(() -> shop("a, A")).hasMessageContaining("is listed twice");
        assertThatThrownBy(() -> shop("a,,b")).hasMessageContaining("Between two commas there is no reason.");
    }
}
