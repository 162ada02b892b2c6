package io.journeybpm.ledger;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts many rows by few statements: what a database does once for each statement costs more than a small row. */
final class Inserts {

    /** Rows of one statement: beyond it there is little left to save, and parameters are not without limit. */
    private static final int MOST = 32;

    private static final String VALUES = "values";

    private final JdbcTemplate db;
    private final Map<Several, String> known = new ConcurrentHashMap<>();

    private record Several(String one, int rows) {}

    Inserts(JdbcTemplate db) {
        this.db = db;
    }

    /**
     * Inserts rows.
     *
     * @param one the statement for one row; its values come last
     */
    void insert(String one, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += MOST) {
            List<Object[]> part = rows.subList(from, Math.min(rows.size(), from + MOST));
            Object[] values = part.stream().flatMap(Arrays::stream).toArray();
            db.update(known.computeIfAbsent(new Several(one, part.size()), Inserts::write), values);
        }
    }

    private static String write(Several several) {
        int end = several.one.indexOf(VALUES) + VALUES.length();
        String row = several.one.substring(end).strip();
        return several.one.substring(0, end) + " " + String.join(", ", Collections.nCopies(several.rows, row));
    }
}
