package io.journeybpm.rest;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.casework.Casework;
import io.journeybpm.casework.Once;
import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.RunningCases.NewRun;
import io.journeybpm.ledger.Answers;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.PlannedVisits;
import io.journeybpm.testing.CountedStatements;
import io.journeybpm.testing.CountedStatements.Count;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** What one call sends to the database in its transaction; a statement more fails the test. */
@DisplayName("Statements for one contact over REST")
@Import(CountedStatements.class)
class ContactStatementsTest extends EngineTest {

    private static final Count ONE = new Count(1, 1);
    /** The first ones read what is then known; others deploy too, so that it is asked again each second. */
    private static final int WARM_UP = 3;

    private static final List<String> ASKED_EACH_SECOND =
            List.of("select act_re_procdef", "select act_re_decision_def");

    private static int cases;

    @Autowired
    private CountedStatements statements;

    @Autowired
    private Answers answers;

    @Autowired
    private Briefings briefings;

    @Autowired
    private CaseClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private PlannedVisits visits;

    private String caseId;

    @BeforeEach
    void aCaseThatWaitsForAVisit() {
        String visit = userTask("visit", touchpoint("visit", "plumber"));
        String call = userTask("call", touchpoint("phone", "desk"));
        deploy("repair.bpmn", document(process("repair", row("j", phase("phase", row("p", visit, call))))));
        deploy("table.dmn", Dmn.table("contact-escalation-repair", "contacts", "> 100", "watch", "-", "none"));
        caseId = "sent-" + ++cases;
        runningCases.open(new NewRun("repair", caseId, null, List.of(), List.of(), Map.of()));
    }

    @Test
    void besideTheProcessAreTwoForTheLedgerAndTwoForTheAnswer() {
        assertThat(sent("'touchpoint':'call','outcome':'done'"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "insert journey_idempotency", ONE,
                        "select journey_case", ONE,
                        "select act_ru_execution", ONE,
                        "insert journey_contact", ONE,
                        "update journey_case", ONE,
                        "update journey_idempotency", ONE,
                        "commit", ONE));
    }

    @Test
    void adHocDontEvenAskTheEngineWhatWaits() {
        assertThat(sent("'channel':'phone','party':'desk'"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "insert journey_idempotency", ONE,
                        "select journey_case", ONE,
                        "insert journey_contact", ONE,
                        "update journey_case", ONE,
                        "update journey_idempotency", ONE,
                        "commit", ONE));
    }

    @Test
    void thatSendTheCustomerAwayAreOneMore() {
        assertThat(sent("'channel':'store','party':'desk','outcome':'sent-away','redirectedTo':'shop'"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "insert journey_idempotency", ONE,
                        "select journey_case", ONE,
                        "insert journey_contact", ONE,
                        "insert journey_hindrance", ONE,
                        "update journey_case", ONE,
                        "update journey_idempotency", ONE,
                        "commit", ONE));
    }

    private Map<String, Count> sent(String contact) {
        for (int each = 0; each < WARM_UP; each++) {
            send(contact, "warm-up-" + each);
        }
        Map<String, Count> sent = new TreeMap<>(statements.during(() -> send(contact, "counted")));
        sent.keySet().removeAll(ASKED_EACH_SECOND);
        return sent;
    }

    private void send(String contact, String key) {
        Commits commits = new Commits(new Once(answers, transactions));
        ContactsController controller = new ContactsController(
                runningCases,
                new Casework(runningCases, briefings, clock),
                super.cases,
                commits,
                new Desk(super.cases, clock, new ApiPath("/api")),
                visits);
        Call call = new Call("user", "", "/api/cases/" + caseId + "/contacts", key, "digest");
        assertThat(controller
                        .record(caseId, body("{" + contact.replace('\'', '"') + "}"), call)
                        .status())
                .isEqualTo(201);
    }

    private static ContactBody body(String json) {
        try {
            return StrictJson.mapper().readValue(json, ContactBody.class);
        } catch (java.io.IOException malformed) {
            throw new IllegalArgumentException(json, malformed);
        }
    }
}
