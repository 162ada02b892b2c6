package io.journeybpm.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.journeybpm.escalation.Trials.TableInvalid;
import io.journeybpm.escalation.Trials.Tried;
import io.journeybpm.imports.ImportMapping;
import io.journeybpm.imports.Imports;
import io.journeybpm.imports.Logs;
import io.journeybpm.insight.BacktestResult.Change;
import io.journeybpm.insight.Backtests.Past;
import io.journeybpm.insight.Backtests.Question;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import io.journeybpm.testing.Shipped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("A changed table is tried on a log")
class BacktestedLogTest extends EngineTest {

    /** Where a real help desk's log lies; it is not ours to keep here. */
    private static final String REAL = "journey.test.helpdesk";

    private static final String SHIPPED = Shipped.text("dmn/contact-escalation.dmn");

    @TempDir
    Path folder;

    @Autowired
    private Backtests backtests;

    @Autowired
    private Imports imports;

    @Autowired
    private Logs logs;

    private static String escalatingAtFiveContacts() {
        Matcher row = Pattern.compile("(id=\"escalate-6-contacts-contacts\">\\s*<text>&gt;= )6")
                .matcher(SHIPPED);
        assertThat(row.find()).isTrue();
        return row.replaceFirst("$15");
    }

    private Path madeUp() throws Exception {
        return Files.writeString(folder.resolve("tickets.xes"), HelpdeskLog.madeUp(400, 4));
    }

    private static Path real() {
        String path = System.getProperty(REAL);
        assumeTrue(path != null && Files.exists(Path.of(path)), "no log of a help desk given by -D" + REAL + "=FILE");
        return Path.of(path);
    }

    private BacktestResult tried(String table, Path log, String mapping) throws Exception {
        Tried read = backtests.read(table.getBytes(StandardCharsets.UTF_8));
        Past past = new Past(logs.file(log), ImportMapping.parse(mapping));
        BacktestView view = backtests.run(new Question("new.dmn", read, past), (done, total) -> {});
        assertThat(view.state()).as(view.toString()).isEqualTo("done");
        assertThat(view.done()).isEqualTo(view.total()).isEqualTo(Files.size(log));
        assertThat(view.result()).isNotNull();
        return view.result();
    }

    @Test
    void theShippedTableAgainstItselfChangesNothing() throws Exception {
        changesNothing(madeUp());
    }

    @Test
    void theShippedTableAgainstItselfChangesNothingOnARealLog() throws Exception {
        changesNothing(real());
    }

    private void changesNothing(Path log) throws Exception {
        BacktestResult result = tried(SHIPPED, log, HelpdeskLog.MAPPING);
        HelpdeskLog counted = HelpdeskLog.read(log);

        assertThat(result.cases()).isEqualTo(counted.cases());
        assertThat(result.differ()).isZero();
        assertThat(result.first()).isEmpty();
        assertThat(result.levels().renewed()).isEqualTo(result.levels().old());
        assertThat(result.changes()).hasSize(4).allSatisfy(level -> {
            assertThat(level.all().renewed()).isEqualTo(level.all().old());
            assertThat(List.of(
                            level.all().more(),
                            level.all().fewer(),
                            level.all().earlier(),
                            level.all().later()))
                    .containsOnly(0L);
        });
        assertThat(result.failed().old().cases() + result.failed().renewed().cases())
                .isZero();
    }

    @Test
    void escalatingAtFiveContactsIsWhatSomebodyElseCounts() throws Exception {
        matchesTheCount(madeUp());
    }

    @Test
    void escalatingAtFiveContactsIsWhatSomebodyElseCountsOnARealLog() throws Exception {
        matchesTheCount(real());
    }

    private void matchesTheCount(Path log) throws Exception {
        HelpdeskLog counted = HelpdeskLog.read(log);
        List<int[]> old = counted.firsts(6);
        List<int[]> renewed = counted.firsts(5);

        BacktestResult result = tried(escalatingAtFiveContacts(), log, HelpdeskLog.MAPPING);

        assertThat(result.levels().old()).isEqualTo(levels(HelpdeskLog.ends(old)));
        assertThat(result.levels().renewed()).isEqualTo(levels(HelpdeskLog.ends(renewed)));
        assertThat(change(result, "watch")).isEqualTo(count(old, renewed, 0));
        assertThat(change(result, "escalate")).isEqualTo(count(old, renewed, 1));
        assertThat(change(result, "executive")).isEqualTo(count(old, renewed, 2));
        long differ = 0;
        for (int i = 0; i < old.size(); i++) {
            differ += Arrays.equals(old.get(i), renewed.get(i)) ? 0 : 1;
        }
        assertThat(differ).isPositive();
        assertThat(result.differ()).isEqualTo(differ);
        assertThat(result.first()).hasSize((int) Math.min(differ, 100));
        assertThat(result.first().get(0).differences()).isNotEmpty();
    }

    private static Map<String, Long> levels(long[] ends) {
        return Map.of("none", ends[0], "watch", ends[1], "coordinate", 0L, "escalate", ends[2], "executive", ends[3]);
    }

    private static Change change(BacktestResult result, String level) {
        return result.changes().stream()
                .filter(each -> each.level().equals(level))
                .findFirst()
                .orElseThrow()
                .all();
    }

    private static Change count(List<int[]> old, List<int[]> renewed, int level) {
        long[] counts = new long[6];
        for (int i = 0; i < old.size(); i++) {
            int before = old.get(i)[level];
            int after = renewed.get(i)[level];
            counts[0] += before > 0 ? 1 : 0;
            counts[1] += after > 0 ? 1 : 0;
            counts[2] += before == 0 && after > 0 ? 1 : 0;
            counts[3] += before > 0 && after == 0 ? 1 : 0;
            counts[4] += after > 0 && after < before ? 1 : 0;
            counts[5] += before > 0 && after > before ? 1 : 0;
        }
        return new Change(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    @Test
    void aLogTriedAndTheSameLogImportedComeToTheSameLevels() throws Exception {
        Path log = madeUp();
        String prefixed = HelpdeskLog.MAPPING.replace(
                "\"channel\"", "\"caseIdPrefix\":\"L" + System.nanoTime() % 100_000 + "-\",\"channel\"");

        BacktestResult tried = tried(SHIPPED, log, prefixed);

        assertThat(tried.levels().old())
                .isEqualTo(imports.run(log, ImportMapping.parse(prefixed), null, (done, total) -> {})
                        .levels());
    }

    @Test
    void aCaseThatComesInPiecesIsOneAsWhenItIsImported() throws Exception {
        String event = "<event><string key='s' value='a'/><date key='t' value='2026-08-0%dT08:00:00Z'/></event>";
        String trace = "<trace><string key='c' value='1'/>%s</trace>";
        String log = "<log xmlns='http://www.xes-standard.org/'>"
                + trace.formatted(event.formatted(1) + event.formatted(2))
                + trace.formatted(event.formatted(2) + event.formatted(3) + event.formatted(3))
                + "</log>";
        deploy("table.dmn", Dmn.table("contact-escalation-pieces", "contacts", ">= 4", "watch", "-", "none"));

        BacktestResult result = tried(
                Dmn.table("contact-escalation-pieces", "contacts", ">= 5", "watch", "-", "none"),
                Files.writeString(folder.resolve("pieces.xes"), log),
                "{\"journey\":\"pieces\",\"caseId\":\"c\",\"touchpoint\":\"s\",\"occurredAt\":\"t\"}");

        assertThat(result.cases()).isEqualTo(1);
        assertThat(result.levels().old()).containsEntry("watch", 1L);
        assertThat(result.levels().renewed()).containsEntry("watch", 0L);
    }

    @Test
    void aCaseThatCanNotBeReadIsReported() throws Exception {
        String log = "c,s,t\n1,a,2026-08-01T08:00:00Z\n2,a,some day\n";

        BacktestResult result = tried(
                SHIPPED,
                Files.writeString(folder.resolve("log.csv"), log),
                "{\"journey\":\"helpdesk\",\"caseId\":\"c\",\"touchpoint\":\"s\",\"occurredAt\":\"t\"}");

        assertThat(result.cases()).isEqualTo(1);
        assertThat(result.rejected().count()).isEqualTo(1);
        assertThat(result.rejected().first().get(0).place()).isEqualTo("3");
        assertThat(result.recorded()).isNull();
    }

    @Test
    void aTableThatFailsIsCountedAndQuoted() throws Exception {
        BacktestResult result = tried(
                Dmn.table("contact-escalation", "contacts", ">= 3", "red alert", "-", "none"),
                madeUp(),
                HelpdeskLog.MAPPING);

        assertThat(result.failed().old().cases()).isZero();
        assertThat(result.failed().renewed().cases()).isPositive().isLessThan(result.cases());
        assertThat(result.failed().renewed().message()).contains("rule-1").contains("red alert");
    }

    @Test
    void aTableThatCanNotBeTriedSaysWhy() {
        refused("no XML", "can't be read as DMN");
        refused(Dmn.table("discount", "contacts", "-", "none"), "'contact-escalation'");
        refused(Dmn.table("discount", "contacts", "-", "none"), "discount");
        refused(
                Dmn.table("contact-escalation", "contacts", "-", "none")
                        .replace(" camunda:historyTimeToLive='P1D'", ""),
                "can't be read as DMN");
        String two = Dmn.table("contact-escalation", "contacts", "-", "none");
        String other =
                Dmn.table("contact-escalation-x", "contacts", "-", "none").replaceAll("id='(?!contact)", "id='x-");
        refused(
                two.replace("</definitions>", "")
                        + other.substring(other.indexOf("<decision "), other.indexOf("</definitions>"))
                        + "</definitions>",
                "contact-escalation-x");
        refused(
                "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>" + two.replace("because", "&b;"),
                "can't be read as DMN");
        Tried own = backtests.read(
                Dmn.table("contact-escalation-x", "contacts", "-", "none").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> own.requireFor("helpdesk"))
                .isInstanceOf(TableInvalid.class)
                .hasMessageContaining("'x'")
                .hasMessageContaining("'helpdesk'");
        own.requireFor("x");
    }

    private void refused(String table, String reason) {
        assertThatThrownBy(() -> backtests.read(table.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TableInvalid.class)
                .hasMessageContaining(reason);
    }
}
