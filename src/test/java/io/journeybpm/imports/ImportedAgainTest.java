package io.journeybpm.imports;

import static io.journeybpm.imports.LogFixtures.event;
import static io.journeybpm.imports.LogFixtures.mapping;
import static io.journeybpm.imports.LogFixtures.trace;
import static io.journeybpm.imports.LogFixtures.xes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.imports.ImportView.Rejection;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Level;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Logs whose cases the ledger knows already. */
class ImportedAgainTest extends OnAnEmptyLedger {

    private static final String[] TABLES = {
        "journey_case", "journey_contact", "journey_handoff", "journey_rise", "journey_event", "journey_customer"
    };

    @Test
    void importingTheSameLogAgainChangesNothing() throws Exception {
        String log = xes(trace("Case 1", visits("aab", 3))
                + trace("2", event("twice", "p", "2026-08-01T09:00:00Z"), event("twice", "p", "2026-08-01T09:00:00Z")));
        ImportView first = read(log, mapping(""));
        List<?> before = everything();

        ImportView again = read(log, mapping(""));

        assertThat(everything()).isEqualTo(before);
        assertThat(again.cases()).isEqualTo(first.cases()).isEqualTo(2);
        assertThat(again.contacts()).isEqualTo(first.contacts()).isEqualTo(5);
        assertThat(again.levels()).isEqualTo(first.levels());
    }

    @Test
    void aLogThatHasGrownAddsWhatIsNewAlsoWhereItIsEarlier() throws Exception {
        String[] all = visits("abca", 4);
        read(xes(trace("1", all[1], all[2])), mapping(""));

        ImportView view = read(xes(trace("1", all)), mapping(""));

        assertThat(view.contacts()).isEqualTo(4);
        assertThat(cases.find("1").orElseThrow().counts())
                .containsEntry(Count.CONTACTS, 4)
                .containsEntry(Count.HANDOFFS, 3);
        assertThat(cases.find("1").orElseThrow().escalation().level()).isEqualTo(Level.ESCALATE);
    }

    @Test
    void aCaseInTwoTracesIsOneCase() throws Exception {
        String[] all = visits("aaaa", 4);

        ImportView view = read(xes(trace("1", all[0], all[1], all[2]) + trace("1", all[3])), mapping(""));

        assertThat(view.cases()).isEqualTo(1);
        assertThat(view.contacts()).isEqualTo(4);
        assertThat(view.levels()).containsEntry("watch", 1L).containsEntry("none", 0L);
    }

    @Test
    void twoIdsThatReadTheSameNeverShareACase() throws Exception {
        ImportView view = read(xes(trace("Case 1", visits("a", 1)) + trace("Case-1", visits("b", 2))), mapping(""));

        assertThat(view.cases()).isEqualTo(1);
        assertThat(view.rejected().count()).isEqualTo(1);
        assertThat(view.rejected().first())
                .singleElement()
                .extracting(Rejection::reason)
                .asString()
                .contains("'Case-1' came from another id");
        assertThat(cases.find("Case-1").orElseThrow().counts()).containsEntry(Count.CONTACTS, 1);
    }

    @Test
    void aCaseOfAnotherJourneyIsLeftAlone() throws Exception {
        open("7", "rental");

        ImportView view = read(xes(trace("7", visits("a", 1)) + trace("8", visits("a", 1))), mapping(""));
        ImportView apart = read(xes(trace("7", visits("a", 1))), mapping(", 'caseIdPrefix':'j-'"));

        assertThat(view.cases()).isEqualTo(1);
        assertThat(view.rejected().first().get(0).reason()).contains("'rental'").contains("caseIdPrefix");
        assertThat(apart.cases()).isEqualTo(1);
        assertThat(cases.find("j-7")).isPresent();
    }

    @Test
    void aCaseOpenedOtherwiseTakesWhatTheLogKnowsOfIt() throws Exception {
        open("7", "j");
        open("Case-8", "j");

        ImportView view = read(xes(trace("7", visits("a", 1)) + trace("Case 8", visits("a", 1))), mapping(""));

        assertThat(cases.find("7").orElseThrow().counts()).containsEntry(Count.CONTACTS, 1);
        assertThat(view.rejected().count()).isEqualTo(1);
    }

    @Test
    void whatTheLedgerRefusesKeepsOnlyItsOwnCaseOut() throws Exception {
        open("7", "j");
        new TransactionTemplate(manager)
                .executeWithoutResult(status -> ledger.hold("7").close("settled", null));
        String later = event("too late", "p", "2999-01-01T09:00:00Z");

        ImportView view = read(xes(trace("7", visits("a", 1)[0], later) + trace("8", visits("a", 1))), mapping(""));

        assertThat(view.cases()).isEqualTo(1);
        assertThat(view.rejected().first().get(0).reason()).contains("was closed");
        assertThat(cases.find("7").orElseThrow().counts()).containsEntry(Count.CONTACTS, 0);
    }

    private List<?> everything() {
        return Stream.of(TABLES)
                .map(table -> db.queryForList("select * from " + table + " order by 1, 2"))
                .toList();
    }
}
