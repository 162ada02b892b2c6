package io.journeybpm.engine;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a process owner might draw it, sensible or not.
 *
 * @param requires what is decided before, for its inputs to use; absent if nothing is
 */
record GeneratedDecision(Logic logic, @Nullable Logic requires) {

    static final String KEY = "decision";

    /** What decides. */
    sealed interface Logic {
        String xml(String id);
    }

    /** A literal expression. */
    record Literal(String name, String text) implements Logic {
        @Override
        public String xml(String id) {
            return "<variable id='" + id + "-variable' name='" + name + "'/><literalExpression id='" + id
                    + "-expression'><text>" + escaped(text) + "</text></literalExpression>";
        }
    }

    /** A column; of inputs the text is an expression, of outputs a name. */
    record Column(@Nullable String type, String text) {

        String type(String attribute) {
            return type == null ? "" : " " + attribute + "='" + type + "'";
        }
    }

    /** Cells of a rule, those of the inputs first. */
    record Rule(List<String> cells) {}

    /** A table. */
    record Table(Hits hits, List<Column> inputs, List<Column> outputs, List<Rule> rules) implements Logic {

        @Override
        public String xml(String id) {
            String columns = numbered(
                            inputs.size(),
                            i -> "<input id='" + id + "-in" + i + "'><inputExpression id='" + id
                                    + "-inx" + i + "'" + inputs.get(i).type("typeRef") + "><text>"
                                    + escaped(inputs.get(i).text()) + "</text></inputExpression></input>")
                    + numbered(
                            outputs.size(),
                            i -> "<output id='" + id + "-out" + i + "' name='"
                                    + outputs.get(i).text() + "'"
                                    + outputs.get(i).type("typeRef") + "/>");
            return "<decisionTable id='" + id + "-table'" + hits.xml + ">" + columns
                    + numbered(rules.size(), row -> rule(id + "-rule" + row, rules.get(row))) + "</decisionTable>";
        }

        private String rule(String id, Rule rule) {
            return "<rule id='" + id + "'>"
                    + numbered(
                            rule.cells.size(),
                            i -> cell(i < inputs.size() ? "input" : "output", id + "-" + i, rule.cells.get(i)))
                    + "</rule>";
        }

        private static String cell(String kind, String id, String text) {
            return "<" + kind + "Entry id='" + id + "'><text>" + escaped(text) + "</text></" + kind + "Entry>";
        }
    }

    /** Hit policies, collecting ones by what they make of what they collect. */
    enum Hits {
        UNIQUE("UNIQUE"),
        FIRST("FIRST"),
        ANY("ANY"),
        RULE_ORDER("RULE ORDER"),
        COLLECT("COLLECT"),
        SUM("COLLECT' aggregation='SUM"),
        MIN("COLLECT' aggregation='MIN"),
        MAX("COLLECT' aggregation='MAX"),
        COUNT("COLLECT' aggregation='COUNT");

        private final String xml;

        Hits(String policy) {
            this.xml = " hitPolicy='" + policy + "'";
        }

        boolean aggregates() {
            return ordinal() > COLLECT.ordinal();
        }
    }

    String xml() {
        String before =
                requires == null ? "" : "<decision id='before' name='before'>" + requires.xml("before") + "</decision>";
        String requirement = requires == null
                ? ""
                : "<informationRequirement id='r'><requiredDecision href='#before'/></informationRequirement>";
        // what a decision requires stands before its logic, its variable before both
        String own = logic.xml("main");
        int variable = own.startsWith("<variable") ? own.indexOf("/>") + 2 : 0;
        return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='test'>"
                + before + "<decision id='" + KEY + "' name='" + KEY + "'>" + own.substring(0, variable) + requirement
                + own.substring(variable) + "</decision></definitions>";
    }

    private static String numbered(int count, java.util.function.IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
