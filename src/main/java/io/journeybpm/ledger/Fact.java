package io.journeybpm.ledger;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the customer told once.
 *
 * @param name what it is about, unique per case
 * @param value what was told
 * @param showAt keys of the touchpoints where it matters, separated by commas; absent: everywhere
 */
public record Fact(String name, String value, @Nullable String showAt) {

    /** The touchpoints a fact names. */
    static List<String> places(@Nullable String showAt) {
        return showAt == null
                ? List.of()
                : Arrays.stream(showAt.split("[,\\s]+"))
                        .filter(each -> !each.isEmpty())
                        .toList();
    }
}
