package io.journeybpm.situations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Dmn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("J3: one site sends you on and asks everything again, another already knows you")
class J3TypedInEverythingAgainTest extends EffortSituation {

    private static final String FLIGHT = "flight-booking";

    private String booking(String knownCustomer) {
        String caseId = "J3-" + UUID.randomUUID();
        as("integrator")
                .post(
                        "/api/journeys/" + FLIGHT + "/cases",
                        "{'caseId':'" + caseId + "','variables':{'knownCustomer':'" + knownCustomer + "'}}")
                .expect(201);
        return caseId;
    }

    private double mean(String phase, String part) {
        return named(map(FLIGHT).path("phases"), "id", phase)
                .path("effort")
                .path(part)
                .asDouble();
    }

    @Test
    void theVariantsOfTheShippedJourneyStandSideBySide() {
        String known = booking("yes");
        contact(known, "{'touchpoint':'confirm-flight'}");
        String sentOn = booking("no");
        contact(sentOn, "{'touchpoint':'search-flight','redirectedTo':'travel-agent'}");
        complete(
                sentOn,
                "agent-offer",
                Map.of("outcome", "sent-away", "redirectedTo", "ticket-agent", "repeatedQuestions", 9));
        complete(sentOn, "ticket-payment", Map.of("outcome", "done", "repeatedQuestions", 2));

        assertThat(theCase(known).at("/effort/total").asInt()).isZero();
        JsonNode effort = theCase(sentOn).path("effort");
        assertThat(effort.path("redirects").asInt()).isEqualTo(2);
        assertThat(effort.path("deadEnds").asInt()).isEqualTo(1);
        assertThat(effort.path("repeatedQuestions").asInt()).isEqualTo(11);
        assertThat(effort.path("channelSwitches").asInt())
                .as("website, chat, phone")
                .isEqualTo(2);
        assertThat(effort.path("extraInboundContacts").asInt()).as("as drawn").isZero();
        assertThat(effort.path("total").asInt()).isEqualTo(16);
        assertThat(effort.path("elapsed").asText()).startsWith("PT");
        for (String part : List.of("total", "redirects", "deadEnds", "repeatedQuestions", "contacts")) {
            assertThat(mean("book-sent-on", part)).as(part).isGreaterThan(mean("book-known", part));
        }
        JsonNode agent = named(map(FLIGHT).path("touchpoints"), "id", "agent-offer");
        assertThat(agent.at("/effort/total").asDouble()).isPositive();
        assertThat(agent.at("/effort/elapsed").isNull()).isTrue();
    }

    @Test
    void overRestTheEffortAddsUpAndATableOfTheOwnerCanAskForIt() {
        String key = key("bathroom");
        deploy("bathroom.bpmn", oneCallOneVisit(key));
        deploy("bathroom.dmn", Dmn.table("contact-escalation-" + key, "effort", ">= 4", "escalate", "-", "none"));
        String caseId = newCase(key);
        contact(caseId, "{'touchpoint':'first-call','direction':'inbound'}");
        contact(caseId, "{'channel':'web','direction':'inbound','redirectedTo':'phone'}");
        assertThat(theCase(caseId).at("/effort/total").asInt())
                .as("came back, on another channel, was sent on")
                .isEqualTo(3);
        assertThat(theCase(caseId).at("/escalation/level").asText()).isEqualTo("none");
        contact(caseId, "{'channel':'phone','direction':'outbound','party':'office','repeatedQuestions':1}");
        JsonNode after = theCase(caseId);
        assertThat(after.at("/effort/total").asInt())
                .as("one question again; a call of ours is no switch of theirs")
                .isEqualTo(4);
        assertThat(after.at("/escalation/level").asText()).isEqualTo("escalate");
        assertThat(after.at("/counts/redirects").asInt()).isEqualTo(1);
        assertThat(timeline(caseId, "contact")
                        .get(1)
                        .at("/contact/redirectedTo")
                        .asText())
                .isEqualTo("phone");
        as("integrator")
                .post(
                        "/api/cases/" + caseId + "/contacts",
                        "{'channel':'web','redirectedTo':'" + "x".repeat(256) + "'}")
                .problem(400, "redirectedTo");
    }
}
