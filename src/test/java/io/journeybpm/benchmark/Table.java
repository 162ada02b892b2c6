package io.journeybpm.benchmark;

/** Decision tables with two inputs, whose last rule always holds, so that each rule before it is asked in vain. */
final class Table {

    /** As many rules as a small table of an owner has. */
    static final int SMALL = 4;

    private Table() {}

    /** A table of so many rules, of hit policy FIRST, over {@code contacts} and {@code failedContacts}. */
    static String of(String key, int rules) {
        return of(key, rules, JourneyWork.TOUCHPOINTS);
    }

    /** The same, silent up to so many contacts. */
    static String of(String key, int rules, int silent) {
        StringBuilder rows = new StringBuilder();
        for (int each = 0; each < rules - 1; each++) {
            int threshold = silent + rules - each;
            rows.append(rule(each, "&gt;= " + threshold, "&lt; " + (100 + each), "watch"));
        }
        rows.append(rule(rules, "", "", "none"));
        return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='definitions' name='rules' namespace='rules'>"
                + "<decision id='" + key + "' name='" + key + "' camunda:historyTimeToLive='P1D'>"
                + "<decisionTable id='rules' hitPolicy='FIRST'>" + input("contacts") + input("failedContacts")
                + "<output id='level' name='level' typeRef='string'/><output id='reason' name='reason' typeRef='string'/>"
                + rows + "</decisionTable></decision></definitions>";
    }

    private static String input(String name) {
        return "<input id='" + name + "'><inputExpression id='" + name + "-expression' typeRef='integer'><text>" + name
                + "</text></inputExpression></input>";
    }

    private static String rule(int number, String contacts, String failed, String level) {
        return "<rule id='r" + number + "'>" + entry("input", number + "-c", contacts)
                + entry("input", number + "-f", failed) + entry("output", number + "-l", '"' + level + '"')
                + entry("output", number + "-r", "\"rule " + number + '"') + "</rule>";
    }

    private static String entry(String kind, String id, String text) {
        return "<" + kind + "Entry id='" + kind + "-" + id + "'><text>" + text + "</text></" + kind + "Entry>";
    }
}
