package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@DisplayName("Visits planned to one customer")
class VisitsToOneCustomerTest extends ServerTest {

    private static final String TUESDAY = "'from':'2030-08-06T08:00:00Z','to':'2030-08-06T10:00:00Z'";
    private static final String THURSDAY = "'from':'2030-08-08T08:00:00Z','to':'2030-08-08T10:00:00Z'";
    private static final String NEXT_WEEK = "'from':'2030-08-13T08:00:00Z','to':'2030-08-13T10:00:00Z'";

    private String leak;
    private String boiler;

    @BeforeEach
    void twoCasesOfOneCustomer() {
        String customer = "V-" + UUID.randomUUID();
        leak = open(customer);
        boiler = open(customer);
    }

    private String open(String customer) {
        String caseId = "V-" + UUID.randomUUID();
        as("integrator")
                .post(
                        "/api/journeys/kitchen/cases",
                        "{'caseId':'" + caseId + "','customer':{'reference':'" + customer + "'}}")
                .expect(201);
        return caseId;
    }

    private Answer promise(String caseId, String party, String window) {
        return as("ops")
                .post("/api/cases/" + caseId + "/promises", "{'what':'a visit','party':'" + party + "'," + window + "}")
                .expect(201);
    }

    private static String id(Answer promise) {
        return promise.at("/promiseId");
    }

    private String path(String promise) {
        return "/api/cases/" + promise.substring(0, promise.lastIndexOf('~')) + "/promises/"
                + promise.replace("~", "%7E");
    }

    private Answer at(String promise) {
        return as("ops").get(path(promise)).expect(200);
    }

    private Answer merge(String promise, String with, String window) {
        return as("ops")
                .post(path(promise) + "/merged", "{'with':'" + with + "','window':'" + window + "'}")
                .expect(200);
    }

    private static List<String> ids(JsonNode visits) {
        List<String> found = new ArrayList<>();
        visits.forEach(each -> found.add(each.path("promiseId").asText()));
        return found;
    }

    @Test
    void areProposedAsOneBeforeTheNextIsBooked() {
        String plumber = id(promise(leak, "plumber", TUESDAY));
        promise(leak, "painter", NEXT_WEEK);
        Answer fitter = promise(boiler, "fitter", THURSDAY);
        assertThat(ids(fitter.json().at("/mergeable"))).containsExactly(plumber);
        assertThat(fitter.at("/mergeable/0/party")).isEqualTo("plumber");
        assertThat(ids(as("integrator")
                        .get(path(id(fitter)) + "/mergeable")
                        .expect(200)
                        .json()
                        .at("/items")))
                .containsExactly(plumber);

        Answer contact = as("integrator")
                .post(
                        "/api/cases/" + boiler + "/contacts",
                        "{'channel':'phone','nextStep':{'what':'a look','party':'adviser'," + NEXT_WEEK + "}}")
                .expect(201);
        assertThat(contact.json().at("/mergeable")).hasSize(1);
        assertThat(contact.at("/mergeable/0/party")).isEqualTo("painter");
    }

    @Test
    void haveOneWindowOnceMergedAndAreKeptTogether() {
        String plumber = id(promise(leak, "plumber", TUESDAY));
        String fitter = id(promise(boiler, "fitter", THURSDAY));
        Answer merged = merge(fitter, plumber, "theirs");
        assertThat(merged.at("/mergedWith")).isEqualTo(plumber);
        assertThat(Instant.parse(merged.at("/to"))).isEqualTo(Instant.parse("2030-08-06T10:00:00Z"));
        assertThat(merged.at("/moves")).isEqualTo("1");
        assertThat(at(plumber).at("/mergedWith")).isEqualTo(fitter);
        assertThat(at(plumber).at("/moves")).as("its window stays").isEqualTo("0");
        assertThat(ids(at(plumber).json().at("/mergeable"))).isEmpty();

        as("integrator")
                .post("/api/cases/" + leak + "/contacts", "{'channel':'visit','party':'plumber'}")
                .expect(201);
        assertThat(at(plumber).at("/state")).isEqualTo("kept");
        assertThat(at(fitter).at("/state")).isEqualTo("kept");
        assertThat(as("ops").get("/api/cases/" + boiler).at("/promises/kept")).isEqualTo("1");
        assertThat(as("ops").get("/api/cases/" + boiler).at("/promises/open")).isEqualTo("0");
    }

    @Test
    void moveTogetherAndPartWhenOneIsTakenBack() {
        String plumber = id(promise(leak, "plumber", TUESDAY));
        String fitter = id(promise(boiler, "fitter", THURSDAY));
        merge(fitter, plumber, "mine");
        assertThat(Instant.parse(at(plumber).at("/to"))).isEqualTo(Instant.parse("2030-08-08T10:00:00Z"));
        as("ops")
                .post(path(plumber) + "/moved", "{" + NEXT_WEEK + ",'reason':'parts'}")
                .expect(200);
        assertThat(Instant.parse(at(fitter).at("/to"))).isEqualTo(Instant.parse("2030-08-13T10:00:00Z"));
        as("ops").post(path(plumber) + "/withdrawn", "{'reason':'not needed'}").expect(200);
        assertThat(at(fitter).at("/state")).isEqualTo("open");
        assertThat(at(fitter).json().path("mergedWith").isMissingNode()).isTrue();
        as("ops").post(path(fitter) + "/kept", "{}").expect(200);
        assertThat(at(plumber).at("/state")).isEqualTo("withdrawn");
    }

    @Test
    void ofOneCaseCanBeOneVisitToo() {
        String plumber = id(promise(leak, "plumber", TUESDAY));
        String painter = id(promise(leak, "painter", THURSDAY));
        merge(painter, plumber, "theirs");
        as("ops").post(path(painter) + "/kept", "{}").expect(200);
        assertThat(at(plumber).at("/state")).isEqualTo("kept");
    }

    @Test
    void aStepNobodyHasBookedGetsTheWindowOfAVisitThatIs() {
        String plumber = id(promise(leak, "plumber", TUESDAY));
        Answer open = promise(boiler, "fitter", "'origin':'next-step'");
        assertThat(open.at("/state")).isEqualTo("unscheduled");
        assertThat(ids(open.json().at("/mergeable"))).containsExactly(plumber);
        assertThat(merge(id(open), plumber, "theirs").at("/state")).isEqualTo("open");
    }

    @Test
    void cantBeMergedTwiceNorWithStrangersNorWithThemselves() {
        String plumber = id(promise(leak, "plumber", TUESDAY));
        String fitter = id(promise(boiler, "fitter", THURSDAY));
        String stranger = id(promise(open("V-" + UUID.randomUUID()), "painter", TUESDAY));
        String merged = path(plumber) + "/merged";
        as("ops").post(merged, "{'with':'" + stranger + "'}").problem(409);
        as("ops").post(merged, "{'with':'" + plumber + "'}").problem(409);
        as("ops").post(merged, "{'with':'" + boiler + "~99'}").problem(400, "with");
        as("ops").post(merged, "{'with':'nothing'}").problem(400, "with");
        as("ops").post(merged, "{'window':'ours'}").problem(400, "with").problem(400, "window");
        merge(fitter, plumber, "theirs");
        String painter = id(promise(leak, "painter", TUESDAY));
        as("ops").post(path(painter) + "/merged", "{'with':'" + fitter + "'}").problem(409);
    }
}
