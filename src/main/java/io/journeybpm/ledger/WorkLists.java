package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be done across all cases, for reading. */
public final class WorkLists {

    private static final String PROMISES = "select * from journey_promise";
    private static final String BY_MADE = "made_at, case_id, entry";

    /** States of promises that have a window. */
    private static final List<Promise.State> SCHEDULED = Arrays.stream(Promise.State.values())
            .filter(each -> each != Promise.State.UNSCHEDULED)
            .toList();

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
        if (state == Promise.State.UNSCHEDULED) {
            return from == null && to == null ? unscheduled(party, after, limit) : new Page<>(List.of(), null);
        }
        Place place = after == null ? null : Place.of(after);
        List<Conditions> parts = new ArrayList<>();
        for (Promise.State each : state == null ? SCHEDULED : List.of(state)) {
            Conditions where = new Conditions();
            where.and("party = ?", party);
            where.and("state = ?", each.word());
            where.and("window_to is not null");
            where.and("window_to < ?", time(to));
            if (place != null && (from == null || !place.at().isBefore(from))) {
                place.before(where, "window_to");
            } else {
                // a place before the time asked for says nothing; with both, PostgreSQL would begin at the earlier one
                where.and("window_to >= ?", time(from));
            }
            parts.add(where);
        }
        return page(
                new Merge(PROMISES, "window_to, case_id, entry", parts),
                limit,
                PromiseRows::promise,
                each -> new Bookmark(Objects.requireNonNull(each.made().to()), each.id()));
    }

    /**
     * Open promises somebody was warned of, by the end of their window.
     *
     * @param party who has promised to come
     * @param from the window ends at or after
     * @param to the window ends before
     */
    public Page<Promise> dueSoon(@Nullable String party, Instant from, Instant to, @Nullable String after, int limit) {
        Conditions where = new Conditions();
        where.and("party = ?", party);
        where.and("state = ?", Promise.State.OPEN.word());
        where.and("warned_at is not null");
        where.and("window_to >= ?", time(from));
        where.and("window_to < ?", time(to));
        if (after != null) {
            Place.of(after).before(where, "window_to");
        }
        return page(
                new Merge(PROMISES, "window_to, case_id, entry", List.of(where)),
                limit,
                PromiseRows::promise,
                each -> new Bookmark(Objects.requireNonNull(each.made().to()), each.id()));
    }

    /** Ids of open cases of an ambassador, newest first. */
    public List<String> casesOf(String ambassador, int limit) {
        List<Conditions> parts = new ArrayList<>();
        for (Level each : Level.values()) {
            Conditions where = new Conditions();
            where.and("ambassador = ?", ambassador);
            where.and("escalation_level = ?", each.ordinal());
            where.and("status = ?", Case.Status.OPEN.word());
            parts.add(where);
        }
        return new Merge("select case_id, opened_at from journey_case", "opened_at desc, case_id desc", parts)
                .first(limit, db, (row, number) -> row.getString("case_id"));
    }

    private Page<Promise> unscheduled(@Nullable String party, @Nullable String after, int limit) {
        Conditions where = new Conditions();
        // a word in the statement itself, by which PostgreSQL knows its index on these alone
        where.and("state = 'unscheduled'");
        where.and("party = ?", party);
        if (after != null) {
            Place.of(after).before(where, "made_at");
        }
        return page(
                new Merge(PROMISES, BY_MADE, List.of(where)),
                limit,
                PromiseRows::promise,
                each -> new Bookmark(each.madeAt(), each.id()));
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
        Place place = after == null ? null : Place.of(after);
        List<Conditions> parts = new ArrayList<>();
        for (Handing each : Handing.values()) {
            if (each.fits(acknowledged, open)) {
                Conditions where = new Conditions();
                where.and("receiver = ?", party);
                where.and(each.condition);
                if (each == Handing.MET && acknowledged != null) {
                    where.and("acknowledged_at is " + (acknowledged ? "not null" : "null"));
                }
                if (place != null) {
                    place.before(where, "made_at");
                }
                parts.add(where);
            }
        }
        return page(
                new Merge("select * from journey_handoff", BY_MADE, parts),
                limit,
                EntryRows::handoff,
                each -> new Bookmark(each.madeAt(), each.id()));
    }

    private <T extends TimelineEntry> Page<T> page(
            Merge list, int limit, RowMapper<T> mapper, Function<T, Bookmark> bookmark) {
        return Page.cut(list.first(limit + 1, db, mapper), limit, last -> bookmark.apply(last)
                .token());
    }

    /** How far a handoff has come; there is an index for each. */
    private enum Handing {
        OPEN("contact is null and acknowledged_at is null"),
        ACKNOWLEDGED("contact is null and acknowledged_at is not null"),
        MET("contact is not null");

        private final String condition;

        Handing(String condition) {
            this.condition = condition;
        }

        boolean fits(@Nullable Boolean acknowledged, @Nullable Boolean open) {
            return (open == null || open != (this == MET))
                    && (this == MET || acknowledged == null || acknowledged == (this == ACKNOWLEDGED));
        }
    }

    /** The last entry of the part before. */
    private record Place(Instant at, String caseId, int entry) {

        static Place of(String after) {
            Bookmark mark = Bookmark.of(after);
            int tilde = mark.key().lastIndexOf('~');
            return new Place(
                    mark.at(),
                    mark.key().substring(0, Math.max(0, tilde)),
                    new Bookmark(mark.at(), mark.key().substring(tilde + 1)).entry());
        }

        void before(Conditions where, String time) {
            where.and("(" + time + ", case_id, entry) > (?, ?, ?)", time(at), caseId, entry);
        }
    }
}
