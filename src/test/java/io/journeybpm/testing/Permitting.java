package io.journeybpm.testing;

/** Small tables of contact permission for tests. */
public final class Permitting {

    private Permitting() {}

    /** A journey's own table with one input; each rule is an input entry and the decision it leads to. */
    public static String table(String journey, String input, String... rules) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < rules.length; i += 2) {
            String id = "rule-" + (i / 2 + 1);
            rows.append("<rule id='").append(id).append("'><inputEntry id='in-").append(id);
            rows.append("'><text>").append(rules[i].replace("<", "&lt;").replace(">", "&gt;"));
            rows.append("</text></inputEntry>");
            rows.append(answer(id + "-decision", rules[i + 1]));
            rows.append(answer(id + "-reason", "as " + id + " says")).append("</rule>");
        }
        String key = "contact-permission-" + journey;
        return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='definitions' name='test' namespace='test'>"
                + "<decision id='" + key + "' name='" + key + "' camunda:historyTimeToLive='P1D'>"
                + "<decisionTable id='table' hitPolicy='FIRST'><input id='input'><inputExpression id='expression'>"
                + "<text>" + input + "</text></inputExpression></input>"
                + "<output id='out-decision' name='decision' typeRef='string'/>"
                + "<output id='out-reason' name='reason' typeRef='string'/>"
                + rows + "</decisionTable></decision></definitions>";
    }

    private static String answer(String id, String text) {
        return "<outputEntry id='out-" + id + "'><text>\"" + text + "\"</text></outputEntry>";
    }
}
