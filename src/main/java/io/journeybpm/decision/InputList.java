package io.journeybpm.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All a decision is told.
 *
 * @param <S> all that is known when it is asked
 * @param inputs each with where its value comes from
 */
public record InputList<S>(List<Input<S>> inputs) {

    /** The kind of every input, by its name. */
    public Map<String, Kind> kinds() {
        return inputs.stream().collect(Collectors.toUnmodifiableMap(Input::name, Input::kind));
    }

    /** The values as they are now; always every name. */
    public Map<String, @Nullable Object> of(S known) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        inputs.forEach(each -> values.put(each.name(), each.reading().apply(known)));
        return values;
    }
}
