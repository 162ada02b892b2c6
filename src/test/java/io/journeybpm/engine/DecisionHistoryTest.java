package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewCase;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.producer.DmnHistoryEventProducer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("The engine's history of decisions")
class DecisionHistoryTest extends RememberedDecisions {

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void keepsTheDecisionThatRaisedTheLevelAndNoOther() {
        String caseId = start();
        complete("first");
        assertThat(kept()).isEmpty();

        complete("second");
        assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.WATCH);
        assertThat(kept()).hasSize(1);

        complete("third");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void saysOfTheProcessInstanceWhatTheEngineWouldSay() {
        String instance = theCase(start()).processInstance();
        complete("first");
        complete("second");

        HistoricDecisionInstanceEntity entry = (HistoricDecisionInstanceEntity) kept().get(0);
        assertThat(entry.getProcessInstanceId()).isEqualTo(instance);
        assertThat(entry.getRootProcessInstanceId()).isEqualTo(instance);
        assertThat(entry.getProcessDefinitionKey()).isEqualTo(KEY);
        assertThat(entry.getActivityId()).isEqualTo("second");
        assertThat(entry.getDecisionDefinitionId())
                .isEqualTo(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("contact-escalation-" + KEY)
                        .singleResult()
                        .getId());
        assertThat(entry.getInputs())
                .extracting(HistoricDecisionInputInstance::getClauseId, HistoricDecisionInputInstance::getValue)
                .containsExactly(tuple("input", 2L));
        assertThat(entry.getOutputs())
                .extracting(
                        HistoricDecisionOutputInstance::getRuleId,
                        HistoricDecisionOutputInstance::getVariableName,
                        HistoricDecisionOutputInstance::getValue)
                .contains(tuple("rule-1", "level", "watch"), tuple("rule-1", "reason", "because of rule-1"));
    }

    @Test
    void keepsWhatAContactFromOutsideRaised() {
        String caseId = start();
        report(caseId);
        report(caseId);

        assertThat(kept())
                .extracting(HistoricDecisionInstance::getProcessInstanceId)
                .containsExactly(theCase(caseId).processInstance());
    }

    /** Nothing in the engine's row could say which case it is about. */
    @Test
    void keepsNothingOfACaseWithoutAProcess() {
        start();
        String caseId = "imported-" + System.nanoTime();
        transactions.executeWithoutResult(
                status -> ledger.open(new NewCase(caseId, KEY, 1, null, Instant.now(), List.of(), null)));
        report(caseId);
        report(caseId);

        assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.WATCH);
        assertThat(kept()).isEmpty();
    }

    @Test
    void goesWithTheTransactionOfTheContact() {
        String caseId = start();
        report(caseId);
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    report(caseId);
                    throw new IllegalStateException("too late");
                }))
                .hasMessage("too late");

        assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.NONE);
        assertThat(kept()).isEmpty();
    }

    @Test
    void keepsNothingBelowTheHistoryLevelThatHoldsDecisions() {
        HistoryLevel before = configuration().getHistoryLevel();
        String caseId = start();
        try {
            configuration().setHistoryLevel(HistoryLevel.HISTORY_LEVEL_AUDIT);
            complete("first");
            complete("second");
        } finally {
            configuration().setHistoryLevel(before);
        }
        assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.WATCH);
        assertThat(kept()).isEmpty();
    }

    /** A history that can't be written is a pity, a contact that is lost would be worse. */
    @Test
    void costsNoContactWhenItFails() {
        DmnHistoryEventProducer before = configuration().getDmnHistoryEventProducer();
        String caseId = start();
        report(caseId);
        try {
            configuration().setDmnHistoryEventProducer(null);
            report(caseId);
        } finally {
            configuration().setDmnHistoryEventProducer(before);
        }
        assertThat(contacts(caseId)).hasSize(2);
        assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.WATCH);
    }

    @Test
    void leavesTheApplicationsOwnDecisionsToTheEnginesFeel() {
        assertThat(configuration().getDmnEngineConfiguration().getFeelEngine())
                .isExactlyInstanceOf(ScalaFeelEngine.class);
    }
}
