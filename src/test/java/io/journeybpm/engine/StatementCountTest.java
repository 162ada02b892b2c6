package io.journeybpm.engine;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.journeybpm.testing.CountedStatements;
import io.journeybpm.testing.CountedStatements.Count;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * What a journey of twelve touchpoints sends to the database beside the same process without any {@code journey.*}
 * property. Unlike times, these are the same on every machine; a statement more fails the test, one less deserves a new
 * bound.
 */
@DisplayName("Statements for a journey of twelve touchpoints")
@Import(CountedStatements.class)
class StatementCountTest extends EngineTest {

    private static final int TOUCHPOINTS = 12;
    private static final Predicate<String> OURS = kind -> kind.contains(" journey_");

    /** Asked again each second, to notice what another server deployed. */
    private static final String LATEST_TABLE = "select act_re_decision_def";

    private static int cases;

    @Autowired
    private CountedStatements statements;

    @Test
    void whichRunsInOneTransactionAreFewForAllOfItTogether() {
        deploy("plain", each -> "<serviceTask id='t" + each + "' camunda:expression='${true}'/>", false);
        deploy(
                "journey",
                each -> "<serviceTask id='t" + each + "' camunda:delegateExpression='${recordTouchpoint}'>"
                        + touchpoint("visit", "plumber") + "</serviceTask>",
                true);
        Consumer<String> start = key -> runtime.startProcessInstanceByKey(key, nextCase());
        Compared compared = compare("12 service tasks, one transaction", start);

        assertThat(compared.journey(OURS))
                .containsOnly(
                        entry("select journey_case", new Count(1, 1)),
                        entry("insert journey_case", new Count(1, 1)),
                        entry("insert journey_contact", new Count(1, TOUCHPOINTS)),
                        entry("insert journey_event", new Count(1, 3)));
        // the variable 'outcome' and how it got its value, in history
        assertThat(compared.addedToTheEnginesOwn()).isEqualTo(new Count(2, 2));
    }

    @Test
    void whichAreCompletedOneByOneAreThreeOfTheLedgerEach() {
        deploy("plain", each -> "<userTask id='t" + each + "' camunda:candidateGroups='plumber'/>", false);
        deploy("journey", each -> userTask("t" + each, touchpoint("visit", "plumber")), true);
        Compared compared = compare("12 user tasks, one by one", key -> {
            String instance = runtime.startProcessInstanceByKey(key, nextCase()).getId();
            for (int each = 0; each < TOUCHPOINTS; each++) {
                tasks.complete(tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getId());
            }
        });

        assertThat(compared.journey(OURS))
                .containsOnly(
                        entry("select journey_case", new Count(1 + TOUCHPOINTS, 1 + TOUCHPOINTS)),
                        entry("insert journey_case", new Count(1, 1)),
                        entry("insert journey_contact", new Count(TOUCHPOINTS, TOUCHPOINTS)),
                        entry("insert journey_event", new Count(2, 3)),
                        entry("update journey_case", new Count(TOUCHPOINTS, TOUCHPOINTS)));
        assertThat(compared.addedToTheEnginesOwn().statements()).isLessThanOrEqualTo(115);
        assertThat(compared.addedToTheEnginesOwn().rows()).isLessThanOrEqualTo(300);
    }

    /** The same work on both processes, each warmed up by a first round. */
    private Compared compare(String title, Consumer<String> run) {
        run.accept("plain");
        run.accept("journey");
        Compared compared = new Compared(
                statements.during(() -> run.accept("plain")), statements.during(() -> run.accept("journey")));
        compared.print(title);
        return compared;
    }

    private void deploy(String key, IntFunction<String> element, boolean journey) {
        String inside =
                row("p", IntStream.range(0, TOUCHPOINTS).mapToObj(element).toArray(String[]::new));
        String scope = journey ? phase("phase", inside) : "<subProcess id='phase'>" + inside + "</subProcess>";
        deploy(key + ".bpmn", document(process(key, row("j", scope))));
        if (journey) {
            deploy("table.dmn", Dmn.table("contact-escalation-" + key, "contacts", "> 100", "watch", "-", "none"));
        }
    }

    private static String nextCase() {
        return "counted-" + ++cases;
    }

    private record Compared(Map<String, Count> plain, Map<String, Count> journey) {

        Map<String, Count> journey(Predicate<String> kinds) {
            Map<String, Count> chosen = new TreeMap<>(journey);
            chosen.keySet().removeIf(kinds.negate());
            return chosen;
        }

        Count addedToTheEnginesOwn() {
            Predicate<String> engines = OURS.negate().and(kind -> !kind.equals(LATEST_TABLE));
            Count without = sum(plain, engines);
            Count with = sum(journey, engines);
            return new Count(with.statements() - without.statements(), with.rows() - without.rows());
        }

        void print(String title) {
            System.out.printf("%n%-34s%12s%20s%n", title, "plain", "journey");
            System.out.printf("%-34s%12s%8s%12s%8s%n", "", "statements", "rows", "statements", "rows");
            Map<String, Count> all = new TreeMap<>(plain);
            all.putAll(journey);
            all.keySet().stream()
                    .filter(kind -> !count(plain, kind).equals(count(journey, kind)))
                    .forEach(kind -> line(kind, count(plain, kind), count(journey, kind)));
            line("all, what is the same included", sum(plain, kind -> true), sum(journey, kind -> true));
        }

        private static void line(String kind, Count plain, Count journey) {
            System.out.printf(
                    "%-34s%12d%8d%12d%8d%n",
                    kind, plain.statements(), plain.rows(), journey.statements(), journey.rows());
        }

        private static Count count(Map<String, Count> counts, String kind) {
            return counts.getOrDefault(kind, Count.NONE);
        }

        private static Count sum(Map<String, Count> counts, Predicate<String> kinds) {
            return counts.entrySet().stream()
                    .filter(each -> kinds.test(each.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(Count.NONE, Count::plus);
        }
    }
}
