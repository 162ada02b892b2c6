package io.journeybpm.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.journeybpm.engine.ReportedContact;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.testing.Bpmn;
import io.journeybpm.testing.EngineTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("A case that began before something was counted")
class CountedAnewTest extends EngineTest {

    @Autowired
    private Storage storage;

    private void sentAway(String caseId) {
        runningCases.record(
                caseId,
                ReportedContact.builder()
                        .channel(Channel.STORE)
                        .direction(Direction.INBOUND)
                        .party("reception")
                        .outcome(Outcome.SENT_AWAY)
                        .incidents(List.of(Incident.of("rude"), Incident.of("wrong-address")))
                        .build());
    }

    @Test
    void isCountedWholeAtItsNextContact() {
        String key = "old-" + UUID.randomUUID();
        deploy(
                "old.bpmn",
                Bpmn.document(Bpmn.process(
                        key,
                        Bpmn.row(
                                "old",
                                Bpmn.phase(
                                        "p", Bpmn.row("p", Bpmn.userTask("t", Bpmn.touchpoint("phone", "desk"))))))));
        runningCases.open(new RunningCases.NewRun(key, key, null, List.of(), List.of(), Map.of()));
        sentAway(key);
        // as the row and the contact were written before: no rules, no counts of them, incidents as bare words
        JdbcClient db = JdbcClient.create(storage.source());
        db.sql("update journey_contact set incidents = '[\"rude\",\"wrong-address\"]' where case_id = ?")
                .param(key)
                .update();
        db.sql(
                        "update journey_case set dead_ends = 0, carry = replace(replace(replace(replace(carry, '\"rules\":1,', ''),"
                                + " '\"deadEnds\":1,', ''), ',\"conductIncidents\":1', ''), ',\"processIncidents\":1', '')"
                                + " where case_id = ?")
                .param(key)
                .update();
        assertThat(theCase(key).counts())
                .contains(entry(Count.DEAD_ENDS, 0), entry(Count.CONDUCT_INCIDENTS, 0), entry(Count.INCIDENTS, 2));
        assertThat(contacts(key).get(0).reported().incidents())
                .containsExactly(
                        new Incident(Incident.Kind.CONDUCT, "rude"),
                        new Incident(Incident.Kind.PROCESS, "wrong-address"));

        sentAway(key);
        assertThat(theCase(key).counts())
                .contains(
                        entry(Count.DEAD_ENDS, 2),
                        entry(Count.CONDUCT_INCIDENTS, 2),
                        entry(Count.PROCESS_INCIDENTS, 2),
                        entry(Count.CONTACTS, 2));
    }
}
