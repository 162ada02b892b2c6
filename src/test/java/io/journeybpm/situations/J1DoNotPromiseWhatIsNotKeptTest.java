package io.journeybpm.situations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("J1: what a campaign promised is kept or broken by the touchpoint it spoke of")
class J1DoNotPromiseWhatIsNotKeptTest extends Promised {

    private static final String ADVERTISED =
            "{'what':'mended at the first visit','touchpoint':'repair','origin':'campaign'}";

    private JsonNode promiseOfTheCase() {
        JsonNode items = as("ops")
                .get("/api/cases/" + caseId + "/timeline?limit=500")
                .json()
                .at("/items");
        for (JsonNode each : items) {
            if (each.path("type").asText().equals("promise")
                    && each.at("/promise/origin").asText().equals("campaign")) {
                return each.at("/promise");
            }
        }
        throw new AssertionError(items);
    }

    private int onTheMap(String figure) {
        JsonNode map =
                as("owner").get("/api/journeys/" + PIPES + "/map").expect(200).json();
        for (JsonNode each : map.at("/touchpoints")) {
            if (each.path("id").asText().equals("repair")) {
                return each.at("/happened/promises/" + figure).asInt();
            }
        }
        throw new AssertionError(map);
    }

    @Test
    void theTouchpointDrawnInTheModelKeepsIt() {
        int kept = onTheMap("kept");
        open(",'promises':[" + ADVERTISED + "]");
        completeTask("call");
        assertThat(theCase().at("/promises/open").asInt()).isEqualTo(2);
        passTo(MONDAY.plus(Duration.ofHours(5)));
        completeTask("repair");

        JsonNode promise = promiseOfTheCase();
        assertThat(promise.at("/state").asText()).isEqualTo("kept");
        assertThat(promise.at("/contactId").asText()).isNotEmpty();
        assertThat(theCase().at("/counts/keptPromises").asInt())
                .as("what the campaign said, and what the handler said on the telephone")
                .isEqualTo(2);
        assertThat(onTheMap("kept")).isEqualTo(kept + 1);
    }

    @Test
    void whoeverFailsThereBreaksItAtOnceAndTheDecisionKnows() {
        int broken = onTheMap("broken");
        open(",'promises':[" + ADVERTISED + "]");
        completeTask("call");
        Answer contact = contact("'touchpoint':'repair','outcome':'failed'").expect(201);

        assertThat(contact.at("/escalation/level")).isEqualTo("escalate");
        JsonNode promise = promiseOfTheCase();
        assertThat(promise.at("/state").asText()).isEqualTo("broken");
        assertThat(promise.at("/contactId").asText()).isEqualTo(contact.at("/contactId"));
        assertThat(timeline()).containsOnlyOnce("promise-broken");
        assertThat(onTheMap("broken")).isEqualTo(broken + 1);
    }

    @Test
    void oneWithAWindowLeavesTimeForAnotherVisit() {
        open(",'promises':[{'what':'mended within a day','touchpoint':'repair','origin':'campaign',"
                + "'to':'2026-08-04T08:00:00Z'}]");
        contact("'touchpoint':'repair','outcome':'failed'").expect(201);
        assertThat(promiseOfTheCase().at("/state").asText()).isEqualTo("open");
        contact("'touchpoint':'repair','outcome':'done'").expect(201);
        assertThat(promiseOfTheCase().at("/state").asText()).isEqualTo("kept");
    }

    @Test
    void itCanBeToldLaterToo() {
        open("");
        as("integrator").post("/api/cases/" + caseId + "/promises", ADVERTISED).expect(201);
        assertThat(promiseOfTheCase().at("/state").asText()).isEqualTo("unscheduled");
        contact("'channel':'visit','touchpoint':'elsewhere','party':'" + PLUMBER + "'")
                .expect(201);
        assertThat(promiseOfTheCase().at("/state").asText())
                .as("not its touchpoint")
                .isEqualTo("unscheduled");
    }
}
