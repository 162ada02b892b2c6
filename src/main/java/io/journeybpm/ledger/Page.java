package io.journeybpm.ledger;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param next where the following part begins, to be given back as it is; absent at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The same part with other items. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }

    /** Cuts a part out of rows fetched with one more than the limit. */
    static <T> Page<T> cut(List<T> rows, int limit, Function<T, String> place) {
        boolean more = rows.size() > limit;
        List<T> items = more ? rows.subList(0, limit) : rows;
        return new Page<>(List.copyOf(items), more ? place.apply(items.get(limit - 1)) : null);
    }
}
