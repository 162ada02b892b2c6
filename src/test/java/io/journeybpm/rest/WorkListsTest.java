package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Promises, handoffs and cases are found and settled")
class WorkListsTest extends ServerTest {

    private final String party = "party-" + UUID.randomUUID();

    private Answer promise(String caseId, String window) {
        return as("integrator")
                .post("/api/cases/" + caseId + "/promises", "{'what':'visit','party':'" + party + "'" + window + "}")
                .expect(201);
    }

    private List<String> listed(String path, String id) {
        List<String> ids = new ArrayList<>();
        as("ops")
                .get(path)
                .expect(200)
                .json()
                .at("/items")
                .forEach(each -> ids.add(each.path(id).asText()));
        return ids;
    }

    @Test
    void aPromiseIsKeptWithdrawnOrMoved() {
        String caseId = newCase();
        String promises = "/api/cases/" + caseId + "/promises/";
        Answer made = promise(caseId, ",'from':'2999-08-03T08:00:00+02:00','to':'2999-08-03T10:00:00+02:00'");
        assertThat(made.at("/state")).isEqualTo("open");
        assertThat(made.header("Location")).isEqualTo(promises + made.at("/promiseId"));
        String path = made.header("Location");
        Answer moved = as("ops")
                .post(path + "/moved", "{'from':'2999-08-04T08:00:00Z','to':'2999-08-04T10:00:00Z','reason':'ill'}")
                .expect(200);
        assertThat(moved.at("/moves")).isEqualTo("1");
        assertThat(moved.at("/from")).isEqualTo("2999-08-04T08:00:00Z");
        assertThat(as("ops").post(path + "/kept", "{}").expect(200).at("/state"))
                .isEqualTo("kept");
        as("ops").post(path + "/withdrawn", null).problem(409);
        as("ops").post(path + "/moved", "{'to':'2999-08-04T10:00:00Z'}").problem(409);
        assertThat(as("ops").get(path).expect(200).at("/state")).isEqualTo("kept");
        String other = promise(caseId, "").at("/promiseId");
        assertThat(as("integrator")
                        .post(promises + other + "/withdrawn", "{'reason':'no longer wanted'}")
                        .expect(200)
                        .at("/state"))
                .isEqualTo("withdrawn");
        JsonNode counted = as("ops").get("/api/cases/" + caseId).json().at("/promises");
        assertThat(counted.toString()).isEqualTo("{\"open\":0,\"dueSoon\":0,\"overdue\":0,\"kept\":1,\"broken\":0}");
    }

    @Test
    void promisesAreListedByDayStateAndParty() {
        String caseId = newCase();
        String first = promise(caseId, ",'to':'2999-08-03T08:00:00Z'").at("/promiseId");
        // the evening of the third in London is the fourth in Copenhagen
        String second = promise(caseId, ",'to':'2999-08-03T23:00:00Z'").at("/promiseId");
        String unscheduled = promise(caseId, "").at("/promiseId");
        String overdue = promise(caseId, ",'to':'2020-08-03T08:00:00Z'").at("/promiseId");
        String list = "/api/promises?party=" + party;
        assertThat(listed(list, "promiseId")).containsExactly(overdue, first, second);
        assertThat(listed(list + "&day=2999-08-03", "promiseId")).containsExactly(first);
        assertThat(listed(list + "&day=2999-08-04", "promiseId")).containsExactly(second);
        assertThat(listed(list + "&state=unscheduled", "promiseId")).containsExactly(unscheduled);
        assertThat(listed(list + "&state=overdue", "promiseId")).containsExactly(overdue);
        assertThat(listed(list + "&state=kept", "promiseId")).isEmpty();
        as("ops").post("/api/cases/" + caseId + "/decision", null).expect(200);
        assertThat(listed(list + "&state=broken", "promiseId")).containsExactly(overdue);
    }

    @Test
    void listsAreReadInParts() {
        String caseId = newCase();
        List<String> made = new ArrayList<>();
        for (int day = 10; day < 15; day++) {
            made.add(promise(caseId, ",'to':'2999-08-" + day + "T08:00:00Z'").at("/promiseId"));
        }
        List<String> read = new ArrayList<>();
        String next = "";
        while (!next.equals("null")) {
            JsonNode part = as("owner")
                    .get("/api/promises?limit=2&party=" + party + (next.isEmpty() ? "" : "&after=" + next))
                    .json();
            part.at("/items").forEach(each -> read.add(each.path("promiseId").asText()));
            next = part.at("/next").asText();
        }
        assertThat(read).isEqualTo(made);
    }

    @Test
    void aHandoffIsAcknowledgedBeforeTheVisit() {
        String caseId = newCase();
        Answer made = as("integrator")
                .post(
                        "/api/cases/" + caseId + "/handoffs",
                        "{'from':'carpenter','to':'" + party + "','done':'cupboards','open':'sink'}")
                .expect(201);
        String list = "/api/handoffs?party=" + party;
        assertThat(made.at("/state")).isEqualTo("open");
        assertThat(listed(list + "&state=open", "handoffId")).containsExactly(made.at("/handoffId"));
        Answer read =
                as("ops").post(made.header("Location") + "/acknowledged", null).expect(200);
        assertThat(read.at("/state")).isEqualTo("acknowledged");
        assertThat(read.at("/acknowledgedBy")).isEqualTo("ops");
        assertThat(listed(list + "&state=open", "handoffId")).isEmpty();
        assertThat(listed(list + "&state=acknowledged", "handoffId")).hasSize(1);
        as("integrator")
                .post("/api/cases/" + caseId + "/contacts", "{'channel':'visit','party':'" + party + "'}")
                .expect(201);
        assertThat(listed(list + "&state=met", "handoffId")).hasSize(1);
        assertThat(as("owner").get(made.header("Location")).at("/state")).isEqualTo("met");
    }

    @Test
    void casesAreFoundByCustomerPhoneLevelPhaseAndJourney() {
        String caseId = "K-" + UUID.randomUUID();
        String digits = String.valueOf(10_000_000 + (int) (Math.random() * 80_000_000));
        as("integrator")
                .post(
                        "/api/journeys/kitchen/cases",
                        "{'caseId':'" + caseId + "','customer':{'reference':'" + party + "','phone':'+45 " + digits
                                + "'}}")
                .expect(201);
        as("ops")
                .post("/api/cases/" + caseId + "/level", "{'level':'executive','reason':'a test'}")
                .expect(200);
        for (String query : List.of(
                "customer=" + party,
                "phone=" + digits,
                "phone=0045" + digits + "&level=&phase=&journey=",
                "customer=" + party + "&level=executive&phase=plan&journey=kitchen&status=open")) {
            assertThat(listed("/api/cases?" + query, "caseId")).as(query).containsExactly(caseId);
        }
        for (String query : List.of("level=none", "phase=build", "journey=letterbox", "status=closed", "phone=1")) {
            assertThat(listed("/api/cases?customer=" + party + "&" + query, "caseId"))
                    .as(query)
                    .isEmpty();
        }
    }

    @Test
    void casesAreReadInPartsNewestFirst() {
        as("integrator")
                .post(
                        "/api/journeys/kitchen/cases",
                        "{'caseId':'" + party + "-1','customer':{'reference':'" + party + "'}}")
                .expect(201);
        as("integrator")
                .post(
                        "/api/journeys/kitchen/cases",
                        "{'caseId':'" + party + "-2','customer':{'reference':'" + party + "'}}")
                .expect(201);
        String list = "/api/cases?limit=1&customer=" + party;
        JsonNode first = as("owner").get(list).json();
        assertThat(first.at("/items/0/caseId").asText()).isEqualTo(party + "-2");
        JsonNode second =
                as("owner").get(list + "&after=" + first.at("/next").asText()).json();
        assertThat(second.at("/items/0/caseId").asText()).isEqualTo(party + "-1");
        assertThat(second.at("/next").isNull()).isTrue();
    }
}
