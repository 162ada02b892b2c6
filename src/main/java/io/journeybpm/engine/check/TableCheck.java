package io.journeybpm.engine.check;

import io.journeybpm.decision.Kind;
import io.journeybpm.decision.Shape;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/** One table against the rules: its columns and cells; {@link RowOrder} looks at the rows beside each other. */
final class TableCheck {

    private static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");
    private static final Set<Class<? extends Cell>> KINDS =
            Set.of(Cell.Numbers.class, Cell.Words.class, Cell.Truth.class);
    private static final Set<String> UNTYPED = Set.of("", "any", "feel:any");

    private final Decision decision;
    private final Shape shape;
    private final DecisionTable table;
    private final List<Column> columns = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    TableCheck(Decision decision, Shape shape) {
        this.decision = decision;
        this.shape = shape;
        this.table = (DecisionTable) decision.getExpression();
    }

    /** An input column; what it asks is unknown where it isn't FEEL. */
    private record Column(
            Input input, @Nullable Feel asks, @Nullable Kind kind) {

        String title() {
            return TableCheck.title(input);
        }

        boolean isNumber() {
            return kind != null && kind.isNumber();
        }
    }

    List<Finding> findings() {
        if (!shape.collects() && table.getHitPolicy() != HitPolicy.FIRST) {
            found(
                    TableRule.HIT_POLICY,
                    table,
                    "the hit policy is " + table.getHitPolicy()
                            + "; with it two rows that fit are a failure, or several answers at once");
        } else if (shape.collects() && (table.getHitPolicy() != HitPolicy.COLLECT || table.getAggregation() != null)) {
            found(
                    TableRule.HIT_POLICY_COLLECT,
                    table,
                    "the hit policy is " + table.getHitPolicy() + "; with it not every row that fits has its say");
        }
        table.getInputs().forEach(this::input);
        Map<String, Integer> outputs = outputs();
        if (table.getRules().isEmpty()) {
            found(
                    TableRule.EMPTY,
                    table,
                    "the table has no rows, so it never gives a "
                            + shape.deciding().name());
            return findings;
        }
        List<RowOrder.Row> rows = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            int number = rows.size() + 1;
            rows.add(new RowOrder.Row(number, rule, cells(rule, number), answers(rule, number, outputs)));
        }
        if (!shape.collects()) {
            findings.addAll(RowOrder.check(
                    decision, rows, columns.stream().map(Column::title).toList()));
        }
        return findings;
    }

    private void input(Input input) {
        LiteralExpression expression = input.getInputExpression();
        String text = text(expression == null ? null : expression.getText());
        if (expression == null || text.isBlank()) {
            found(TableRule.UNREADABLE, input, "the column '" + title(input) + "' asks for nothing");
            columns.add(new Column(input, null, null));
            return;
        }
        Feel asks = isFeel(expression.getExpressionLanguage())
                ? expression(input, text, "the column '" + title(input) + "'")
                : null;
        Column column = new Column(input, asks, asks == null ? null : kind(asks));
        columns.add(column);
        if (asks != null) {
            names(asks, input, "the column '" + column.title() + "' asks for");
        }
        String type = type(expression.getTypeRef());
        if (column.kind != null && !UNTYPED.contains(type) && !fits(column.kind, type)) {
            found(
                    TableRule.TYPE,
                    input,
                    "the column '" + column.title() + "' has the type " + type + ", but what it asks for is "
                            + word(column.kind));
        }
    }

    private static boolean fits(Kind kind, String type) {
        if (kind == Kind.TRUTH) {
            return type.equals("boolean");
        }
        if (kind == Kind.TIME) {
            return type.startsWith("date");
        }
        if (kind == Kind.CONTEXT) {
            return false;
        }
        if (kind == Kind.TEXTS) {
            return type.startsWith("list");
        }
        return kind.isNumber() ? NUMBERS.contains(type) : type.equals("string");
    }

    private static String word(Kind kind) {
        if (kind == Kind.TRUTH) {
            return "true or false";
        }
        if (kind == Kind.TIME) {
            return "a date and time";
        }
        if (kind == Kind.CONTEXT) {
            return "a list of values by name";
        }
        if (kind == Kind.TEXTS) {
            return "a list of texts";
        }
        return kind.isNumber() ? "a number" : "a text";
    }

    private static String title(Input input) {
        return input.getLabel() == null ? input.getId() : input.getLabel();
    }

    private @Nullable Kind kind(Feel asks) {
        String name = asks.name();
        if (name != null) {
            return shape.inputs().get(name);
        }
        if (!asks.isSum()) {
            return null;
        }
        Set<Kind> kinds = new LinkedHashSet<>();
        asks.names().forEach(each -> kinds.add(shape.inputs().getOrDefault(each, Kind.TEXT)));
        return kinds.size() == 1 && kinds.contains(Kind.COUNT) ? Kind.COUNT : null;
    }

    /** Names a table is told; where it requires other decisions, theirs can't be told. */
    private void names(Feel feel, DmnElement at, String who) {
        if (!decision.getInformationRequirements().isEmpty()) {
            return;
        }
        Set<String> own = new LinkedHashSet<>(shape.inputs().keySet());
        table.getInputs().stream()
                .map(Input::getCamundaInputVariable)
                .filter(each -> each != null)
                .forEach(own::add);
        feel.names().stream()
                .sorted()
                .filter(each -> !own.contains(each))
                .forEach(each -> findings.add(TableRule.UNKNOWN_INPUT.at(
                        at.getId(),
                        decision.getName(),
                        who + " '" + each + "', which no table is told" + Guess.question(own, each),
                        String.join(
                                        ", ",
                                        shape.inputs().keySet().stream()
                                                .sorted()
                                                .toList()) + ".")));
    }

    private Map<String, Integer> outputs() {
        List<String> known = shape.outputNames();
        Map<String, Integer> found = new HashMap<>();
        int at = 0;
        for (Output output : table.getOutputs()) {
            String name = output.getName() == null ? "" : output.getName();
            if (!known.contains(name)) {
                boolean meant = Guess.among(known, name).isPresent();
                found(
                        meant || name.isEmpty() ? TableRule.UNKNOWN_OUTPUT : TableRule.UNREAD_OUTPUT,
                        output,
                        "nobody reads the output '" + name + "'" + Guess.question(known, name),
                        String.join(", ", known) + ".");
            } else if (found.put(name, at) != null) {
                found(TableRule.OUTPUT_TWICE, output, "the output '" + name + "' is there twice");
            }
            String type = type(output.getTypeRef());
            if (known.contains(name) && !UNTYPED.contains(type) && !type.equals("string")) {
                found(TableRule.TYPE, output, "the output '" + name + "' has the type " + type + ", but is a text");
            }
            at++;
        }
        if (!found.containsKey(shape.deciding().name())) {
            found(
                    TableRule.ANSWER_MISSING,
                    table,
                    "the table has no output '" + shape.deciding().name() + "'");
        }
        return found;
    }

    private List<Cell> cells(Rule rule, int row) {
        List<Cell> cells = new ArrayList<>();
        List<InputEntry> entries = List.copyOf(rule.getInputEntries());
        for (int at = 0; at < columns.size(); at++) {
            cells.add(at < entries.size() ? cell(entries.get(at), columns.get(at), row) : new Cell.Any());
        }
        return cells;
    }

    private Cell cell(InputEntry entry, Column column, int row) {
        String text = text(entry.getText()).strip();
        if (text.isEmpty() || text.equals("-")) {
            return new Cell.Any();
        }
        if (!isFeel(entry.getExpressionLanguage())) {
            return new Cell.Unknown(text);
        }
        String where = "row " + row + ", '" + column.title() + "'";
        try {
            Feel tests = Feel.tests(text);
            names(tests, entry, where + " names");
            types(tests, entry, column, where, text);
            return CellKinds.narrowed(tests.cell(), column.kind);
        } catch (Feel.Unreadable unreadable) {
            found(TableRule.UNREADABLE, entry, where + ": '" + text + "' isn't FEEL: " + unreadable.getMessage());
            return new Cell.Unknown(text);
        }
    }

    private void types(Feel tests, InputEntry entry, Column column, String where, String text) {
        Set<Class<? extends Cell>> with = tests.compared();
        Class<? extends Cell> right = compared(column.kind);
        boolean wrong = right != null && with.stream().anyMatch(each -> KINDS.contains(each) && each != right);
        if (wrong && column.kind != null) {
            found(
                    TableRule.TYPE,
                    entry,
                    where + ": " + word(column.kind) + " is compared with " + text + ", which never fits");
        } else if (column.kind == Kind.LEVEL && tests.cell() instanceof Cell.Words words) {
            words.words().stream()
                    .sorted()
                    .filter(each -> !Word.all(Level.class).contains(each))
                    .forEach(each -> found(
                            TableRule.LEVEL_UNKNOWN,
                            entry,
                            where + ": there is no level '" + each + "'"
                                    + Guess.question(Word.all(Level.class), each)));
        }
    }

    private static @Nullable Class<? extends Cell> compared(@Nullable Kind kind) {
        if (kind == null || kind == Kind.TIME || kind == Kind.CONTEXT || kind == Kind.TEXTS) {
            return null;
        }
        if (kind == Kind.TRUTH) {
            return Cell.Truth.class;
        }
        return kind.isNumber() ? Cell.Numbers.class : Cell.Words.class;
    }

    private AnswerCheck.Answers answers(Rule rule, int number, Map<String, Integer> outputs) {
        return new AnswerCheck(decision, shape, rule, number, outputs, findings, this::expression, this::names).check();
    }

    private @Nullable Feel expression(DmnElement at, String text, String where) {
        try {
            return Feel.expression(text);
        } catch (Feel.Unreadable unreadable) {
            found(TableRule.UNREADABLE, at, where + ": '" + text + "' isn't FEEL: " + unreadable.getMessage());
            return null;
        }
    }

    private void found(TableRule rule, DmnElement at, String message) {
        found(rule, at, message, "");
    }

    private void found(TableRule rule, DmnElement at, String message, String more) {
        findings.add(rule.at(at.getId() == null ? decision.getId() : at.getId(), decision.getName(), message, more));
    }

    static boolean isFeel(@Nullable String language) {
        return language == null || language.toLowerCase(Locale.ROOT).contains("feel");
    }

    static String text(@Nullable Text text) {
        return text == null || text.getTextContent() == null ? "" : text.getTextContent();
    }

    private static String type(@Nullable String typeRef) {
        return typeRef == null ? "" : typeRef.strip().toLowerCase(Locale.ROOT);
    }
}
