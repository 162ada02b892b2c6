package io.journeybpm.situations;

import static io.journeybpm.testing.Bpmn.conditional;
import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.flow;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.properties;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.Permitting;
import io.journeybpm.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("engine")
@DisplayName("K5: more interaction is not better; the company asks before it contacts a customer")
class K5MoreInteractionIsNotBetterTest extends ServerTest {

    /** Asks, waits where it has to, and sends the survey where it may. */
    private static final String SURVEYED = "surveyed";

    private static final Instant NOON = Instant.parse("2026-08-04T10:00:00Z");

    private final List<String> deployed = new ArrayList<>();
    private String customer;

    @BeforeEach
    void noonAndANewCustomer() {
        setTime(NOON);
        customer = "C-" + UUID.randomUUID();
    }

    @AfterEach
    void tidyUp() {
        ClockUtil.reset();
        deployed.forEach(each -> engine.getRepositoryService().deleteDeployment(each, true));
    }

    private static void setTime(Instant time) {
        ClockUtil.setCurrentTime(Date.from(time));
    }

    private void deploy(String name, String content) {
        deployed.add(engine.getRepositoryService()
                .createDeployment()
                .addString(name, content)
                .deploy()
                .getId());
    }

    private static String surveyed() {
        String ask = "<serviceTask id='may-we' camunda:delegateExpression='${askContactPermission}'>"
                + properties("journey.purpose", "survey", "journey.channel", "email", "journey.party", "office")
                + "</serviceTask>";
        String wait = "<intermediateCatchEvent id='wait'><timerEventDefinition><timeDate>${contactPermissionUntil}"
                + "</timeDate></timerEventDefinition></intermediateCatchEvent>";
        String send = "<serviceTask id='survey' camunda:delegateExpression='${recordTouchpoint}'>"
                + properties(
                        "journey.touchpoint",
                        "Survey",
                        "journey.channel",
                        "email",
                        "journey.party",
                        "office",
                        "journey.direction",
                        "outbound",
                        "journey.moment",
                        "normal",
                        "journey.purpose",
                        "survey")
                + "</serviceTask>";
        String inside = "<startEvent id='begin'/>" + ask + "<exclusiveGateway id='may'/>" + wait + send
                + "<endEvent id='not-sent'/><endEvent id='sent'/>"
                + flow("begin", "may-we", "may") + flow("wait", "may-we") + flow("survey", "sent")
                + conditional("may", "survey", "${contactPermission == 'allow'}")
                + conditional("may", "wait", "${contactPermission == 'defer'}")
                + conditional("may", "not-sent", "${contactPermission == 'suppress'}");
        return document(process(SURVEYED, row("j", phase("after", inside))));
    }

    /** A journey with a table of its own, which no other test asks. */
    private String shop(String input, String... rules) {
        String journey = "shop-" + UUID.randomUUID();
        String call = userTask("call", touchpoint("phone", "shop"));
        deploy(journey + ".bpmn", document(process(journey, row("j", phase("buy", row("b", call))))));
        deploy(journey + ".dmn", Permitting.table(journey, input, rules));
        return journey;
    }

    private String open(String journey) {
        String caseId = "K5-" + UUID.randomUUID();
        as("integrator")
                .post(
                        "/api/journeys/" + journey + "/cases",
                        "{'caseId':'" + caseId + "','customer':{'reference':'" + customer + "'}}")
                .expect(201);
        return caseId;
    }

    private Answer ask(String caseId, String purpose, String... headers) {
        return as("integrator")
                .post(
                        "/api/contact-permissions",
                        "{'caseId':'" + caseId + "','channel':'email','purpose':'" + purpose + "'}",
                        headers)
                .expect(200);
    }

    private void prefers(String preferences) {
        as("ops")
                .put("/api/customers/" + customer + "/preferences", preferences)
                .expect(200);
    }

    private Answer theCase(String caseId) {
        return as("ops").get("/api/cases/" + caseId).expect(200);
    }

    private List<String> timeline(String caseId, String type) {
        List<String> found = new ArrayList<>();
        for (JsonNode each :
                as("ops").get("/api/cases/" + caseId + "/timeline").json().at("/items")) {
            if (each.path("type").asText().equals(type)) {
                found.add(each.path("subject").asText() + ": "
                        + each.path("detail").asText());
            }
        }
        return found;
    }

    @Test
    void aSurveyInTheJourneyWaitsUntilTheCustomerIsUpAndIsSentOnce() {
        deploy("surveyed.bpmn", surveyed());
        setTime(OffsetDateTime.parse("2026-10-24T23:10:00+02:00").toInstant());
        String caseId = open(SURVEYED);
        Job waiting = engine.getManagementService().createJobQuery().timers().list().stream()
                .filter(each -> each.getDuedate() != null)
                .filter(each -> engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(caseId)
                                .processInstanceId(each.getProcessInstanceId())
                                .count()
                        > 0)
                .findFirst()
                .orElseThrow();
        Instant morning = OffsetDateTime.parse("2026-10-25T08:00:00+01:00").toInstant();
        assertThat(waiting.getDuedate().toInstant()).isEqualTo(morning);
        assertThat(timeline(caseId, "contact")).isEmpty();

        setTime(morning);
        engine.getManagementService().executeJob(waiting.getId());
        assertThat(theCase(caseId).at("/status")).isEqualTo("closed");
        assertThat(timeline(caseId, "contact-permission"))
                .containsExactly(
                        "defer: survey by email: the customer wants quiet now",
                        "allow: survey by email: nothing speaks against it");
        JsonNode sent =
                as("ops").get("/api/cases/" + caseId + "/timeline").json().findValue("contact");
        assertThat(sent.path("purpose").asText()).isEqualTo("survey");
        assertThat(theCase(caseId).json().at("/counts/contacts").asInt())
                .as("one-way messages don't count against a case")
                .isZero();

        setTime(morning.plus(Duration.ofDays(60)));
        String next = open(SURVEYED);
        assertThat(timeline(next, "contact-permission"))
                .containsExactly("suppress: not sent: survey by email: the customer was asked within 90 days");
        assertThat(theCase(next).at("/status"))
                .as("the journey goes on without it")
                .isEqualTo("closed");
        assertThat(timeline(next, "contact")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "warning"})
    void whatTheCustomerCameWithAndWarningsPassWhateverElseIsSaid(String purpose) {
        String caseId = open(KITCHEN);
        prefers("{'optOuts':[{'channel':'email'},{'purpose':'" + purpose + "'}]," + "'caps':{'" + purpose
                + "':{'perDay':0}},'quietHours':{'from':'00:00','to':'23:59'}}");
        for (int each = 0; each < 5; each++) {
            assertThat(ask(caseId, purpose).at("/decision")).isEqualTo("allow");
        }
        assertThat(ask(caseId, "marketing").at("/decision")).isEqualTo("suppress");
    }

    @Test
    void aCapOfZeroIsNoneAnAbsentOneIsNoCapAndTheCaseSaysBoth() {
        String caseId = open(KITCHEN);
        assertThat(theCase(caseId).at("/contactPolicy/caps/marketing")).isEqualTo("no cap");
        prefers("{'caps':{'marketing':{'perWeek':0},'next-step':{'perDay':1,'perMonth':4}},"
                + "'optOuts':[{'channel':'sms','purpose':'survey'}],"
                + "'zone':'America/New_York','quietHours':{'from':'20:00','to':'09:30'},'segment':'gold'}");
        JsonNode policy = theCase(caseId).json().at("/contactPolicy");
        assertThat(policy.at("/caps/marketing").asText()).isEqualTo("none");
        assertThat(policy.at("/caps/survey").asText()).isEqualTo("no cap");
        assertThat(policy.at("/caps/next-step").asText()).isEqualTo("at most 1 a day, 4 a month");
        assertThat(policy.at("/optOuts/0").asText()).isEqualTo("survey by sms");
        assertThat(policy.at("/quietHours").asText()).isEqualTo("20:00-09:30");
        assertThat(policy.at("/zone").asText()).isEqualTo("America/New_York");
        assertThat(as("owner")
                        .get("/api/customers/" + customer + "/preferences")
                        .at("/caps/marketing/perWeek"))
                .isEqualTo("0");

        setTime(OffsetDateTime.parse("2026-08-04T10:00:00-04:00").toInstant());
        assertThat(ask(caseId, "marketing").at("/reason")).isEqualTo("the customer wants no more of it");
        assertThat(ask(caseId, "next-step").at("/decision")).isEqualTo("allow");
        assertThat(ask(caseId, "next-step").at("/decision")).isEqualTo("suppress");
        assertThat(ask(caseId, "survey").at("/decision")).isEqualTo("defer");
    }

    @Test
    void nineInCopenhagenIsStillNightForACustomerInNewYork() {
        String caseId = open(KITCHEN);
        prefers("{'zone':'America/New_York'}");
        setTime(OffsetDateTime.parse("2026-08-04T09:00:00+02:00").toInstant());
        Answer answer = ask(caseId, "next-step");
        assertThat(answer.at("/decision")).isEqualTo("defer");
        assertThat(Instant.parse(answer.at("/until"))).isEqualTo(Instant.parse("2026-08-04T12:00:00Z"));
    }

    @Test
    void aPermissionKeepsItsPlaceUntilTheContactIsMadeAndIsThenCountedOnce() {
        String shop = shop("contactsLast7Days", ">= 2", "suppress", "-", "allow");
        String caseId = open(shop);
        assertThat(ask(caseId, "marketing").at("/decision")).isEqualTo("allow");
        Answer contact = as("integrator")
                .post("/api/cases/" + caseId + "/contacts", "{'channel':'email','direction':'outbound','party':'shop'}")
                .expect(201);
        String entry = as("ops")
                .get("/api/cases/" + caseId + "/contacts/" + contact.at("/contactId"))
                .at("/purpose");
        assertThat(entry).as("known from the permission").isEqualTo("marketing");
        assertThat(ask(caseId, "survey").at("/decision")).isEqualTo("allow");
        assertThat(ask(caseId, "survey").at("/decision"))
                .as("one was made, one has its place")
                .isEqualTo("suppress");
        assertThat(ask(open(shop), "survey").at("/decision"))
                .as("another case of the same customer")
                .isEqualTo("suppress");
        as("integrator")
                .post(
                        "/api/cases/" + caseId + "/contacts/" + contact.at("/contactId") + "/void",
                        "{'reason':'never sent'}")
                .expect(200);
        assertThat(ask(caseId, "survey").at("/decision"))
                .as("what is voided was never made")
                .isEqualTo("allow");
    }

    @Test
    void aPlaceNobodyUsesIsGivenUp() {
        String caseId = open(shop("contactsToday", ">= 1", "suppress", "-", "allow"));
        Instant until = Instant.parse(ask(caseId, "marketing").at("/until"));
        assertThat(until).isEqualTo(NOON.plus(Duration.ofHours(4)));
        setTime(until.minusMillis(1));
        assertThat(ask(caseId, "marketing").at("/decision")).isEqualTo("suppress");
        setTime(until);
        assertThat(ask(caseId, "marketing").at("/decision")).isEqualTo("allow");
    }

    @Test
    void anOfferIsBroughtAlongByWhoeverComesAnyway() {
        String leak = open(KITCHEN);
        String promise = as("ops")
                .post(
                        "/api/cases/" + leak + "/promises",
                        "{'what':'leak search','party':'plumber','from':'2026-08-05T08:00:00+02:00',"
                                + "'to':'2026-08-05T10:00:00+02:00'}")
                .expect(201)
                .at("/promiseId");
        Answer answer = ask(open(KITCHEN), "marketing");
        assertThat(answer.at("/decision")).isEqualTo("merge");
        assertThat(answer.at("/mergeWith")).isEqualTo(promise);
        assertThat(Instant.parse(answer.at("/until"))).isEqualTo(Instant.parse("2026-08-05T06:00:00Z"));
        assertThat(answer.at("/reason")).isEqualTo("somebody meets the customer in 20 hours");
    }

    @Test
    void oneWhoAsksAgainWithTheSameKeyHasOnePlace() {
        String caseId = open(shop("contactsToday", ">= 1", "suppress", "-", "allow"));
        String first = ask(caseId, "marketing", "Idempotency-Key", caseId).at("/permissionId");
        Answer again = ask(caseId, "marketing", "Idempotency-Key", caseId);
        assertThat(again.at("/permissionId")).isEqualTo(first);
        assertThat(again.at("/decision")).isEqualTo("allow");
        assertThat(timeline(caseId, "contact-permission")).hasSize(1);
    }

    @Test
    void whateverIsWrongIsSaidWithItsField() {
        as("integrator")
                .post("/api/contact-permissions", "{'channel':'pigeon'}")
                .problem(400, "caseId")
                .problem(400, "channel")
                .problem(400, "purpose");
        as("integrator")
                .post("/api/contact-permissions", "{'caseId':'nobody','channel':'sms','purpose':'service'}")
                .problem(404);
        String closed = open(KITCHEN);
        as("ops").post("/api/cases/" + closed + "/close", "{'reason':'over'}").expect(200);
        as("integrator")
                .post("/api/contact-permissions", "{'caseId':'" + closed + "','channel':'sms','purpose':'service'}")
                .problem(409);
        as("ops")
                .put(
                        "/api/customers/" + customer + "/preferences",
                        "{'zone':'Atlantis','quietHours':{'from':'late'},'optOuts':[{}],'caps':{'spam':{'perDay':1},"
                                + "'survey':{'perWeek':-1}}}")
                .problem(400, "zone")
                .problem(400, "quietHours.from")
                .problem(400, "quietHours.to")
                .problem(400, "optOuts[0].purpose")
                .problem(400, "caps.spam")
                .problem(400, "caps.survey.perWeek");
    }
}
