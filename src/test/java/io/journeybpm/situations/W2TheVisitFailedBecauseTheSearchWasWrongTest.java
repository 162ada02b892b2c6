package io.journeybpm.situations;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W2: the plumber's visit failed because the leak search was wrong")
class W2TheVisitFailedBecauseTheSearchWasWrongTest extends EffortSituation {

    private String chain(String caseId, String party, String causedBy) {
        String cause = causedBy == null ? "" : ",'causedBy':'" + causedBy + "'";
        return contact(caseId, "{'channel':'visit','party':'" + party + "'" + cause + "}")
                .at("/contactId");
    }

    @Test
    void thePlumberNamesTheLeakSearchInHisFormAndTheCaseShowsIt() {
        String key = key("leak");
        deploy(
                "leak.bpmn",
                document(process(
                        key,
                        row(
                                "leak",
                                phase(
                                        "find",
                                        row(
                                                "find",
                                                userTask("leak-search", touchpoint("visit", "leak-finder")),
                                                userTask(
                                                        "repair",
                                                        touchpoint(
                                                                "visit",
                                                                "plumber",
                                                                "journey.fields",
                                                                "causedBy"))))))));
        String caseId = newCase(key);
        complete(caseId, "leak-search", Map.of("outcome", "done", "incidents", "not-verified"));
        complete(caseId, "repair", Map.of("outcome", "failed", "causedBy", "leak-search"));

        JsonNode cause = theCase(caseId).path("cause");
        assertThat(cause.path("party").asText()).isEqualTo("leak-finder");
        assertThat(cause.at("/root/touchpoint").asText()).isEqualTo("leak-search");
        assertThat(cause.at("/root/what").asText()).isEqualTo("not-verified");
        JsonNode repair = timeline(caseId, "contact").get(1).path("contact");
        assertThat(repair.path("causedBy")).isEqualTo(cause.path("contactId"));
        assertThat(repair.path("cause")).isEqualTo(cause);
    }

    @Test
    void aFormThatNamesAPlaceNobodyWasAtIsRefused() {
        String key = key("leak");
        deploy(
                "leak.bpmn",
                document(process(
                        key,
                        row(
                                "leak",
                                phase(
                                        "find",
                                        row(
                                                "find",
                                                userTask(
                                                        "repair",
                                                        touchpoint(
                                                                "visit",
                                                                "plumber",
                                                                "journey.fields",
                                                                "causedBy"))))))));
        String caseId = newCase(key);
        assertThatThrownBy(() -> complete(caseId, "repair", Map.of("outcome", "done", "causedBy", "<leak-search>")))
                .hasMessageContaining("causedBy is '<leak-search>'");
        assertThat(timeline(caseId, "contact")).isEmpty();
    }

    @Test
    void overRestTheChainGoesBackToItsRootAcrossAllParties() {
        String caseId = newCase();
        String finder = chain(caseId, "leak-finder", null);
        String plumber = chain(caseId, "plumber", finder);
        String carpenter = chain(caseId, "carpenter", plumber);

        assertThat(theContact(finder).path("cause").isNull()).isTrue();
        JsonNode cause = theContact(carpenter).path("cause");
        assertThat(cause.path("contactId").asText()).isEqualTo(plumber);
        assertThat(cause.path("party").asText()).isEqualTo("plumber");
        assertThat(cause.at("/root/contactId").asText()).isEqualTo(finder);
        assertThat(cause.at("/root/party").asText()).isEqualTo("leak-finder");
        assertThat(cause.at("/root/steps").asInt()).isEqualTo(2);
        assertThat(cause.at("/root/whole").asBoolean()).isTrue();
        assertThat(theCase(caseId).path("cause")).isEqualTo(cause);
    }

    @Test
    void whatIsFoundOutLaterHoldsAndSaysWhoFoundIt() {
        String caseId = newCase();
        String finder = chain(caseId, "leak-finder", null);
        String plumber = chain(caseId, "plumber", null);
        String painter = chain(caseId, "painter", finder);
        as("ops")
                .post(
                        "/api/cases/" + caseId + "/contacts/" + painter + "/cause",
                        "{'causedBy':'" + plumber + "','reason':'<b>opened</b> the wrong wall'}")
                .expect(200);
        as("integrator")
                .post(
                        "/api/cases/" + caseId + "/contacts/" + plumber + "/cause",
                        "{'causedBy':'" + finder + "','reason':'the mark was wrong'}")
                .expect(200);

        JsonNode cause = theContact(painter).path("cause");
        assertThat(cause.path("contactId").asText()).isEqualTo(plumber);
        assertThat(cause.at("/root/contactId").asText()).isEqualTo(finder);
        assertThat(timeline(caseId, "cause")).hasSize(2).first().satisfies(found -> {
            assertThat(found.path("actor").asText()).isEqualTo("ops");
            assertThat(found.path("subject").asText()).isEqualTo(painter);
            assertThat(found.path("detail").asText()).isEqualTo(plumber + ": <b>opened</b> the wrong wall");
        });
        assertThat(theCase(caseId).at("/counts/contacts").asInt())
                .as("nothing is counted anew")
                .isEqualTo(3);
    }

    @Test
    void aVoidedContactCausedNothing() {
        String caseId = newCase();
        String finder = chain(caseId, "leak-finder", null);
        String plumber = chain(caseId, "plumber", finder);
        as("integrator")
                .post("/api/cases/" + caseId + "/contacts/" + finder + "/void", "{'reason':'another case'}")
                .expect(200);
        assertThat(theContact(plumber).path("cause").isNull()).isTrue();
    }

    @Test
    void noContactCausesItselfOrOneOfAnotherCase() {
        String caseId = newCase();
        String finder = chain(caseId, "leak-finder", null);
        String plumber = chain(caseId, "plumber", finder);
        String carpenter = chain(caseId, "carpenter", plumber);
        String elsewhere = chain(newCase(), "plumber", null);
        String path = "/api/cases/" + caseId + "/contacts/" + finder + "/cause";
        for (String circular : new String[] {finder, plumber, carpenter}) {
            as("ops")
                    .post(path, "{'causedBy':'" + circular + "','reason':'so it seems'}")
                    .problem(422, "causedBy");
        }
        as("ops")
                .post(path, "{'causedBy':'" + elsewhere + "','reason':'so it seems'}")
                .problem(400, "causedBy");
        as("ops")
                .post(path, "{'causedBy':'" + caseId + "~99','reason':'so it seems'}")
                .problem(400, "causedBy");
        as("ops").post(path, "{'reason':'so it seems'}").problem(400, "causedBy");
        as("ops").post(path, "{'causedBy':'" + plumber + "'}").problem(400, "reason");
        as("ops")
                .post(
                        "/api/cases/" + caseId + "/contacts/" + caseId + "~99/cause",
                        "{'causedBy':'" + plumber + "','reason':'so it seems'}")
                .problem(404);
        assertThat(timeline(caseId, "cause")).isEmpty();
    }

    @Test
    void aLoopOfCountlessReturnsIsFollowedOnlySoFar() {
        String caseId = newCase();
        String last = chain(caseId, "plumber", null);
        for (int each = 0; each < 30; each++) {
            last = chain(caseId, "plumber", last);
        }
        JsonNode root = theContact(last).at("/cause/root");
        assertThat(root.path("steps").asInt()).isEqualTo(20);
        assertThat(root.path("whole").asBoolean()).isFalse();
    }
}
