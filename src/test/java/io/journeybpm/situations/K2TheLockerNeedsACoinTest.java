package io.journeybpm.situations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("K2: the gym locker needs a coin, the reception sends her to a shop")
class K2TheLockerNeedsACoinTest extends EffortSituation {

    private static final String GYM = "gym-visit";

    private JsonNode quickWins(String journey, String query) {
        return as("owner")
                .get("/api/journeys/" + journey + "/quick-wins" + query)
                .expect(200)
                .json();
    }

    @Test
    void theShippedSampleCountsTheDeadEndAndListsItAsAQuickWin() {
        String caseId = "K2-" + UUID.randomUUID();
        as("integrator")
                .post("/api/journeys/" + GYM + "/cases", "{'caseId':'" + caseId + "'}")
                .expect(201);
        complete(caseId, "check-in", Map.of("outcome", "done"));
        engine.getRuntimeService()
                .createMessageCorrelation("question-at-the-desk")
                .processInstanceBusinessKey(caseId)
                .correlate();
        complete(
                caseId,
                "ask-reception",
                Map.of(
                        "outcome", "sent-away",
                        "contactReason", "locker",
                        "redirectedTo", "shop",
                        "note", "no coin for the locker"));

        JsonNode after = theCase(caseId);
        assertThat(after.at("/counts/deadEnds").asInt()).isEqualTo(1);
        assertThat(after.at("/counts/redirects").asInt()).isEqualTo(1);
        assertThat(after.at("/effort/total").asInt()).isEqualTo(2);
        assertThat(after.at("/escalation/level").asText()).isEqualTo("watch");
        JsonNode win = named(quickWins(GYM, "").path("items"), "touchpoint", "ask-reception");
        assertThat(win.path("title").asText()).isEqualTo("Ask at the reception");
        assertThat(win.path("deadEnds").asInt()).isPositive();
        assertThat(win.at("/latest/0/redirectedTo").asText()).isEqualTo("shop");
        assertThat(win.at("/latest/0/reason").asText()).isEqualTo("locker");
        assertThat(win.at("/latest/0/note").asText()).isEqualTo("no coin for the locker");
        assertThat(named(map(GYM).path("reasons"), "reason", "locker")
                        .path("contacts")
                        .asInt())
                .isPositive();
    }

    @Test
    void overRestTheMostFrequentComesFirstWithTheLatestThreeNotes() {
        String key = key("gym");
        deploy("gym.bpmn", oneCallOneVisit(key));
        assertThat(quickWins(key, "").path("items")).isEmpty();
        String caseId = newCase(key);
        for (int each = 1; each <= 4; each++) {
            contact(
                    caseId,
                    "{'channel':'store','party':'reception','outcome':'sent-away','note':'<b>coin</b> " + each
                            + "','occurredAt':'2026-03-0" + each + "T08:00:00Z'}");
        }
        String mistake = contact(caseId, "{'channel':'store','party':'reception','outcome':'sent-away','note':'wrong'}")
                .at("/contactId");
        as("integrator")
                .post("/api/cases/" + caseId + "/contacts/" + mistake + "/void", "{'reason':'twice'}")
                .expect(200);
        String other = newCase(key);
        contact(other, "{'touchpoint':'first-call','repeatedQuestions':1,'note':'what is your customer number?'}");
        contact(other, "{'touchpoint':'hotline','channel':'phone','redirectedTo':'web'}");
        contact(other, "{'touchpoint':'hotline','channel':'phone','note':'helped at once'}");

        JsonNode wins = quickWins(key, "").path("items");
        assertThat(wins).hasSize(3);
        JsonNode first = wins.get(0);
        assertThat(first.path("touchpoint").isNull()).isTrue();
        assertThat(first.path("channel").asText() + " " + first.path("party").asText())
                .isEqualTo("store reception");
        assertThat(first.path("contacts").asInt()).isEqualTo(4);
        assertThat(first.path("cases").asInt()).isEqualTo(1);
        assertThat(first.path("share").asDouble()).isEqualTo(66.7);
        assertThat(first.path("latest"))
                .extracting(each -> each.path("note").asText())
                .containsExactly("<b>coin</b> 4", "<b>coin</b> 3", "<b>coin</b> 2");
        assertThat(wins.get(1).path("touchpoint").asText()).isEqualTo("first-call");
        assertThat(wins.get(1).path("repeatedQuestions").asInt())
                .as("asking who it is counts as any question asked again")
                .isEqualTo(1);
        assertThat(wins.get(2).path("redirects").asInt()).isEqualTo(1);
        assertThat(wins.get(2).at("/latest/0/redirectedTo").asText()).isEqualTo("web");
        assertThat(theCase(other).at("/counts/repeatedQuestions").asInt()).isEqualTo(1);

        JsonNode page = quickWins(key, "?limit=2");
        assertThat(page.path("items")).hasSize(2);
        JsonNode rest = quickWins(key, "?limit=2&after=" + page.path("next").asText());
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("next").isNull()).isTrue();
        as("owner").get("/api/journeys/" + key + "/quick-wins?after=nobody").problem(400, "after");
        as("owner").get("/api/journeys/" + key + "/quick-wins?limit=0").problem(400, "limit");
        as("owner").get("/api/journeys/nowhere/quick-wins").problem(404);
        as("integrator").get("/api/journeys/" + key + "/quick-wins").problem(403);
    }
}
