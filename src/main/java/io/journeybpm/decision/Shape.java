package io.journeybpm.decision;

import java.util.List;
import java.util.Map;

/**
 * One of the decisions the plugin asks, as far as its owner isn't free to change it.
 *
 * @param key of the decision every journey shares; a journey's own has the journey's key behind it, after a hyphen
 * @param collects whether all rows that fit answer (hit policy Collect), or the first (First)
 * @param inputs what it is told, by name
 * @param outputs what is read of its answer, the deciding one first
 */
public record Shape(String key, boolean collects, Map<String, Kind> inputs, List<Output> outputs) {

    /** Whether a decision of this key is of this shape. */
    public boolean isOf(String decision) {
        return decision.equals(key) || decision.startsWith(prefix());
    }

    /** What the keys of journeys' own decisions begin with. */
    public String prefix() {
        return key + "-";
    }

    /** The output without which an answer says nothing. */
    public Output deciding() {
        return outputs.get(0);
    }

    /** Names of the outputs, in order. */
    public List<String> outputNames() {
        return outputs.stream().map(Output::name).toList();
    }
}
