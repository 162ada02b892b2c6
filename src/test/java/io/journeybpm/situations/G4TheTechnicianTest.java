package io.journeybpm.situations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("G4: late, dirty shoes, no clean-up, not verified; part of it caused upstream")
class G4TheTechnicianTest extends EffortSituation {

    private static final String TELECOM = "telecom-installation";

    private String installation() {
        String caseId = "G4-" + UUID.randomUUID();
        as("integrator")
                .post("/api/journeys/" + TELECOM + "/cases", "{'caseId':'" + caseId + "'}")
                .expect(201);
        return caseId;
    }

    private int causedBy(String party) {
        return StreamSupport.stream(map(TELECOM).path("parties").spliterator(), false)
                .filter(each -> each.path("party").asText().equals(party))
                .mapToInt(each -> each.path("caused").asInt())
                .sum();
    }

    @Test
    void inTasklistOneVisitHoldsSeveralAndGoesBackToTheBooking() {
        int before = causedBy("booking");
        String caseId = installation();
        complete(caseId, "take-order", Map.of("outcome", "done"));
        complete(caseId, "book-visit", Map.of("outcome", "done", "note", "Elm Street 4"));
        complete(caseId, "confirm-visit", Map.of("outcome", "done"));
        complete(
                caseId,
                "install",
                Map.of("outcome", "failed", "incidents", "wrong-address, late", "causedBy", "book-visit"));
        complete(caseId, "rebook-visit", Map.of("outcome", "done"));
        complete(caseId, "install", Map.of("outcome", "done", "incidents", "no-clean-up"));
        complete(caseId, "check-call", Map.of("outcome", "done", "allRight", "yes"));

        JsonNode after = theCase(caseId);
        assertThat(after.at("/counts/incidents").asInt()).isEqualTo(3);
        assertThat(after.at("/counts/conductIncidents").asInt()).isEqualTo(2);
        assertThat(after.at("/counts/processIncidents").asInt()).isEqualTo(1);
        assertThat(after.at("/escalation/level").asText()).isEqualTo("executive");
        JsonNode visit = timeline(caseId, "contact").get(3).path("contact");
        assertThat(visit.path("incidents").toString())
                .isEqualTo(
                        "[{\"kind\":\"process\",\"what\":\"wrong-address\"},{\"kind\":\"conduct\",\"what\":\"late\"}]");
        assertThat(visit.at("/cause/root/touchpoint").asText()).isEqualTo("book-visit");
        assertThat(visit.at("/cause/root/party").asText()).isEqualTo("booking");
        assertThat(causedBy("booking") - before).isEqualTo(1);
    }

    @Test
    void overRestAWordIsKnownOrSaysItselfWhatItIs() {
        String caseId = installation();
        String visit = contact(
                        caseId,
                        "{'channel':'visit','party':'technician','incidents':['Dirty shoes','van in the drive',"
                                + "{'kind':'conduct','what':'van in the drive'},{'what':'late'},"
                                + "'conduct: <i>whistled</i>',{'kind':'process','what':'rude'}]}")
                .at("/contactId");
        List<String> shown = StreamSupport.stream(
                        theContact(visit).path("incidents").spliterator(), false)
                .map(each ->
                        each.path("kind").asText() + "/" + each.path("what").asText())
                .toList();
        assertThat(shown)
                .containsExactly(
                        "conduct/Dirty shoes",
                        "process/van in the drive",
                        "conduct/van in the drive",
                        "conduct/late",
                        "conduct/<i>whistled</i>",
                        "process/rude");
        assertThat(theCase(caseId).at("/counts/conductIncidents").asInt()).isEqualTo(4);
        assertThat(theCase(caseId).at("/counts/processIncidents").asInt()).isEqualTo(2);

        String path = "/api/cases/" + caseId + "/contacts";
        String open = "{'channel':'visit','party':'technician','incidents':[";
        as("integrator").post(path, open + "{'kind':'fate','what':'rain'}]}").problem(400, "incidents[0].kind");
        as("integrator").post(path, open + "'late',{'kind':'conduct'}]}").problem(400, "incidents[1].what");
        as("integrator").post(path, open + "' ']}").problem(400, "incidents[0]");
        as("integrator").post(path, open + "{'what':'late','who':'x'}]}").problem(400);
        as("integrator").post(path, open + "7]}").problem(400);
        as("integrator").post(path, open + "null]}").problem(400, "incidents[0]");
    }
}
