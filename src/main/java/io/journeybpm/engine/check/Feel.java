package io.journeybpm.engine.check;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import camundajar.impl.scala.util.Either;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ClosedConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.jspecify.annotations.Nullable;

/** FEEL as written in a decision table, read but never run. */
final class Feel {

    private static final FeelEngine ENGINE =
            new FeelEngine.Builder().enableExternalFunctions(false).build();

    private static final Pattern PREFIX = Pattern.compile("(?s)failed to parse expression '.*': ");

    private final ParsedExpression parsed;

    private Feel(ParsedExpression parsed) {
        this.parsed = parsed;
    }

    /** It isn't FEEL. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    static Feel expression(String text) throws Unreadable {
        return read(ENGINE.parseExpression(text));
    }

    /** What a cell on the left of a table says. */
    static Feel tests(String text) throws Unreadable {
        return read(ENGINE.parseUnaryTests(text));
    }

    private static Feel read(Either<Failure, ParsedExpression> read) throws Unreadable {
        if (read.isRight()) {
            return new Feel(read.toOption().get());
        }
        String why = read.swap().toOption().get().message();
        throw new Unreadable(PREFIX.matcher(why).replaceFirst(""));
    }

    /** Names it takes from outside. */
    Set<String> names() {
        Set<String> names = new HashSet<>(parsed.getVariableNames());
        names.remove("?");
        names.remove("cellInput");
        return names;
    }

    /** The one name it consists of. */
    @Nullable
    String name() {
        return parsed.expression() instanceof Ref ref && ref.names().size() == 1
                ? ref.names().head()
                : null;
    }

    /** Whether it adds up names, and nothing else. */
    boolean isSum() {
        return isSum(parsed.expression());
    }

    private static boolean isSum(Exp exp) {
        return exp instanceof Ref || exp instanceof Addition sum && isSum(sum.x()) && isSum(sum.y());
    }

    /** The text it always is. */
    @Nullable
    String text() {
        return parsed.expression() instanceof ConstString text ? text.value() : null;
    }

    /** Whether it is a number or a truth value, written as such. */
    boolean isNoText() {
        return parsed.expression() instanceof ConstNumber || parsed.expression() instanceof ConstBool;
    }

    /** What it lets through, as a cell. */
    Cell cell() {
        Cell cell = cell(parsed.expression());
        return cell == null ? new Cell.Unknown(parsed.text().strip()) : cell;
    }

    private static @Nullable Cell cell(Exp exp) {
        if (exp instanceof UnaryTestExpression test) {
            return constant(test.exp());
        }
        if (exp instanceof InputEqualTo test) {
            return constant(test.x());
        }
        if (exp instanceof AtLeastOne several) {
            return union(CollectionConverters.asJava(several.xs()));
        }
        if (exp instanceof Not not) {
            return cell(not.x()) instanceof Cell.Words words ? new Cell.Words(words.words(), !words.others()) : null;
        }
        Cell.Span span = span(exp);
        return span == null ? null : new Cell.Numbers(List.of(span));
    }

    private static @Nullable Cell constant(Exp exp) {
        if (exp instanceof ConstString text) {
            return new Cell.Words(Set.of(text.value()), false);
        }
        if (exp instanceof ConstBool truth) {
            return new Cell.Truth(truth.value());
        }
        BigDecimal number = number(exp);
        return number == null ? null : new Cell.Numbers(List.of(Cell.Span.at(number)));
    }

    private static @Nullable Cell union(List<Exp> alternatives) {
        Set<String> words = new HashSet<>();
        List<Cell.Span> spans = new ArrayList<>();
        for (Exp each : alternatives) {
            Cell cell = cell(each);
            if (cell instanceof Cell.Words named && !named.others()) {
                words.addAll(named.words());
            } else if (cell instanceof Cell.Numbers numbers) {
                spans.addAll(numbers.spans());
            } else {
                return null;
            }
        }
        if (words.isEmpty() == spans.isEmpty()) {
            return null;
        }
        return spans.isEmpty() ? new Cell.Words(words, false) : new Cell.Numbers(spans);
    }

    private static Cell.@Nullable Span span(Exp exp) {
        if (exp instanceof InputGreaterOrEqual test) {
            return from(number(test.x()), true);
        }
        if (exp instanceof InputGreaterThan test) {
            return from(number(test.x()), false);
        }
        if (exp instanceof InputLessOrEqual test) {
            return to(number(test.x()), true);
        }
        if (exp instanceof InputLessThan test) {
            return to(number(test.x()), false);
        }
        return exp instanceof InputInRange test ? between(test.range()) : null;
    }

    private static Cell.@Nullable Span from(@Nullable BigDecimal number, boolean with) {
        return number == null ? null : new Cell.Span(number, with, null, false);
    }

    private static Cell.@Nullable Span to(@Nullable BigDecimal number, boolean with) {
        return number == null ? null : new Cell.Span(null, false, number, with);
    }

    private static Cell.@Nullable Span between(ConstRange range) {
        BigDecimal from = number(range.start().value());
        BigDecimal to = number(range.end().value());
        return from == null || to == null
                ? null
                : new Cell.Span(
                        from,
                        range.start() instanceof ClosedConstRangeBoundary,
                        to,
                        range.end() instanceof ClosedConstRangeBoundary);
    }

    private static @Nullable BigDecimal number(Exp exp) {
        if (exp instanceof ConstNumber number) {
            return number.value().bigDecimal();
        }
        return exp instanceof ArithmeticNegation minus && minus.x() instanceof ConstNumber number
                ? number.value().bigDecimal().negate()
                : null;
    }

    /** What a comparison compares its input with: text, or a number; for the types a column can't have. */
    Set<Class<? extends Cell>> compared() {
        Set<Class<? extends Cell>> found = new HashSet<>();
        compared(parsed.expression(), found);
        return found;
    }

    private static void compared(Exp exp, Set<Class<? extends Cell>> found) {
        if (exp instanceof AtLeastOne several) {
            CollectionConverters.asJava(several.xs()).forEach(each -> compared(each, found));
        } else if (exp instanceof Not not) {
            compared(not.x(), found);
        } else {
            Exp with = exp instanceof InputGreaterOrEqual test
                    ? test.x()
                    : exp instanceof InputGreaterThan test
                            ? test.x()
                            : exp instanceof InputLessOrEqual test
                                    ? test.x()
                                    : exp instanceof InputLessThan test ? test.x() : null;
            Cell cell = with == null ? cell(exp) : constant(with);
            if (cell != null) {
                found.add(cell.getClass());
            }
        }
    }
}
