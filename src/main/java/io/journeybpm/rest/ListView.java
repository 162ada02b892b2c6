package io.journeybpm.rest;

import io.journeybpm.ledger.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param next to be given back as {@code after} for the following part; null at the end
 */
record ListView<T>(List<T> items, @Nullable String next) {

    static <S, T> ListView<T> of(Page<S> page, Function<S, T> view) {
        Page<T> shown = page.map(view);
        return new ListView<>(shown.items(), shown.next());
    }
}
