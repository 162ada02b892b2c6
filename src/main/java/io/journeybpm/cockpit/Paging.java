package io.journeybpm.cockpit;

import org.jspecify.annotations.Nullable;

/** How much of a list is shown at once. */
final class Paging {

    private static final int FIRST = 25;

    /** As far as a page that refreshes itself may have been unrolled. */
    private static final int MOST = 200;

    private Paging() {}

    /** Where a part begins; absent where nothing is said. */
    static @Nullable String after(@Nullable String asked) {
        return asked == null || asked.isBlank() ? null : asked;
    }

    /**
     * How many entries somebody asks for.
     *
     * @throws IllegalArgumentException if it isn't a number from 1 to 200
     */
    static int limit(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return FIRST;
        }
        if (!asked.matches("\\d{1,3}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > MOST) {
            throw new IllegalArgumentException("'limit' is a number from 1 to " + MOST);
        }
        return Integer.parseInt(asked);
    }
}
