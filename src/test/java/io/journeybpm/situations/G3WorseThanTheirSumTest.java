package io.journeybpm.situations;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The shipped table of the installation: one is watched, two skip a level, three go to the director. */
@DisplayName("G3: several bad incidents in one journey are worse than their sum")
class G3WorseThanTheirSumTest extends EffortSituation {

    private static final String TELECOM = "telecom-installation";

    private String installation() {
        String caseId = "G3-" + UUID.randomUUID();
        as("integrator")
                .post("/api/journeys/" + TELECOM + "/cases", "{'caseId':'" + caseId + "'}")
                .expect(201);
        return caseId;
    }

    private String levelAfter(String caseId, String incidents) {
        return contact(caseId, "{'channel':'visit','party':'technician','incidents':" + incidents + "}")
                .at("/escalation/level");
    }

    @Test
    void overRestThreeCasesOfOneStayWatchedAndOneCaseOfThreeGoesToTheTop() {
        for (int each = 0; each < 3; each++) {
            assertThat(levelAfter(installation(), "['late']")).isEqualTo("watch");
        }
        String one = installation();
        assertThat(levelAfter(one, "['late']")).isEqualTo("watch");
        assertThat(levelAfter(one, "['took-longer']")).isEqualTo("escalate");
        assertThat(levelAfter(one, "['rude']")).isEqualTo("executive");
    }

    @Test
    void severalOnOneVisitCountEachAndRiseByTheirNumber() {
        String key = key("visit");
        deploy(
                "visit.bpmn",
                document(process(
                        key, row("v", phase("work", row("w", userTask("visit", touchpoint("visit", "technician"))))))));
        String two = newCase(key);
        complete(two, "visit", Map.of("outcome", "done", "incidents", "late, dirty-shoes"));
        assertThat(theCase(two).at("/escalation/level").asText())
                .as("the generic table adds nothing up below three")
                .isEqualTo("none");
        String three = newCase(key);
        complete(three, "visit", Map.of("outcome", "done", "incidents", "late, dirty-shoes, not-verified"));
        JsonNode after = theCase(three);
        assertThat(after.at("/counts/incidents").asInt()).isEqualTo(3);
        assertThat(after.at("/counts/conductIncidents").asInt()).isEqualTo(2);
        assertThat(after.at("/counts/processIncidents").asInt()).isEqualTo(1);
        assertThat(after.at("/escalation/level").asText()).isEqualTo("executive");
    }
}
