package io.journeybpm.engine;

import io.journeybpm.engine.GeneratedDecision.Column;
import io.journeybpm.engine.GeneratedDecision.Hits;
import io.journeybpm.engine.GeneratedDecision.Literal;
import io.journeybpm.engine.GeneratedDecision.Logic;
import io.journeybpm.engine.GeneratedDecision.Rule;
import io.journeybpm.engine.GeneratedDecision.Table;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.camunda.bpm.engine.variable.Variables;

/** Decisions of every kind DMN knows, with what FEEL can say in a cell, and variables that fit them or don't. */
final class DecisionGenerator {

    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final List<String> TYPES = List.of("integer", "long", "double", "string", "boolean", "date");
    private static final List<String> LITERALS = several("""
            0 | 1 | 5 | -3 | 2.5 | 1000000000000 | "" | "x" | "yes" | "5" | true | false | null
            date("2026-08-03") | @"2026-08-03" | date and time("2026-08-03T10:00:00")
            date and time("2026-08-03T10:00:00+02:00") | time("10:30:00") | duration("P1D")
            duration("PT36H") | duration("P1Y2M") | [1, 5] | ["x", "yes"] | [] | {x: 1, y: "yes"}""");
    private static final List<String> CALLS = several("""
            a + 1 | a + b | a * 2.5 | b - a | a / 2 | a / 0 | a ** 2 | -a | a.x | d.y | c[1] | c[item > 1]
            count(c) | sum(c) | max(c) | string length(b) | upper case(b) | substring(b, 1, 2) | string(a)
            number(b) | floor(a) | abs(a) | if a > 1 then b else d | for x in c return x + 1
            some x in c satisfies x > 1 | every x in c satisfies x > 1 | date(b) | a between 1 and 5
            a in [1..5] | b in ("x", "yes") | a instance of number | a = null | b != null and b = "x"
            not(a = 1) | is defined(missing) | get or else(missing, 3) | missing | missing + 1
            duration("P1D") + duration("PT1H") | date("2026-08-03") + duration("P1M")
            d < date and time("2026-08-03T10:00:00") | no such function(1) | matches(b, "[a-z]+")
            split(b, "e") | sort(c, function(x, y) x < y) | append(c, 1) | {z: a}.z | (function(x) x + 1)(a)
            day of week(date("2026-08-03")) | cellInput | inputVariableName""");
    private static final List<String> MALFORMED = List.of("> > 5", "[1..", "if a", "\"open", "a +", "?", "not(");

    private static final List<Object> VALUES = Arrays.asList(
            0,
            1,
            5,
            -3,
            7L,
            1_000_000_000_000L,
            2.5,
            5.0,
            Double.NaN,
            1.5f,
            (short) 5,
            new BigDecimal("2.50"),
            "",
            "x",
            "yes",
            "5",
            "2026-08-03",
            "2026-08-03T10:00:00",
            true,
            false,
            null,
            List.of(),
            List.of(1, 5),
            List.of("x", "yes"),
            Arrays.asList(1, null),
            Map.of("x", 1, "y", "yes"),
            Map.of("x", List.of(1)),
            new Date(1_785_751_200_000L),
            LocalDate.of(2026, 8, 3),
            LocalDateTime.of(2026, 8, 3, 10, 0),
            ZonedDateTime.parse("2026-08-03T10:00:00+02:00"),
            LocalTime.of(10, 30),
            Duration.ofDays(1),
            Period.ofMonths(14),
            DayOfWeek.MONDAY);
    private static final List<Object> TYPED_VALUES = List.of(
            Variables.integerValue(5),
            Variables.longValue(7L),
            Variables.doubleValue(2.5),
            Variables.stringValue("x"),
            Variables.booleanValue(true),
            Variables.dateValue(new Date(0)),
            Variables.objectValue(List.of(1, 5)).create(),
            Variables.untypedNullValue());

    private DecisionGenerator() {}

    private static List<String> several(String texts) {
        return List.of(texts.split("\\s*[|\n]\\s*"));
    }

    /** Variables, some of them missing. */
    static Arbitrary<Map<String, Object>> variables(boolean typed) {
        Arbitrary<Object> values = Arbitraries.of(VALUES);
        return Arbitraries.maps(
                        Arbitraries.of(NAMES),
                        typed
                                ? Arbitraries.frequencyOf(
                                        Tuple.of(4, values), Tuple.of(1, Arbitraries.of(TYPED_VALUES)))
                                : values)
                .ofMaxSize(NAMES.size());
    }

    static Arbitrary<GeneratedDecision> decisions() {
        Arbitrary<Logic> before = Arbitraries.oneOf(
                table("before").map(Logic.class::cast), expression().map(text -> new Literal("before0", text)));
        Arbitrary<Logic> main = Arbitraries.frequencyOf(
                Tuple.of(9, table("out").map(Logic.class::cast)),
                Tuple.of(1, expression().map(text -> (Logic) new Literal("out0", text))));
        return Combinators.combine(main, before.injectNull(0.7)).as(GeneratedDecision::new);
    }

    private static Arbitrary<Table> table(String outputs) {
        Arbitrary<Integer> upTo3 = Arbitraries.integers().between(1, 3);
        return Combinators.combine(Arbitraries.of(Hits.class), upTo3, upTo3).flatAs((hits, in, wanted) -> {
            int out = hits.aggregates() ? 1 : wanted;
            Arbitrary<Rule> rule = Combinators.combine(
                            cell().list().ofSize(in),
                            answer(hits.aggregates()).list().ofSize(out))
                    .as((tests, answers) -> new Rule(
                            Stream.concat(tests.stream(), answers.stream()).toList()));
            return Combinators.combine(
                            Combinators.combine(type(), input())
                                    .as(Column::new)
                                    .list()
                                    .ofSize(in),
                            type().list().ofSize(out),
                            rule.list().ofMinSize(1).ofMaxSize(8))
                    .as((inputs, types, rules) -> new Table(
                            hits,
                            inputs,
                            IntStream.range(0, out)
                                    .mapToObj(i -> new Column(types.get(i), outputs + i))
                                    .toList(),
                            rules));
        });
    }

    private static Arbitrary<String> type() {
        return Arbitraries.of(TYPES).injectNull(0.8);
    }

    private static Arbitrary<String> input() {
        return mostly(
                Arbitraries.of(NAMES),
                Arbitraries.oneOf(expression(), Arbitraries.of("before0", "before1", "", "\"x\"")));
    }

    private static Arbitrary<String> expression() {
        return Arbitraries.frequencyOf(
                Tuple.of(30, Arbitraries.oneOf(Arbitraries.of(NAMES), Arbitraries.of(LITERALS), Arbitraries.of(CALLS))),
                Tuple.of(1, Arbitraries.of(MALFORMED)));
    }

    private static Arbitrary<String> operand() {
        return mostly(Arbitraries.of(LITERALS), Arbitraries.oneOf(Arbitraries.of(NAMES), Arbitraries.of(CALLS)));
    }

    private static Arbitrary<String> cell() {
        Arbitrary<String> test = Combinators.combine(
                        Arbitraries.of(
                                "%s",
                                "< %s",
                                "<= %s",
                                "> %s",
                                ">= %s",
                                "not(%s)",
                                "not(< %s)",
                                "not(%s, %s)",
                                "%s, %s",
                                "< %s, > %s",
                                "[%s..%s]",
                                "(%s..%s)",
                                "[%s..%s)",
                                "]%s..%s[",
                                "? = %s",
                                "? > %s",
                                "? in [%s..%s]",
                                "? != null and ? >= %s",
                                "list contains(c, ?)",
                                "contains(?, %s)",
                                "count(?) > %s",
                                "some x in ? satisfies x = %s",
                                "cellInput = %s",
                                "? + %s > %s"),
                        operand(),
                        operand())
                .as((form, one, other) -> form.replaceFirst("%s", Matcher.quoteReplacement(one))
                        .replaceFirst("%s", Matcher.quoteReplacement(other)));
        Arbitrary<String> easy = Arbitraries.of(
                "", "-", ">= 1", "<= 5", "[0..10]", "not(\"no\")", "null", "not(null)", "\"x\", \"yes\"");
        return Arbitraries.frequencyOf(Tuple.of(100, easy), Tuple.of(60, test), Tuple.of(1, Arbitraries.of(MALFORMED)));
    }

    private static Arbitrary<String> answer(boolean number) {
        Arbitrary<String> easy =
                number ? Arbitraries.of("1", "2", "2.5", "-3", "a", "") : Arbitraries.of("\"yes\"", "1", "", "true");
        return mostly(easy, expression());
    }

    private static <T> Arbitrary<T> mostly(Arbitrary<T> these, Arbitrary<T> others) {
        return Arbitraries.frequencyOf(Tuple.of(4, these), Tuple.of(1, others));
    }
}
