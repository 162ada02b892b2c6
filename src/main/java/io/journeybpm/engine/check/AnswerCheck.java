package io.journeybpm.engine.check;

import io.journeybpm.decision.Durations;
import io.journeybpm.decision.Output;
import io.journeybpm.decision.Shape;
import io.journeybpm.escalation.Inputs;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** What one row of a table answers. */
final class AnswerCheck {

    private static final String LEVEL = "level";

    private final Decision decision;
    private final Shape shape;
    private final Rule rule;
    private final int row;
    private final Map<String, Integer> outputs;
    private final List<OutputEntry> entries;
    private final List<Finding> findings;
    private final Reader reader;
    private final Names names;

    /** Reads an expression, or says why it can't. */
    interface Reader {
        @Nullable
        Feel read(DmnElement at, String text, String where);
    }

    /** Looks at the names in an expression. */
    interface Names {
        void check(Feel feel, DmnElement at, String who);
    }

    /**
     * What a row answers, as far as that can be told.
     *
     * @param level null where it depends
     */
    record Answers(@Nullable Level level) {}

    AnswerCheck(
            Decision decision,
            Shape shape,
            Rule rule,
            int row,
            Map<String, Integer> outputs,
            List<Finding> findings,
            Reader reader,
            Names names) {
        this.decision = decision;
        this.shape = shape;
        this.rule = rule;
        this.row = row;
        this.outputs = outputs;
        this.entries = List.copyOf(rule.getOutputEntries());
        this.findings = findings;
        this.reader = reader;
        this.names = names;
    }

    Answers check() {
        Map<String, String> said = new HashMap<>();
        for (Output each : shape.outputs()) {
            if (outputs.containsKey(each.name())) {
                String constant = answer(each);
                if (constant != null) {
                    said.put(each.name(), constant);
                }
            }
        }
        Level level = shape == Inputs.SHAPE
                ? Optional.ofNullable(said.get(LEVEL))
                        .flatMap(each -> Word.find(Level.class, each))
                        .orElse(null)
                : null;
        if (level != null && level.needsSomebody()) {
            somebody(level);
        }
        return new Answers(level);
    }

    private void somebody(Level level) {
        List<String> missing =
                Stream.of("owner", "within", "reason").filter(this::isEmpty).toList();
        if (!missing.isEmpty()) {
            found(
                    TableRule.NOBODY_TO_ACT,
                    rule,
                    "row " + row + " raises to " + level.word() + " without " + String.join(", ", missing));
        }
    }

    /** What an output always says; null where it depends. */
    private @Nullable String answer(Output output) {
        String name = output.name();
        if (output.required() && isEmpty(name)) {
            found(TableRule.ANSWER_MISSING, rule, "row " + row + " gives no " + name, among(output));
            return null;
        }
        Feel feel = feel(name);
        String constant = constant(name, feel);
        boolean duration = output.duration() && constant != null && Durations.isDuration(constant);
        if (!output.words().isEmpty() && !duration && !(isEmpty(name) && !output.required())) {
            word(output, feel, constant);
        } else if (output.words().isEmpty()
                && output.duration()
                && constant != null
                && !constant.isBlank()
                && !duration) {
            found(TableRule.WITHIN, at(name), "row " + row + ": '" + constant + "' is no duration", "");
        }
        return constant;
    }

    private void word(Output output, @Nullable Feel feel, @Nullable String constant) {
        boolean certain = feel != null && (constant != null || feel.isNoText());
        if (!certain
                || constant != null && output.words().contains(constant.strip().toLowerCase(Locale.ROOT))) {
            return;
        }
        String written = constant == null ? text(output.name()) : constant;
        found(
                TableRule.ANSWER_UNKNOWN,
                at(output.name()),
                "row " + row + ": there is no " + output.name() + " '" + written + "'"
                        + Guess.question(output.words(), written),
                among(output));
    }

    private static String among(Output output) {
        String duration = output.duration() ? "an ISO 8601 duration such as P1D, " : "";
        return output.words().isEmpty() ? "" : " " + duration + String.join(", ", output.words()) + ".";
    }

    private boolean isEmpty(String output) {
        String text = text(output).strip();
        return text.isEmpty() || text.equals("\"\"") || text.equals("null");
    }

    /** The text an output always is; names in it are looked at on the way. */
    private @Nullable String constant(String output, @Nullable Feel feel) {
        if (feel == null) {
            return null;
        }
        if (feel.text() == null) {
            names.check(feel, at(output), "row " + row + ", '" + output + "' names");
        }
        return feel.text();
    }

    private @Nullable Feel feel(String output) {
        String text = text(output);
        if (text.isBlank() || !TableCheck.isFeel(((OutputEntry) at(output)).getExpressionLanguage())) {
            return null;
        }
        return reader.read(at(output), text, "row " + row + ", '" + output + "'");
    }

    private String text(String output) {
        Integer at = outputs.get(output);
        return at == null || at >= entries.size()
                ? ""
                : TableCheck.text(entries.get(at).getText());
    }

    private DmnElement at(String output) {
        Integer at = outputs.get(output);
        return at == null || at >= entries.size() ? rule : entries.get(at);
    }

    private void found(TableRule broken, DmnElement at, String message) {
        found(broken, at, message, "");
    }

    private void found(TableRule broken, DmnElement at, String message, String more) {
        findings.add(broken.at(at.getId() == null ? decision.getId() : at.getId(), decision.getName(), message, more));
    }
}
