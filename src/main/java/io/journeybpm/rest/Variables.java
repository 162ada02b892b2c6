package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.casework.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Process variables as a caller may set them: what the engine keeps in columns, lists and objects of that. */
final class Variables {

    private static final int DEEPEST = 5;

    private Variables() {}

    /** Reads them; not to be used unless {@link Checks#done()} passes. */
    static Map<String, Object> read(@Nullable Map<String, @Nullable Object> written, Checks checks) {
        Map<String, Object> variables = new HashMap<>();
        if (written == null) {
            return variables;
        }
        if (written.size() > Limits.ENTRIES) {
            checks.wrong("variables", "are too many: " + written.size() + ", at most " + Limits.ENTRIES);
            return variables;
        }
        written.forEach((name, value) -> {
            String field = "variables." + name;
            checks.required(field, name, Limits.NAME);
            variables.put(name, value(field, value, checks, 0));
        });
        return variables;
    }

    private static @Nullable Object value(String field, @Nullable Object value, Checks checks, int depth) {
        if (depth > DEEPEST) {
            checks.wrong(field, "is nested too deeply");
            return null;
        }
        if (value instanceof String text) {
            String flaw = Texts.flaw(text, Limits.NOTE);
            if (flaw != null) {
                checks.wrong(field, flaw);
            }
            return text;
        }
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        if (value instanceof BigInteger) {
            checks.wrong(field, "is too large a number");
            return null;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(each -> items.add(value(field, each, checks, depth + 1)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((name, each) ->
                    entries.put(String.valueOf(name), value(field + "." + name, each, checks, depth + 1)));
            return entries;
        }
        return value;
    }
}
