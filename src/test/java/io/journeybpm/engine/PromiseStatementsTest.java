package io.journeybpm.engine;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.engine.RunningCases.NewRun;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import io.journeybpm.testing.CountedStatements;
import io.journeybpm.testing.CountedStatements.Count;
import io.journeybpm.testing.EngineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a promise sends to the database besides its own row; a statement more fails the test. */
@DisplayName("Statements for a promise")
@Import(CountedStatements.class)
class PromiseStatementsTest extends EngineTest {

    private static final Count ONE = new Count(1, 1);
    private static int cases;

    @Autowired
    private CountedStatements statements;

    private final Instant now = Instant.now();
    private String caseId;

    @BeforeEach
    void aCaseWithAPromise() {
        String visit = userTask("visit", touchpoint("visit", "plumber"));
        deploy("repair.bpmn", document(process("repair", row("j", phase("phase", row("p", visit))))));
        caseId = "promised-" + ++cases;
        runningCases.open(new NewRun("repair", caseId, null, List.of(), List.of(), Map.of()));
        make(Duration.ofDays(5));
    }

    private Promise make(@Nullable Duration until) {
        Instant to = until == null ? null : now.plus(until);
        NewPromise made = new NewPromise("come", null, "drier", null, to, NewPromise.Origin.CUSTOMER);
        return runningCases.change(caseId, file -> file.promises().make(made, now));
    }

    @Test
    void whichIsDueLaterLeavesTheTimerAloneAndLooksOnceWhoseTaskItConcerns() {
        assertThat(statements.during(() -> make(Duration.ofDays(9))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "select journey_case", ONE,
                        "select act_ru_task", ONE,
                        "insert journey_promise", ONE,
                        "update journey_case", ONE,
                        "commit", ONE));
    }

    @Test
    void whichIsDueSoonerFindsTheTimerAndBringsItForward() {
        assertThat(statements.during(() -> make(Duration.ofDays(1))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "select journey_case", ONE,
                        "select act_ru_task", ONE,
                        "select act_ru_job", ONE,
                        "update act_ru_job", ONE,
                        "insert journey_promise", ONE,
                        "update journey_case", ONE,
                        "commit", ONE));
    }

    @Test
    void withoutAWindowAsksTheEngineNothing() {
        assertThat(statements.during(() -> make(null)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "select journey_case", ONE,
                        "insert journey_promise", ONE,
                        "update journey_case", ONE,
                        "commit", ONE));
    }
}
