package io.journeybpm.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * What a ratio ought to be, so that the product costs next to nothing beside the engine and stays cheap as it grows.
 *
 * @param prefix of the ratio's name
 * @param bound what it is held against
 * @param atLeast whether the bound is a lower one
 */
record Target(String prefix, double bound, boolean atLeast) {

    private static final List<Target> ALL = List.of(
            new Target("journeys.plugin/bare", 0.9, true),
            new Target("journeys.plugin/handwired", 8, true),
            new Target("decisions.ours/stock.4", 40, true),
            new Target("decisions.ours/stock.100", 60, true),
            new Target("contacts.rest/jdbc.8", 0.6, true),
            new Target("contacts.rest/message.8", 2, true),
            new Target("growth.p99.", 1.3, false),
            new Target("import.perSecond", 5_000, true),
            new Target("startup.with/without", 1.15, false),
            new Target("memory.with/without", 1.15, false),
            new Target("cluster.lost", 0, false),
            new Target("cluster.doubled", 0, false),
            new Target("cluster.unfinished", 0, false));

    static Optional<Target> of(String ratio) {
        return ALL.stream()
                .filter(each -> each.prefix.endsWith(".") ? ratio.startsWith(each.prefix) : ratio.equals(each.prefix))
                .findFirst();
    }

    boolean isMet(double value) {
        return atLeast ? value >= bound : value <= bound;
    }

    String text() {
        return (atLeast ? "≥ " : "≤ ")
                + (bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound));
    }
}
