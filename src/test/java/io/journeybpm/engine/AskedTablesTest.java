package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeybpm.decision.DecisionFailed;
import io.journeybpm.escalation.DecisionTable;
import io.journeybpm.ledger.Level;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Deployed tables, asked as the escalation asks them. */
class AskedTablesTest extends EngineTest {

    private static final String KEY = DecisionTable.OWN + "asked";

    @Autowired
    private DecisionTable tables;

    @Autowired
    private TransactionTemplate transactions;

    private Level ask(Map<String, ?> inputs) {
        return tables.ask("asked", inputs).orElseThrow().first().oneOf("level", Level.class);
    }

    @Test
    void aNewVersionIsAskedAtOnce() {
        deploy("table.dmn", Dmn.table(KEY, "contacts", "-", "watch"));
        assertThat(ask(Map.of("contacts", 1))).isEqualTo(Level.WATCH);
        deploy("table.dmn", Dmn.table(KEY, "contacts", "-", "escalate"));
        assertThat(ask(Map.of("contacts", 1))).isEqualTo(Level.ESCALATE);
    }

    @Test
    void whatATableDoesNotNameIsNotWorkedOutForIt() {
        deploy("table.dmn", Dmn.table(KEY, "contacts", "> daysOpen", "watch", "-", "none"));
        Supplier<Integer> unwanted = () -> {
            throw new IllegalStateException("nobody asked");
        };
        Supplier<Integer> wanted = () -> 3;
        assertThat(ask(Map.of("contacts", 4, "parties", unwanted, "daysOpen", wanted)))
                .isEqualTo(Level.WATCH);
    }

    /** Outside of any engine command too, as for a contact that comes over REST. */
    @Test
    void aTableMayUseExpressionsAndBeansOfTheEngine() {
        deploy("table.dmn", inJuel("${journeyValues.list(party).size() + contacts}", "&gt; 2"));
        assertThat(ask(Map.of("contacts", 1, "party", "plumber, painter"))).isEqualTo(Level.WATCH);
    }

    @Test
    void aTableThatFailsLeavesTheTransactionAsItIs() {
        deploy("table.dmn", inJuel("${nobody.knows(contacts)}", "-"));
        transactions.executeWithoutResult(status -> {
            assertThatThrownBy(() -> ask(Map.of("contacts", 1)))
                    .isInstanceOf(DecisionFailed.class)
                    .hasMessageContaining(KEY);
            assertThat(status.isRollbackOnly()).isFalse();
        });
    }

    private static String inJuel(String expression, String test) {
        return Dmn.table(KEY, expression, "TEST", "watch")
                .replace("<inputExpression ", "<inputExpression expressionLanguage='juel' ")
                .replace("TEST", test);
    }
}
