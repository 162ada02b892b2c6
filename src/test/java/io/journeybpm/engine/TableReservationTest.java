package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Level;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** A table for a 20th birthday: what is told at the reservation is in the waiter's form. */
class TableReservationTest extends ShippedJourneyTest {

    private static final String KEY = "table-reservation";

    TableReservationTest() {
        super(KEY);
    }

    @Test
    void anEveningOnWhichTheBirthdayIsRemembered() {
        ProcessInstance evening = runtime.startProcessInstanceByKey(KEY, "birthday");
        complete("book-table", Map.of("outcome", "done", "guests", "6", "occasion", "our daughter is 20"));
        assertThat(theCase("birthday").openPromises())
                .extracting(each -> each.made().party())
                .containsExactly("host");
        complete("welcome-guests", Map.of("outcome", "done"));
        assertThat(runtime.getVariableLocal(task("serve-table").getExecutionId(), "facts"))
                .isEqualTo("guests: 6\noccasion: our daughter is 20");
        complete("serve-table", Map.of("outcome", "done", "note", "a cake with twenty candles"));
        complete("pay-bill", Map.of("outcome", "done"));

        assertThat(evening).isEnded();
        Case after = theCase("birthday");
        assertThat(after.escalation().level()).isEqualTo(Level.NONE);
        assertThat(after.counts())
                .contains(
                        entry(Count.CONTACTS, 4),
                        entry(Count.PLANNED_CONTACTS, 4),
                        entry(Count.FORGOTTEN_FACTS, 0),
                        entry(Count.KEPT_PROMISES, 1));
    }

    @Test
    void theHostHasToKnowHowManyCome() {
        runtime.startProcessInstanceByKey(KEY, "how-many");
        assertThatThrownBy(() -> complete("book-table", Map.of("outcome", "done")))
                .hasMessageContaining("'host' has to be told first: guests");
        assertThat(task("book-table").getProcessInstanceId()).isNotNull();
    }
}
