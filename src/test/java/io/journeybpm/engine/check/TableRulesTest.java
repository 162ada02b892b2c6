package io.journeybpm.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.Shipped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An escalation table")
class TableRulesTest {

    private static final String FULL = "\"Act\"|\"ops\"|\"P1D\"|\"because\"";
    private static final String NOBODY = "|||";

    private static List<Path> shipped() {
        return Shipped.files("dmn", ".dmn");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void thatIsShippedHasNothingWrongWithIt(Path file) {
        assertThat(check(Shipped.text(file.toString()))).isEmpty();
    }

    @Test
    void ofSomebodyElseIsTheirOwnBusiness() {
        assertThat(check(table("contacts").row("nonsense((", "\"high\"", NOBODY).text("dish")))
                .isEmpty();
        assertThat(check(table("contacts").row("nonsense((", "\"high\"", NOBODY).text("contact-escalation-x")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contacs| asks for 'contacs', which no table is told; did you mean 'contacts'?",
                "failedContacts + reworkContact| did you mean 'reworkContacts'?",
                "if incident > 2 then handoffs else handofs| did you mean 'handoffs'?",
                "if incident > 2 then handoffs else handofs| did you mean 'incidents'?",
                "weather| asks for 'weather', which no table is told"
            })
    void asksForWhatItIsTold(String asked, String said) {
        assertThat(check(table(asked).row("-", "\"none\"", NOBODY)))
                .allSatisfy(each -> {
                    assertThat(each.rule()).isEqualTo("decision-unknown-input");
                    assertThat(each.element()).isEqualTo("in-0");
                    assertThat(each.mend()).contains("brokenPromises, ");
                })
                .anySatisfy(each -> assertThat(each.message()).endsWith(said));
    }

    @Test
    void mayNameItsOwnColumnsAndWhatFeelBinds() {
        assertThat(check(table("contacts", "every x in [handoffs, parties] satisfies x > 2")
                        .row(">= 3", "true", "\"watch\"", NOBODY)
                        .row("-", "-", "\"none\"", NOBODY)))
                .isEmpty();
    }

    @Test
    void namesInCellsAndAnswersAreLookedAtToo() {
        assertThat(said(table("contacts")
                        .row("> handofs", "\"watch\"", "|||\"for \" + string(contact)")
                        .row("-", "\"none\"", NOBODY)))
                .containsExactly(
                        "decision-unknown-input cell-1-0 row 1, 'contacts' names 'handofs', which no table is told;"
                                + " did you mean 'handoffs'?",
                        "decision-unknown-input answer-1-4 row 1, 'reason' names 'contact', which no table is told;"
                                + " did you mean 'contacts'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"high\"| there is no level 'high'",
                "\"esclate\"| there is no level 'esclate'; did you mean 'escalate'?",
                "3| there is no level '3'"
            })
    void givesLevelsOfTheLadder(String level, String said) {
        assertThat(said(table("contacts").row(">= 3", level, FULL).row("-", "\"none\"", NOBODY)))
                .containsExactly("decision-answer-unknown answer-1-0 row 1: " + said);
    }

    @Test
    void givesALevelInEveryRow() {
        assertThat(said(table("contacts").row(">= 3", "", FULL).row("-", "\"none\"", NOBODY)))
                .containsExactly("decision-answer-missing row-1 row 1 gives no level");
    }

    @Test
    void comparesTheLevelWithLevels() {
        assertThat(said(table("level").row("\"urgent\"", "\"executive\"", FULL).row("-", "\"none\"", NOBODY)))
                .containsExactly("decision-level-unknown cell-1-0 row 1, 'level': there is no level 'urgent'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "contacts;\"3\"",
                "contacts;> \"3\"",
                "contacts;true",
                "channel;3",
                "channel;>= 3",
                "lastScore;\"bad\""
            })
    void comparesNumbersWithNumbersAndWordsWithWords(String asked, String cell) {
        assertThat(said(table(asked).row(cell, "\"watch\"", NOBODY).row("-", "\"none\"", NOBODY)))
                .singleElement()
                .asString()
                .startsWith("decision-type cell-1-0 row 1, '" + asked + "': ");
    }

    @Test
    void hasTypesThatFit() {
        assertThat(said(table("contacts").type("string").row("-", "\"none\"", NOBODY)))
                .containsExactly(
                        "decision-type in-0 the column 'contacts' has the type string, but what it asks for is a number");
        assertThat(said(table("channel").type("integer").row("-", "\"none\"", NOBODY)))
                .containsExactly(
                        "decision-type in-0 the column 'channel' has the type integer, but what it asks for is a text");
    }

    @Test
    void takesTheFirstRowThatFits() {
        assertThat(check(table("contacts").hitPolicy("UNIQUE").row("-", "\"none\"", NOBODY)))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.rule()).isEqualTo("decision-hit-policy");
                    assertThat(each.severity()).isEqualTo(Finding.Severity.error);
                    assertThat(each.mend()).contains("First");
                });
    }

    @Test
    void hasNoRowThatOneAboveItHides() {
        assertThat(said(table("contacts", "channel")
                        .row("-", "\"phone\",\"visit\"", "\"watch\"", NOBODY)
                        .row(">= 6", "\"phone\"", "\"escalate\"", FULL)
                        .row("-", "-", "\"none\"", NOBODY)))
                .containsExactly(
                        "decision-unreachable row-2 row 2 (escalate) never decides: row 1 (watch) above it fits"
                                + " whenever it does");
    }

    @Test
    void sayingTheSameTwiceIsOnlySuperfluous() {
        assertThat(check(table("contacts")
                        .row("> 5", "\"escalate\"", FULL)
                        .row(">= 6", "\"escalate\"", FULL)
                        .row("-", "\"none\"", NOBODY)))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.rule()).isEqualTo("decision-superfluous");
                    assertThat(each.severity()).isEqualTo(Finding.Severity.warn);
                    assertThat(each.message()).contains("asks for the same");
                });
    }

    @ParameterizedTest
    @CsvSource({"executive,>= 5,escalate,>= 6", "escalate,>= 6,executive,>= 5", "executive,> 4,escalate,> 5"})
    void letsThresholdsRiseWithTheLevels(String first, String begins, String second, String after) {
        assertThat(said(table("contacts")
                        .row(begins, '"' + first + '"', FULL)
                        .row(after, '"' + second + '"', FULL)
                        .row("-", "\"none\"", NOBODY)))
                .singleElement()
                .asString()
                .startsWith("decision-thresholds-fall")
                .contains("(executive) already begins at 5 of 'contacts', row ")
                .endsWith("(escalate) only at 6");
    }

    @Test
    void aScoreThatFallsRaises() {
        assertThat(check(table("lastScore")
                        .row("< 20", "\"executive\"", FULL)
                        .row("< 50", "\"escalate\"", FULL)
                        .row("-", "\"none\"", NOBODY)))
                .isEmpty();
        assertThat(said(table("lastScore")
                        .row("< 50", "\"executive\"", FULL)
                        .row("< 20", "\"escalate\"", FULL)
                        .row("-", "\"none\"", NOBODY)))
                .singleElement()
                .asString()
                .startsWith("decision-thresholds-fall");
    }

    @Test
    void letsTheHigherLevelDecideWhereBothFit() {
        assertThat(said(table("contacts", "handoffs")
                        .row(">= 4", "-", "\"watch\"", NOBODY)
                        .row("-", ">= 3", "\"escalate\"", FULL)
                        .row("-", "-", "\"none\"", NOBODY)))
                .containsExactly("decision-lower-level-first row-2 where both fit, row 1 (watch) decides, though row 2"
                        + " (escalate) is the higher level");
    }

    @Test
    void endsInARowForAllTheRest() {
        assertThat(check(table("contacts").row(">= 4", "\"watch\"", NOBODY)))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.rule()).isEqualTo("decision-no-catch-all");
                    assertThat(each.severity()).isEqualTo(Finding.Severity.warn);
                });
        assertThat(check(table("contacts").row(">= 0", "\"none\"", NOBODY)))
                .as("a count is never less than 0")
                .isEmpty();
        assertThat(check(table("lastScore").row(">= 0", "\"none\"", NOBODY)))
                .as("a score may be absent")
                .hasSize(1);
    }

    @Test
    void saysWhoActsFromCoordinateUp() {
        assertThat(said(table("contacts")
                        .row(">= 6", "\"coordinate\"", "\"Act\"|\"\"|\"P1D\"|")
                        .row("-", "\"none\"", NOBODY)))
                .containsExactly("decision-nobody-to-act row-1 row 1 raises to coordinate without owner, reason");
    }

    @Test
    void givesDurations() {
        assertThat(said(table("contacts")
                        .row(">= 6", "\"coordinate\"", "\"Act\"|\"ops\"|\"2 days\"|\"because\"")
                        .row("-", "\"none\"", NOBODY)))
                .containsExactly("decision-within answer-1-3 row 1: '2 days' is no duration");
    }

    @Test
    void whatCantBeToldIsTakenToBeWell() {
        assertThat(check(table("contacts", "phase")
                        .row(">= handoffs + 2", "starts with(?, \"dry\")", "\"watch\"", NOBODY)
                        .row("> 3 * parties", "-", "\"escalate\"", FULL)
                        .row("-", "-", "if parties > 3 then \"watch\" else \"none\"", NOBODY)))
                .isEmpty();
    }

    @Test
    void cellsThatArentFeelAreFound() {
        assertThat(said(table("contacts").row(">== 4", "\"watch\"", NOBODY).row("-", "\"none\"", NOBODY)))
                .singleElement()
                .asString()
                .startsWith("decision-unreadable cell-1-0 row 1, 'contacts': '>== 4' isn't FEEL");
    }

    @Test
    void outputsHaveTheNamesThatAreRead() {
        String renamed = table("contacts").row("-", "\"none\"", NOBODY).text("contact-escalation");
        assertThat(check(renamed.replace("name='owner'", "name='ower'")))
                .singleElement()
                .satisfies(each -> assertThat(each.message()).endsWith("did you mean 'owner'?"));
        assertThat(check(renamed.replace("name='owner'", "name='colour'")))
                .singleElement()
                .satisfies(each -> assertThat(each.severity()).isEqualTo(Finding.Severity.warn));
        assertThat(check(renamed.replace("name='level'", "name='action'")))
                .extracting(Finding::rule)
                .containsExactly("decision-output-twice", "decision-answer-missing");
    }

    @Test
    void everyRuleSaysWhatToDo() {
        assertThat(TableRule.values()).allSatisfy(each -> assertThat(each.mend).isNotBlank());
    }

    private static List<Finding> check(String text) {
        return TableRules.check(
                Dmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<Finding> check(Table table) {
        return check(table.text("contact-escalation-test"));
    }

    private static List<String> said(Table table) {
        return check(table).stream()
                .map(each -> each.rule() + " " + each.element() + " " + each.message())
                .toList();
    }

    private static Table table(String... inputs) {
        return new Table(inputs);
    }

    /** A table in words: inputs, then rows of cells, a level, and the other answers with bars between them. */
    private static final class Table {

        private final String[] inputs;
        private final StringBuilder rows = new StringBuilder();
        private String hitPolicy = "FIRST";
        private String type = "";
        private int row;

        Table(String... inputs) {
            this.inputs = inputs;
        }

        Table hitPolicy(String other) {
            hitPolicy = other;
            return this;
        }

        Table type(String other) {
            type = " typeRef='" + other + "'";
            return this;
        }

        Table row(String... cellsLevelAnswers) {
            row++;
            rows.append("<rule id='row-").append(row).append("'>");
            for (int at = 0; at < inputs.length; at++) {
                entry("inputEntry", "cell-" + row + "-" + at, cellsLevelAnswers[at]);
            }
            entry("outputEntry", "answer-" + row + "-0", cellsLevelAnswers[inputs.length]);
            String[] answers = cellsLevelAnswers[inputs.length + 1].split("\\|", -1);
            for (int at = 0; at < answers.length; at++) {
                entry("outputEntry", "answer-" + row + "-" + (at + 1), answers[at]);
            }
            rows.append("</rule>");
            return this;
        }

        private void entry(String kind, String id, String text) {
            rows.append("<" + kind + " id='" + id + "'><text>" + escaped(text) + "</text></" + kind + ">");
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }

        String text(String key) {
            StringBuilder columns = new StringBuilder();
            for (int at = 0; at < inputs.length; at++) {
                columns.append("<input id='in-" + at + "' label='" + escaped(inputs[at]) + "'><inputExpression id='ask-"
                        + at + "'" + type + "><text>" + escaped(inputs[at]) + "</text></inputExpression></input>");
            }
            for (String each : List.of("level", "action", "owner", "within", "reason")) {
                columns.append("<output id='out-" + each + "' name='" + each + "' typeRef='string'/>");
            }
            return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='definitions' name='test'"
                    + " namespace='test'><decision id='" + key + "' name='test'><decisionTable id='table' hitPolicy='"
                    + hitPolicy + "'>" + columns + rows + "</decisionTable></decision></definitions>";
        }
    }
}
