package io.journeybpm.rest;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.ledger.Link;
import io.journeybpm.links.CaseLinks;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("engine")
@DisplayName("Links are made, listed without their addresses, and revoked")
class LinksOverRestTest extends ServerTest {

    @Autowired
    private CaseLinks links;

    private static String links(String caseId) {
        return "/api/cases/" + caseId + "/links";
    }

    private static String token(Answer made) {
        return made.at("/url").replaceAll(".*/", "");
    }

    @Test
    void theAddressIsToldOnce() {
        String caseId = newCase();
        Answer made = as("ops")
                .post(links(caseId), "{'purpose':'customer','expires':'P30D'}")
                .expect(201);
        assertThat(made.at("/url")).matches("http://localhost:" + port + "/c/[A-Za-z0-9_-]{43}");
        assertThat(Instant.parse(made.at("/expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(31)));
        assertThat(made.header("Location")).isEqualTo(links(caseId) + "/" + made.at("/linkId"));
        Link link = links.open(Link.Purpose.CUSTOMER, token(made)).orElseThrow();
        assertThat(link.caseId()).isEqualTo(caseId);

        Answer listed = as("ops").get(links(caseId)).expect(200);
        assertThat(listed.at("/items/0/linkId")).isEqualTo(made.at("/linkId"));
        assertThat(listed.at("/items/0/madeBy")).isEqualTo("ops");
        assertThat(listed.body()).doesNotContain("url", token(made));
        assertThat(as("ops").get(made.header("Location")).expect(200).body()).doesNotContain("url", token(made));
    }

    @Test
    void aRevokedOneOpensNothingAnyMore() {
        String caseId = newCase();
        Answer made = as("ops").post(links(caseId), "{'purpose':'customer'}").expect(201);
        Answer revoked =
                as("integrator").send("DELETE", made.header("Location"), null).expect(200);
        assertThat(revoked.at("/revokedBy")).isEqualTo("integrator");
        assertThat(links.open(Link.Purpose.CUSTOMER, token(made))).isEmpty();
        as("ops").send("DELETE", made.header("Location"), null).expect(200);
        String other = newCase();
        as("ops").send("DELETE", links(other) + "/" + made.at("/linkId"), null).problem(404);
        as("ops").get(links(other) + "/" + made.at("/linkId")).problem(404);
    }

    @Test
    void aVisitsSaysWhoComes() {
        String caseId = newCase();
        String promise = as("ops")
                .post("/api/cases/" + caseId + "/promises", "{'what':'new floor','party':'carpenter'}")
                .expect(201)
                .at("/promiseId");
        Answer made = as("integrator")
                .post(
                        links(caseId),
                        "{'purpose':'visit','party':'carpenter','touchpoint':'carpentry','promiseId':'" + promise
                                + "','visitor':{'name':'Ole','phone':'20 30 40 50'}}")
                .expect(201);
        assertThat(made.at("/url")).contains("/v/");
        assertThat(made.at("/visitor/phone")).isEqualTo("20 30 40 50");
        assertThat(made.at("/promiseId")).isEqualTo(promise);
        assertThat(links.open(Link.Purpose.CUSTOMER, token(made))).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidWithItsField() {
        String caseId = newCase();
        as("ops").post(links(caseId), "{}").problem(400, "purpose");
        as("ops").post(links(caseId), "{'purpose':'everything'}").problem(400, "purpose");
        as("ops").post(links(caseId), "{'purpose':'customer','party':'x'}").problem(400, "purpose");
        as("ops").post(links(caseId), "{'purpose':'visit'}").problem(400, "party");
        for (String end : new String[] {"tomorrow", "P0D", "P-1D", "P3Y", "P99999999999D"}) {
            as("ops")
                    .post(links(caseId), "{'purpose':'customer','expires':'" + end + "'}")
                    .problem(400, "expires");
        }
        as("ops")
                .post(links(caseId), "{'purpose':'visit','promiseId':'" + newCase() + "~1'}")
                .problem(400, "promiseId");
        as("ops")
                .post(links(caseId), "{'purpose':'visit','promiseId':'" + caseId + "~99'}")
                .problem(400, "promiseId");
        as("ops")
                .post(links(caseId), "{'purpose':'visit','party':'x','visitor':{'phone':'" + "1".repeat(65) + "'}}")
                .problem(400, "visitor.phone");
        as("ops")
                .post(links("K-" + UUID.randomUUID()), "{'purpose':'customer'}")
                .problem(404);
    }

    @Test
    void aClosedCaseGetsNoNewOne() {
        String caseId = newCase();
        as("ops")
                .post("/api/cases/" + caseId + "/close", "{'reason':'settled'}")
                .expect(200);
        as("ops").post(links(caseId), "{'purpose':'customer'}").problem(409);
    }

    @Test
    void aRequestSentTwiceMakesOne() {
        String caseId = newCase();
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
        Answer first =
                as("ops").post(links(caseId), "{'purpose':'customer'}", key).expect(201);
        Answer second =
                as("ops").post(links(caseId), "{'purpose':'customer'}", key).expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(as("ops").get(links(caseId)).json().at("/items")).hasSize(1);
    }

    @Test
    void aProcessThatCantKnowItsAddressSaysWhatToSet() {
        String key = "mailer" + UUID.randomUUID().toString().replace("-", "");
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        key + ".bpmn",
                        document(
                                process(
                                        key,
                                        row(
                                                key,
                                                phase(
                                                        "p",
                                                        row(
                                                                "p",
                                                                "<serviceTask id='mail'"
                                                                        + " camunda:expression='${journeyLinks.customer(execution)}'/>"))))))
                .deploy();
        Answer refused = as("integrator")
                .post("/api/journeys/" + key + "/cases", "{'caseId':'M-" + UUID.randomUUID() + "'}")
                .problem(409);
        assertThat(refused.at("/detail")).contains("journey.pages.url");
    }
}
