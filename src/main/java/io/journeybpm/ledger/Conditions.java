package io.journeybpm.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions of a query that are all to hold, with their values kept apart from the SQL. */
final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** A condition without a value. */
    void and(String condition) {
        conditions.add(condition);
    }

    /** A condition that holds for a value; an absent value means that it doesn't matter. */
    void and(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    /** A condition on several values. */
    void and(String condition, @Nullable Object first, Object... others) {
        conditions.add(condition);
        values.add(first);
        values.addAll(Arrays.asList(others));
    }

    String sql() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    List<@Nullable Object> values() {
        return Collections.unmodifiableList(values);
    }
}
