package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Level;
import io.journeybpm.testing.Shipped;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample of a company that calls first: as drawn, without the table that raises the flag. */
class AdvisoryWatchTest extends ShippedJourneyTest {

    private static final String KEY = "advisory-watch";

    AdvisoryWatchTest() {
        super(KEY);
    }

    @BeforeEach
    @Override
    void deployAsShipped() {
        Shipped.deploy(repository, KEY + ".bpmn");
    }

    @Test
    void calledTwiceHelpedOnceAndThenLeftInPeace() {
        runtime.startProcessInstanceByKey(KEY, "firm", Map.of("flagReason", "money for 12 days"));
        assertThat(task("call-customer").getDescription()).isEqualTo("money for 12 days");
        complete("call-customer", Map.of("outcome", "done", "planNeeded", "yes", "nextStepWhat", "the plan"));
        complete("make-plan", Map.of("outcome", "done"));

        runtime.createMessageCorrelation("red-flag")
                .processInstanceBusinessKey("firm")
                .correlate();
        complete("call-customer", Map.of("outcome", "done", "planNeeded", "no"));
        Job quiet = management.createJobQuery().timers().singleResult();
        assertThat(quiet.getDuedate())
                .isAfter(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(89))));
        management.executeJob(quiet.getId());

        Case after = theCase("firm");
        assertThat(after.status()).isEqualTo(Case.Status.CLOSED);
        assertThat(after.counts().get(Count.CONTACTS)).as("the visit alone").isEqualTo(1);
        assertThat(after.escalation().level()).isEqualTo(Level.NONE);
    }
}
