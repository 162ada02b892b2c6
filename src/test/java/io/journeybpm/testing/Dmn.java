package io.journeybpm.testing;

/** Small escalation tables for tests. */
public final class Dmn {

    private Dmn() {}

    /** A table with one input; each rule is an input entry and the level it leads to. */
    public static String table(String key, String input, String... rules) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < rules.length; i += 2) {
            String id = "rule-" + (i / 2 + 1);
            rows.append("<rule id='").append(id).append("'>").append(entry("input", id, rules[i]));
            rows.append(entry("output", id + "-level", quoted(rules[i + 1])));
            rows.append(entry("output", id + "-action", quoted("Act")));
            rows.append(entry("output", id + "-owner", quoted("somebody")));
            rows.append(entry("output", id + "-within", quoted("P1D")));
            rows.append(entry("output", id + "-reason", quoted("because of " + id)));
            rows.append("</rule>");
        }
        return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='definitions' name='test' namespace='test'>"
                + "<decision id='" + key + "' name='" + key + "' camunda:historyTimeToLive='P1D'>"
                + "<decisionTable id='table' hitPolicy='FIRST'><input id='input'><inputExpression id='expression'>"
                + "<text>" + input + "</text></inputExpression></input>"
                + output("level") + output("action") + output("owner") + output("within") + output("reason")
                + rows + "</decisionTable></decision></definitions>";
    }

    private static String output(String name) {
        return "<output id='out-" + name + "' name='" + name + "' typeRef='string'/>";
    }

    private static String entry(String kind, String id, String text) {
        String escaped = text.replace("<", "&lt;").replace(">", "&gt;");
        return "<" + kind + "Entry id='" + kind + "-" + id + "'><text>" + escaped + "</text></" + kind + "Entry>";
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : '"' + text + '"';
    }
}
