package io.journeybpm.engine.check;

import io.journeybpm.escalation.Inputs;
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

/** One escalation table against the rules: its columns and cells; {@link RowOrder} looks at the rows beside each other. */
final class TableCheck {

    private static final List<String> OUTPUTS = List.of("level", "action", "owner", "within", "reason");
    private static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");
    private static final Set<String> UNTYPED = Set.of("", "any", "feel:any");

    private final Decision decision;
    private final DecisionTable table;
    private final List<Column> columns = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    TableCheck(Decision decision) {
        this.decision = decision;
        this.table = (DecisionTable) decision.getExpression();
    }

    /** An input column; what it asks is unknown where it isn't FEEL. */
    private record Column(Input input, @Nullable Feel asks, Inputs.@Nullable Kind kind) {

        String title() {
            return TableCheck.title(input);
        }

        boolean isNumber() {
            return kind == Inputs.Kind.COUNT || kind == Inputs.Kind.AMOUNT || kind == Inputs.Kind.SCORE;
        }
    }

    List<Finding> findings() {
        if (table.getHitPolicy() != HitPolicy.FIRST) {
            found(
                    TableRule.HIT_POLICY,
                    table,
                    "the hit policy is " + table.getHitPolicy()
                            + "; with it two rows that fit are a failure, or several answers at once");
        }
        table.getInputs().forEach(this::input);
        Map<String, Integer> outputs = outputs();
        if (table.getRules().isEmpty()) {
            found(TableRule.EMPTY, table, "the table has no rows, so it never gives a level");
            return findings;
        }
        List<RowOrder.Row> rows = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            int number = rows.size() + 1;
            rows.add(new RowOrder.Row(number, rule, cells(rule, number), answers(rule, number, outputs)));
        }
        findings.addAll(RowOrder.check(
                decision, rows, columns.stream().map(Column::title).toList()));
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
        if (column.kind != null
                && !UNTYPED.contains(type)
                && (column.isNumber() ? !NUMBERS.contains(type) : !type.equals("string"))) {
            found(
                    TableRule.TYPE,
                    input,
                    "the column '" + column.title() + "' has the type " + type + ", but what it asks for is "
                            + (column.isNumber() ? "a number" : "a text"));
        }
    }

    private static String title(Input input) {
        return input.getLabel() == null ? input.getId() : input.getLabel();
    }

    private static Inputs.@Nullable Kind kind(Feel asks) {
        String name = asks.name();
        if (name != null) {
            return Inputs.known().get(name);
        }
        if (!asks.isSum()) {
            return null;
        }
        Set<Inputs.Kind> kinds = new LinkedHashSet<>();
        asks.names().forEach(each -> kinds.add(Inputs.known().getOrDefault(each, Inputs.Kind.TEXT)));
        return kinds.size() == 1 && kinds.contains(Inputs.Kind.COUNT) ? Inputs.Kind.COUNT : null;
    }

    /** Names a table is told; where it requires other decisions, theirs can't be told. */
    private void names(Feel feel, DmnElement at, String who) {
        if (!decision.getInformationRequirements().isEmpty()) {
            return;
        }
        Set<String> own = new LinkedHashSet<>(Inputs.known().keySet());
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
                                        Inputs.known().keySet().stream()
                                                .sorted()
                                                .toList()) + ".")));
    }

    private Map<String, Integer> outputs() {
        Map<String, Integer> found = new HashMap<>();
        int at = 0;
        for (Output output : table.getOutputs()) {
            String name = output.getName() == null ? "" : output.getName();
            if (!OUTPUTS.contains(name)) {
                boolean meant = Guess.among(OUTPUTS, name).isPresent();
                found(
                        meant || name.isEmpty() ? TableRule.UNKNOWN_OUTPUT : TableRule.UNREAD_OUTPUT,
                        output,
                        "nobody reads the output '" + name + "'" + Guess.question(OUTPUTS, name));
            } else if (found.put(name, at) != null) {
                found(TableRule.OUTPUT_TWICE, output, "the output '" + name + "' is there twice");
            }
            String type = type(output.getTypeRef());
            if (OUTPUTS.contains(name) && !UNTYPED.contains(type) && !type.equals("string")) {
                found(TableRule.TYPE, output, "the output '" + name + "' has the type " + type + ", but is a text");
            }
            at++;
        }
        if (!found.containsKey("level")) {
            found(TableRule.LEVEL_MISSING, table, "the table has no output 'level'");
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
        boolean wrong = column.kind != null
                && (column.isNumber()
                        ? with.contains(Cell.Words.class) || with.contains(Cell.Truth.class)
                        : with.contains(Cell.Numbers.class) || with.contains(Cell.Truth.class));
        if (wrong) {
            found(
                    TableRule.TYPE,
                    entry,
                    where + ": " + (column.isNumber() ? "a number" : "a text") + " is compared with " + text
                            + ", which never fits");
        } else if (column.kind == Inputs.Kind.LEVEL && tests.cell() instanceof Cell.Words words) {
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

    private AnswerCheck.Answers answers(Rule rule, int number, Map<String, Integer> outputs) {
        return new AnswerCheck(decision, rule, number, outputs, findings, this::expression, this::names).check();
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
        findings.add(rule.at(at.getId() == null ? decision.getId() : at.getId(), decision.getName(), message, ""));
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
