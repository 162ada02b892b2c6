package io.journeybpm.engine.check;

import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** What one row of an escalation table answers. */
final class AnswerCheck {

    private final Decision decision;
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
            Rule rule,
            int row,
            Map<String, Integer> outputs,
            List<Finding> findings,
            Reader reader,
            Names names) {
        this.decision = decision;
        this.rule = rule;
        this.row = row;
        this.outputs = outputs;
        this.entries = List.copyOf(rule.getOutputEntries());
        this.findings = findings;
        this.reader = reader;
        this.names = names;
    }

    Answers check() {
        Level level = outputs.containsKey("level") ? level() : null;
        within();
        List<String> missing = new ArrayList<>();
        for (String each : List.of("owner", "within", "reason")) {
            if (isEmpty(each)) {
                missing.add(each);
            }
        }
        if (level != null && level.needsSomebody() && !missing.isEmpty()) {
            found(
                    TableRule.NOBODY_TO_ACT,
                    rule,
                    "row " + row + " raises to " + level.word() + " without " + String.join(", ", missing));
        }
        for (String each : List.of("action", "owner", "reason")) {
            constant(each);
        }
        return new Answers(level);
    }

    private @Nullable Level level() {
        if (isEmpty("level")) {
            found(TableRule.LEVEL_MISSING, rule, "row " + row + " gives no level");
            return null;
        }
        Feel feel = feel("level");
        String said = constant("level");
        if (feel == null || said == null && !feel.isNoText()) {
            return null;
        }
        String written = said == null ? text("level") : said;
        Level level = said == null ? null : Word.find(Level.class, said).orElse(null);
        if (level == null) {
            found(
                    TableRule.LEVEL_UNKNOWN,
                    at("level"),
                    "row " + row + ": there is no level '" + written + "'"
                            + Guess.question(Word.all(Level.class), written));
        }
        return level;
    }

    private void within() {
        String within = constant("within");
        if (within == null || within.isBlank()) {
            return;
        }
        try {
            org.joda.time.Period.parse(within);
        } catch (IllegalArgumentException malformed) {
            found(TableRule.WITHIN, at("within"), "row " + row + ": '" + within + "' is no duration");
        }
    }

    private boolean isEmpty(String output) {
        String text = text(output).strip();
        return text.isEmpty() || text.equals("\"\"") || text.equals("null");
    }

    /** The text an output always is; names in it are looked at on the way. */
    private @Nullable String constant(String output) {
        Feel feel = feel(output);
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
        findings.add(broken.at(at.getId() == null ? decision.getId() : at.getId(), decision.getName(), message, ""));
    }
}
