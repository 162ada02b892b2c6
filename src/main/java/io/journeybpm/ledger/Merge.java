package io.journeybpm.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One list out of several that indexes hold in the same order. Each gives no more rows than the list needs, so that a
 * part costs the same wherever it lies and however rare its rows are.
 *
 * @param select what to select, up to the conditions
 * @param order of each and of all together
 * @param parts the conditions of each
 */
record Merge(String select, String order, List<Conditions> parts) {

    /** No more of each than so many, all of them together. */
    <T> List<T> firstOfEach(int limit, JdbcClient db, RowMapper<T> mapper) {
        return parts.size() == 1 ? first(limit, db, mapper) : read(last(limit), " order by " + order, db, mapper);
    }

    <T> List<T> first(int limit, JdbcClient db, RowMapper<T> mapper) {
        if (parts.size() == 1) {
            Conditions only = parts.get(0);
            return db.sql(select + only.sql() + last(limit))
                    .params(only.values())
                    .query(mapper)
                    .list();
        }
        return read(last(limit), last(limit), db, mapper);
    }

    private String last(int limit) {
        return " order by " + order + Sql.limit(limit);
    }

    private <T> List<T> read(String lastOfEach, String last, JdbcClient db, RowMapper<T> mapper) {
        List<@Nullable Object> values = new ArrayList<>();
        String sql = parts.stream()
                .map(part -> {
                    values.addAll(part.values());
                    return "(" + select + part.sql() + lastOfEach + ")";
                })
                .collect(Collectors.joining(" union all "));
        return db.sql(sql + last).params(values).query(mapper).list();
    }
}
