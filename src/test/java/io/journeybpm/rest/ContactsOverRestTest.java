package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Cases and contacts over REST")
class ContactsOverRestTest extends ServerTest {

    private Answer contact(String caseId, String body) {
        return as("integrator").post("/api/cases/" + caseId + "/contacts", body);
    }

    @Test
    void aCaseIsOpenedAndShownAsAgreed() {
        String caseId = "K-" + UUID.randomUUID();
        Answer opened = as("integrator").post("/api/journeys/kitchen/cases", """
                {'caseId':'%s',
                 'customer':{'reference':'%s','name':'Ida','email':'ida@example.org','phone':'+45 20 30 40 50',
                   'address':'Main Street 1'},
                 'facts':[{'name':'gate code','value':'1234','showAt':'carpentry'}],
                 'promises':[{'what':'ready by Christmas','origin':'campaign','to':'2999-12-24T12:00:00+01:00'}],
                 'variables':{'worktop':'oak','doors':3,'price':12.5,'urgent':true,'trades':['carpenter','plumber']}}
                """.formatted(caseId, caseId));
        opened.expect(201);
        assertThat(opened.header("Location")).isEqualTo("/api/cases/" + caseId);
        JsonNode shown = as("owner").get(opened.header("Location")).expect(200).json();
        assertThat(((ObjectNode) shown)
                        .remove("contactPolicy")
                        .at("/caps/marketing")
                        .asText())
                .as("looked up only where one case is looked at")
                .isEqualTo("no cap");
        assertThat(shown).isEqualTo(opened.json());
        assertThat(shown.at("/journey").asText()).isEqualTo("kitchen");
        assertThat(shown.at("/version").asInt()).isEqualTo(1);
        assertThat(shown.at("/phase").asText()).isEqualTo("plan");
        assertThat(shown.at("/status").asText()).isEqualTo("open");
        assertThat(shown.at("/customer").asText()).isEqualTo(caseId);
        assertThat(shown.at("/ambassador").isNull()).isTrue();
        assertThat(shown.at("/escalation/level").asText()).isEqualTo("none");
        assertThat(shown.at("/promises").toString()).isEqualTo("{\"open\":1,\"overdue\":0,\"kept\":0,\"broken\":0}");
        assertThat(shown.at("/nextStep/what").asText()).isEqualTo("ready by Christmas");
        assertThat(shown.at("/nextStep/to").asText()).isEqualTo("2999-12-24T11:00:00Z");
        assertThat(shown.at("/costs").isArray()).isTrue();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseId)
                        .variableValueEquals("worktop", "oak")
                        .variableValueEquals("doors", 3)
                        .variableValueEquals("urgent", true)
                        .count())
                .isEqualTo(1);
        as("integrator")
                .post("/api/journeys/kitchen/cases", "{'caseId':'" + caseId + "'}")
                .problem(409, "caseId");
    }

    @Test
    void aContactCompletesTheWaitItIsFor() {
        String caseId = newCase();
        Answer call = contact(
                        caseId,
                        "{'touchpoint':'first-call','user':'mette','outcome':'done','note':'agreed on oak','open':'price',"
                                + "'costs':[{'payer':'company','amount':150.50,'currency':'DKK'}],"
                                + "'score':{'scale':'csat','value':5},'nextStep':{'what':'carpentry','party':'carpenter'}}")
                .expect(201);
        assertThat(call.at("/completed")).isEqualTo("first-call");
        assertThat(call.at("/planned")).isEqualTo("true");
        assertThat(call.json().has("nearest")).isFalse();
        assertThat(call.at("/case/phase")).isEqualTo("build");
        assertThat(call.at("/case/ambassador")).isEqualTo("mette");
        assertThat(call.at("/case/counts/contacts")).isEqualTo("1");
        assertThat(call.at("/case/counts/plannedContacts")).isEqualTo("1");
        assertThat(call.at("/case/nextStep/state")).isEqualTo("unscheduled");
        assertThat(call.json().at("/case/costs").toString())
                .isEqualTo("[{\"payer\":\"company\",\"amount\":150.5,\"currency\":\"DKK\"},"
                        + "{\"payer\":\"customer\",\"amount\":0,\"currency\":\"DKK\"}]");
        assertThat(call.at("/escalation/level")).isEqualTo("none");
        assertThat(call.at("/escalation/raised")).isEqualTo("false");
        assertThat(call.at("/escalation/decision/key")).isEqualTo("contact-escalation-kitchen");
        assertThat(call.at("/escalation/decision/version")).isEqualTo("1");
        assertThat(call.at("/escalation/decision/rule")).isEqualTo("rule-3");
        assertThat(call.header("Location")).isEqualTo("/api/cases/" + caseId + "/contacts/" + call.at("/contactId"));
        JsonNode kept = as("owner").get(call.header("Location")).expect(200).json();
        assertThat(kept.at("/note").asText()).isEqualTo("agreed on oak");
        assertThat(kept.at("/channel").asText()).isEqualTo("phone");
        assertThat(kept.at("/score/percent").asInt()).isEqualTo(100);
    }

    @Test
    void aTouchpointTheModelLacksIsRecordedAndGuessed() {
        Answer answer = contact(newCase(), "{'touchpoint':'carpentri','channel':'visit'}")
                .expect(201);
        assertThat(answer.at("/planned")).isEqualTo("false");
        assertThat(answer.json().has("completed")).isFalse();
        assertThat(answer.json().at("/nearest/0").asText()).isEqualTo("carpentry");
    }

    @Test
    void aContactWithAKnownExternalIdIsTheSameContact() {
        String caseId = newCase();
        Answer first =
                contact(caseId, "{'channel':'visit','externalId':'crm-7'}").expect(201);
        Answer again =
                contact(caseId, "{'channel':'visit','externalId':'crm-7'}").expect(200);
        assertThat(again.at("/contactId")).isEqualTo(first.at("/contactId"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.at("/case/counts/contacts")).isEqualTo("1");
    }

    @Test
    void theFourthContactIsWatchedTheSixthEscalates() {
        String caseId = newCase();
        for (int contact = 1; contact <= 6; contact++) {
            Answer answer =
                    contact(caseId, "{'channel':'visit','party':'carpenter'}").expect(201);
            String level = contact < 4 ? "none" : contact < 6 ? "watch" : "escalate";
            assertThat(answer.at("/escalation/level")).isEqualTo(level);
            assertThat(answer.at("/escalation/raised")).isEqualTo(String.valueOf(contact == 4 || contact == 6));
        }
        Answer seventh = contact(caseId, "{'channel':'visit'}").expect(201);
        assertThat(seventh.at("/escalation/reason")).isEqualTo("because of rule-1");
        Answer reviewed = as("ops")
                .post("/api/cases/" + caseId + "/reviews", "{'level':'watch','reason':'one plan agreed'}")
                .expect(200);
        assertThat(reviewed.at("/escalation/level")).isEqualTo("watch");
        assertThat(reviewed.at("/escalation/reason")).isEqualTo("one plan agreed");
        assertThat(reviewed.at("/counts/contacts")).isEqualTo("7");
        assertThat(reviewed.at("/sinceReview/contacts")).isEqualTo("0");
    }

    @Test
    void aLevelIsRaisedByHandAndTheDecisionAskedAgain() {
        String level = "/api/cases/" + newCase() + "/level";
        Answer raised = as("ops")
                .post(level, "{'level':'Coordinate','reason':'she called my boss'}")
                .expect(200);
        assertThat(raised.at("/escalation/raised")).isEqualTo("true");
        assertThat(raised.at("/case/escalation/level")).isEqualTo("coordinate");
        Answer lower =
                as("ops").post(level, "{'level':'watch','reason':'calmer'}").expect(200);
        assertThat(lower.at("/escalation/raised")).isEqualTo("false");
        assertThat(lower.at("/escalation/level")).isEqualTo("coordinate");
        Answer asked =
                as("ops").post(level.replace("/level", "/decision"), null).expect(200);
        assertThat(asked.at("/escalation/decision/key")).isEqualTo("contact-escalation-kitchen");
    }

    @Test
    void aVoidedContactNoLongerCounts() {
        String caseId = newCase();
        String contact = contact(caseId, "{'channel':'visit'}").at("/contactId");
        String withdrawal = "/api/cases/" + caseId + "/contacts/" + contact + "/void";
        Answer voided =
                as("integrator").post(withdrawal, "{'reason':'wrong case'}").expect(200);
        assertThat(voided.at("/case/counts/contacts")).isEqualTo("0");
        as("integrator").post(withdrawal, "{'reason':'again'}").problem(409);
        assertThat(as("ops").get("/api/cases/" + caseId + "/timeline").json().findValuesAsText("type"))
                .contains("contact", "void");
    }

    @Test
    void aClosedCaseSaysHowToReopenIt() {
        String caseId = newCase();
        String path = "/api/cases/" + caseId;
        assertThat(as("ops").post(path + "/close", "{'reason':'moved away'}").at("/status"))
                .isEqualTo("closed");
        assertThat(contact(caseId, "{'channel':'visit'}").problem(409).at("/detail"))
                .contains("reopen");
        as("integrator").post(path + "/promises", "{'what':'a visit'}").problem(409);
        contact(caseId, "{'channel':'visit','occurredAt':'2026-01-02T10:00:00Z'}")
                .expect(201);
        assertThat(as("ops").post(path + "/reopen", "{'reason':'came back'}").at("/status"))
                .isEqualTo("open");
        as("ops").post(path + "/reopen", "{'reason':'twice'}").problem(409);
        contact(caseId, "{'channel':'visit'}").expect(201);
    }

    @Test
    void theBriefSaysWhatTheNextPersonMustKnow() {
        String caseId = newCase();
        for (int visit = 1; visit <= 7; visit++) {
            contact(
                            caseId,
                            "{'channel':'visit','party':'carpenter','user':'bo','note':'visit " + visit
                                    + "','open':'door " + visit + "'}")
                    .expect(201);
        }
        as("integrator")
                .post("/api/cases/" + caseId + "/facts", "{'name':'dog','value':'friendly'}")
                .expect(200);
        as("integrator")
                .post(
                        "/api/cases/" + caseId + "/handoffs",
                        "{'from':'carpenter','to':'plumber','done':'cupboards','open':'the sink',"
                                + "'nextStep':{'what':'plumbing','party':'plumber'}}")
                .expect(201);
        JsonNode brief =
                as("ops").get("/api/cases/" + caseId + "/brief").expect(200).json();
        assertThat(brief.at("/ambassador").asText()).isEqualTo("bo");
        assertThat(brief.at("/escalation/level").asText()).isEqualTo("escalate");
        assertThat(brief.at("/contacts").asInt()).isEqualTo(7);
        assertThat(brief.at("/lastContacts")).hasSize(5);
        assertThat(brief.at("/lastContacts/0/note").asText()).isEqualTo("visit 7");
        assertThat(brief.at("/open").findValuesAsText("what"))
                .containsExactly("the sink", "door 7", "door 6", "door 5", "door 4", "door 3");
        assertThat(brief.at("/facts/0/value").asText()).isEqualTo("friendly");
        assertThat(brief.at("/nextStep/what").asText()).isEqualTo("plumbing");
        assertThat(brief.at("/nextStep/to").asText()).isEqualTo("unscheduled");
        assertThat(brief.at("/handoffs/0/to").asText()).isEqualTo("plumber");
    }

    @Test
    void aTimelineIsReadInPartsWithoutLosingAnything() {
        String caseId = newCase();
        for (int visit = 1; visit <= 5; visit++) {
            contact(caseId, "{'channel':'visit','note':'visit " + visit + "'}").expect(201);
        }
        String path = "/api/cases/" + caseId + "/timeline";
        JsonNode whole = as("owner").get(path).json();
        assertThat(whole.at("/next").isNull()).isTrue();
        int entries = 0;
        String next = "";
        while (!next.equals("null")) {
            JsonNode part = as("owner")
                    .get(path + "?limit=2" + (next.isEmpty() ? "" : "&after=" + next))
                    .json();
            for (JsonNode entry : part.at("/items")) {
                assertThat(entry).isEqualTo(whole.at("/items/" + entries));
                entries++;
            }
            next = part.at("/next").asText();
        }
        assertThat(entries).isEqualTo(whole.at("/items").size());
    }

    @Test
    void anAmbassadorIsAppointed() {
        Answer appointed = as("ops")
                .put("/api/cases/" + newCase() + "/ambassador", "{'user':'mette','reason':'knows the street'}")
                .expect(200);
        assertThat(appointed.at("/ambassador")).isEqualTo("mette");
    }

    @Test
    void aJourneyIsShownAsModelled() {
        assertThat(as("owner").get("/api/journeys").json().findValuesAsText("key"))
                .contains("kitchen", "letterbox");
        JsonNode journey = as("owner").get("/api/journeys/kitchen").expect(200).json();
        assertThat(journey.at("/phases").findValuesAsText("id")).containsExactly("plan", "build");
        assertThat(journey.at("/touchpoints").findValuesAsText("id"))
                .containsExactly("first-call", "carpentry", "plumbing");
        assertThat(journey.at("/touchpoints/1/party").asText()).isEqualTo("carpenter");
        assertThat(journey.at("/touchpoints/1/phase").asText()).isEqualTo("build");
    }
}
