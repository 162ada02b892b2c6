package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("FEEL parsed once")
class ParsedFeelTest {

    private static final int TRIES = 4_000;
    private static final List<Object> VALUES = Arrays.asList(
            0, 1, 5, 7L, 2.5, -3, "", "a", "dry-out", "5", true, false, null, List.of(1, 5), List.of("a"), new Date(0));
    private static final List<String> OPERANDS = List.of(
            "0",
            "5",
            "2.5",
            "\"a\"",
            "\"dry-out\"",
            "true",
            "null",
            "date(\"2026-08-03\")",
            "duration(\"P1D\")",
            "other",
            "other + 1",
            "[1..5]",
            "(0..7)",
            "[1,5]",
            "count([1,2])",
            "upper case(\"a\")");

    private final FeelEngine stock = new ScalaFeelEngine(List.of());
    private final FeelEngine ours = new ParsedFeel(List.of());

    @Test
    void saysOfEveryUnaryTestWhatCamundasOwnSays() {
        Random random = new Random(7);
        int decided = 0;
        for (int each = 0; each < TRIES; each++) {
            String test = unaryTest(random);
            VariableContext variables = variables(random);
            Object expected = outcome(() -> stock.evaluateSimpleUnaryTests(test, "cellInput", variables));
            assertThat(outcome(() -> ours.evaluateSimpleUnaryTests(test, "cellInput", variables)))
                    .as("%s with %s", test, variables)
                    .isEqualTo(expected);
            decided += expected instanceof Boolean ? 1 : 0;
        }
        assertThat(decided).isGreaterThan(TRIES / 2);
    }

    @Test
    void saysOfEveryExpressionWhatCamundasOwnSays() {
        Random random = new Random(11);
        for (int each = 0; each < TRIES; each++) {
            String expression = pick(random, OPERANDS)
                    + pick(random, List.of(" + ", " * ", " - ", " = ", " < ", " and "))
                    + pick(random, List.of("cellInput", "missing", "5", "\"x\"", "string(other)"));
            VariableContext variables = variables(random);
            assertThat(outcome(() -> ours.evaluateSimpleExpression(expression, variables)))
                    .as("%s with %s", expression, variables)
                    .isEqualTo(outcome(() -> stock.evaluateSimpleExpression(expression, variables)));
        }
    }

    private static String unaryTest(Random random) {
        String operand = pick(random, OPERANDS);
        return switch (random.nextInt(7)) {
            case 0 -> "< " + operand;
            case 1 -> ">= " + operand;
            case 2 -> "not(" + operand + ")";
            case 3 -> operand + ", " + pick(random, OPERANDS);
            case 4 -> "? = " + operand;
            case 5 -> "-";
            default -> operand;
        };
    }

    private static VariableContext variables(Random random) {
        Map<String, Object> values = new HashMap<>();
        values.put("cellInput", VALUES.get(random.nextInt(VALUES.size())));
        values.put("other", VALUES.get(random.nextInt(VALUES.size())));
        return Variables.fromMap(values).asVariableContext();
    }

    private static <T> T pick(Random random, List<T> from) {
        return new ArrayList<>(from).get(random.nextInt(from.size()));
    }

    private static Object outcome(Supplier<Object> evaluation) {
        try {
            return evaluation.get();
        } catch (RuntimeException failed) {
            return failed.getClass();
        }
    }
}
