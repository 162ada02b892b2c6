package io.journeybpm.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it stands in the ledger.
 *
 * @param name what it is about, unique per case
 * @param value what was told
 * @param showAt keys of the touchpoints where it matters, separated by commas; absent: everywhere
 * @param toldAt when it was told last
 * @param toldBy who told it, where a person did
 */
public record ToldFact(
        String name,
        String value,
        @Nullable String showAt,
        Instant toldAt,
        @Nullable String toldBy) {

    /** Whether a touchpoint's form and brief have to show it. */
    public boolean mattersAt(String touchpoint) {
        return showAt == null || Fact.places(showAt).contains(touchpoint);
    }
}
