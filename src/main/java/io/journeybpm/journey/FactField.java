package io.journeybpm.journey;

import java.util.List;

/**
 * An answer of a touchpoint's form that is kept as a fact.
 *
 * @param name the fact's name
 * @param showAt keys of the touchpoints where it matters; none: everywhere
 */
public record FactField(String name, List<String> showAt) {

    /** The key of the form's field. */
    public String variable() {
        return FactName.variable(name);
    }
}
