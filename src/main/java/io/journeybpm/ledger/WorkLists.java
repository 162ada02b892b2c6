package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be done across all cases, for reading. */
public final class WorkLists {

    private final JdbcClient db;

    WorkLists(JdbcClient db) {
        this.db = db;
    }

    /**
     * Promises across cases, by the end of their window; those without one are left out unless asked for by state.
     *
     * @param party who has promised to come
     * @param from the window ends at or after
     * @param to the window ends before
     * @param state in this state
     */
    public Page<Promise> promises(
            @Nullable String party,
            @Nullable Instant from,
            @Nullable Instant to,
            Promise.@Nullable State state,
            @Nullable String after,
            int limit) {
        String time = state == Promise.State.UNSCHEDULED ? "made_at" : "window_to";
        Conditions where = new Conditions();
        where.and(time + " is not null");
        where.and("party = ?", party);
        where.and("window_to >= ?", time(from));
        where.and("window_to < ?", time(to));
        where.and("state = ?", state == null ? null : state.word());
        return crossCase(
                "journey_promise",
                time,
                where,
                after,
                limit,
                EntryRows::promise,
                each -> new Bookmark(
                        state == Promise.State.UNSCHEDULED || each.made().to() == null
                                ? each.madeAt()
                                : each.made().to(),
                        each.id()));
    }

    /**
     * Handoffs across cases, oldest first.
     *
     * @param party who takes over
     * @param acknowledged whether the receiver has read the brief
     * @param open whether the receiver has yet to meet the customer
     */
    public Page<HandoffEntry> handoffs(
            @Nullable String party,
            @Nullable Boolean acknowledged,
            @Nullable Boolean open,
            @Nullable String after,
            int limit) {
        Conditions where = new Conditions();
        where.and("receiver = ?", party);
        if (acknowledged != null) {
            where.and("acknowledged_at is " + (acknowledged ? "not null" : "null"));
        }
        if (open != null) {
            where.and("contact is " + (open ? "null" : "not null"));
        }
        return crossCase(
                "journey_handoff",
                "made_at",
                where,
                after,
                limit,
                EntryRows::handoff,
                each -> new Bookmark(each.madeAt(), each.id()));
    }

    private <T extends TimelineEntry> Page<T> crossCase(
            String table,
            String time,
            Conditions where,
            @Nullable String after,
            int limit,
            RowMapper<T> mapper,
            Function<T, Bookmark> bookmark) {
        if (after != null) {
            Bookmark mark = Bookmark.of(after);
            int tilde = mark.key().lastIndexOf('~');
            where.and(
                    "(" + time + ", case_id, entry) > (?, ?, ?)",
                    time(mark.at()),
                    mark.key().substring(0, Math.max(0, tilde)),
                    new Bookmark(mark.at(), mark.key().substring(tilde + 1)).entry());
        }
        List<T> rows = db.sql("select * from " + table + where.sql() + " order by " + time + ", case_id, entry limit ?")
                .params(where.valuesAnd(limit + 1))
                .query(mapper)
                .list();
        return Page.cut(rows, limit, last -> bookmark.apply(last).token());
    }
}
