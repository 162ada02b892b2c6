package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Values between Java and the tables. */
final class Sql {

    private Sql() {}

    /**
     * The end of a list's statement. A number of rows that is a parameter would make PostgreSQL plan anew at each call, at
     * three times the cost of the call: without knowing the number it takes a tenth of all rows to be wanted.
     */
    static String limit(int rows) {
        return " limit " + rows;
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Instant requiredInstant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable BigDecimal decimal(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : plain(value);
    }

    /** Without trailing zeros, and never in scientific notation. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The word a column holds. */
    static <W extends Enum<W> & Word> W word(Class<W> type, String text) throws SQLException {
        return Word.find(type, text)
                .orElseThrow(() -> new SQLException("unknown " + type.getSimpleName() + ": " + text));
    }

    /**
     * Inserts a row, its values in the order of the columns.
     *
     * @param columns separated by commas
     */
    static String insert(String table, String columns) {
        int count = columns.split(",").length;
        return "insert into " + table + " (" + columns + ") values ("
                + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}
