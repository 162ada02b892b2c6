package io.journeybpm.situations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@DisplayName("K3: the accountant saw the firm sinking; one call does it, and the company makes it first")
class K3TheAccountantRaisedNoFlagTest extends ServerTest {

    private static final Instant MORNING = Instant.parse("2026-08-04T07:00:00Z");
    private static final int SENDERS = 8;

    private String customer;

    @BeforeEach
    void aNewCustomer() {
        setTime(MORNING);
        customer = "Firm " + UUID.randomUUID();
    }

    @AfterEach
    void tidyUp() {
        ClockUtil.reset();
    }

    private static void setTime(Instant time) {
        ClockUtil.setCurrentTime(Date.from(time));
    }

    private String path(String what) {
        return "/api/customers/" + customer.replace(" ", "%20") + "/" + what;
    }

    private Answer tell(String figures) {
        return as("integrator")
                .post(path("figures"), "{'figures':" + figures + "}")
                .expect(200);
    }

    private List<Task> calls(String caseId) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("call-customer")
                .processInstanceBusinessKey(caseId)
                .list();
    }

    private void called(String caseId, String planNeeded) {
        as("integrator")
                .post(
                        "/api/cases/" + caseId + "/contacts",
                        "{'touchpoint':'call-customer','user':'anne','variables':{'planNeeded':'" + planNeeded + "'}}")
                .expect(201);
    }

    private List<String> flags(String caseId) {
        List<String> found = new ArrayList<>();
        for (JsonNode each :
                as("ops").get("/api/cases/" + caseId + "/timeline").json().at("/items")) {
            if (each.path("type").asText().equals("red-flag")) {
                found.add(each.path("detail").asText());
            }
        }
        return found;
    }

    @Test
    void badFiguresMakeTheAdviserCallOnceAndTheCallIsNotCounted() {
        assertThat(tell("{'liquidityDays':90,'bank':'Nordbank'}").at("/flag")).isEqualTo("none");
        assertThat(tell("{'liquidityDays':45}").at("/flag")).isEqualTo("watch");
        Answer flag = tell("{'liquidityDays':12.5}");
        assertThat(flag.at("/flag")).isEqualTo("call");
        assertThat(flag.at("/raised")).isEqualTo("true");
        assertThat(flag.at("/reason")).isEqualTo("money for 12.5 days");
        assertThat(flag.at("/figures/bank")).as("told before").isEqualTo("Nordbank");
        String caseId = flag.at("/caseId");

        Answer again = tell("{'liquidityDays':11}");
        assertThat(again.at("/raised")).as("it is up already").isEqualTo("false");
        assertThat(again.at("/caseId")).isEqualTo(caseId);
        assertThat(calls(caseId)).singleElement().satisfies(task -> {
            assertThat(task.getDescription()).isEqualTo("money for 12.5 days");
            assertThat(task.getDueDate().toInstant()).isEqualTo(MORNING.plus(Duration.ofDays(1)));
            assertThat(engine.getTaskService().getIdentityLinksForTask(task.getId()))
                    .extracting(each -> each.getGroupId())
                    .containsExactly("adviser");
        });

        called(caseId, "no");
        Answer after = as("ops").get("/api/cases/" + caseId).expect(200);
        assertThat(after.at("/customer")).isEqualTo(customer);
        assertThat(after.json().at("/counts/contacts").asInt()).isZero();
        assertThat(after.at("/escalation/level")).isEqualTo("none");
        assertThat(flags(caseId)).containsExactly("money for 12.5 days");
        assertThat(as("owner").get(path("figures")).at("/flag")).isEqualTo("call");
    }

    @Test
    void figuresThatWereFineAgainRaiseTheNextFlagInTheSameCase() {
        String caseId = tell("{'overdueInvoices':4}").at("/caseId");
        called(caseId, "no");
        assertThat(tell("{'overdueInvoices':2}").at("/flag")).isEqualTo("watch");
        assertThat(tell("{'overdueInvoices':4}").at("/raised"))
                .as("better is not yet fine")
                .isEqualTo("false");
        assertThat(calls(caseId)).isEmpty();

        assertThat(tell("{'overdueInvoices':0}").at("/flag")).isEqualTo("none");
        Answer next = tell("{'overdueInvoices':3,'overdraftRefused':true}");
        assertThat(next.at("/raised")).isEqualTo("true");
        assertThat(next.at("/caseId")).isEqualTo(caseId);
        assertThat(calls(caseId)).hasSize(1);
        assertThat(calls(caseId).get(0).getDescription()).isEqualTo("the bank has refused an overdraft");

        tell("{'overdueInvoices':0,'overdraftRefused':false}");
        assertThat(tell("{'overdraftRefused':true}").at("/raised")).isEqualTo("true");
        assertThat(calls(caseId)).as("the call is still to be made").hasSize(1);
        assertThat(flags(caseId)).hasSize(3);
    }

    @Test
    void figuresThatStayBadRaiseAnotherFlagAfterAMonth() {
        String caseId = tell("{'liquidityDays':5}").at("/caseId");
        called(caseId, "no");
        setTime(MORNING.plus(Duration.ofDays(29)));
        assertThat(tell("{'liquidityDays':5}").at("/raised")).isEqualTo("false");
        setTime(MORNING.plus(Duration.ofDays(30)));
        assertThat(tell("{'liquidityDays':5}").at("/raised")).isEqualTo("true");
        assertThat(calls(caseId)).hasSize(1);
    }

    @Test
    void manySendersAtOnceMakeOneCall() throws Exception {
        List<Callable<Answer>> sending = new ArrayList<>();
        for (int each = 0; each < SENDERS; each++) {
            int days = each;
            sending.add(() -> tell("{'liquidityDays':" + days + "}"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        List<String> raised = new ArrayList<>();
        List<String> caseIds = new ArrayList<>();
        try {
            for (Future<Answer> each : threads.invokeAll(sending)) {
                raised.add(each.get().at("/raised"));
                caseIds.add(each.get().at("/caseId"));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(raised).containsOnlyOnce("true");
        assertThat(caseIds).containsOnly(caseIds.get(0));
        assertThat(calls(caseIds.get(0))).hasSize(1);
        assertThat(as("ops")
                        .get("/api/cases?customer=" + customer.replace(" ", "%20"))
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void theCallIsNeverBlockedByWhatTheCustomerWantsLessOf() {
        String caseId = tell("{'liquidityDays':1}").at("/caseId");
        as("ops")
                .put(
                        path("preferences"),
                        "{'optOuts':[{'channel':'phone'}],'caps':{'warning':{'perDay':0}},"
                                + "'quietHours':{'from':'00:00','to':'23:59'}}")
                .expect(200);
        setTime(OffsetDateTime.parse("2026-08-05T03:00:00+02:00").toInstant());
        String ask = "{'caseId':'" + caseId + "','channel':'phone','party':'adviser','purpose':'%s'}";
        assertThat(as("ops")
                        .post("/api/contact-permissions", ask.formatted("warning"))
                        .at("/decision"))
                .isEqualTo("allow");
        assertThat(as("ops")
                        .post("/api/contact-permissions", ask.formatted("marketing"))
                        .at("/decision"))
                .isEqualTo("suppress");
        called(caseId, "no");
        assertThat(as("ops")
                        .get("/api/cases/" + caseId)
                        .json()
                        .at("/counts/contacts")
                        .asInt())
                .isZero();
    }

    @Test
    void whatIsToldLateChangesNothing() {
        tell("{'liquidityDays':90}");
        Answer late = as("integrator")
                .post(
                        path("figures"),
                        "{'figures':{'liquidityDays':1},'at':'" + MORNING.minus(Duration.ofDays(1)) + "'}")
                .expect(200);
        assertThat(late.at("/outdated")).isEqualTo("true");
        assertThat(late.at("/flag")).isEqualTo("none");
        assertThat(late.at("/figures/liquidityDays")).isEqualTo("90");
    }

    @Test
    void whateverIsWrongIsSaidWithItsField() {
        as("integrator").post(path("figures"), "{}").problem(400, "figures");
        as("integrator")
                .post(
                        path("figures"),
                        "{'figures':{'ok':1,'bad name':2,'nested':{'a':1},'nothing':null,'huge':1e400},"
                                + "'at':'2027-01-01T00:00:00Z'}")
                .problem(400, "figures.bad name")
                .problem(400, "figures.nested")
                .problem(400, "figures.nothing")
                .problem(400, "figures.huge")
                .problem(400, "at");
        as("ops").get(path("figures")).problem(404);
    }
}
