package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lists of cases in any order. By time and by level an index holds them. Contacts and costs change with each contact, and
 * an index on them would have to follow: PostgreSQL could no longer update a case within its page. So they are ordered
 * when somebody asks, among a bounded number of cases.
 */
public final class OrderedCases {

    /** Where ordering ends, as counting does. */
    public static final int ORDERED = Overview.MOST;

    private static final char LEVEL_AND_PLACE = '.';

    /** What a case is ordered by. For open ones the day counts, as places must hold from one part to the next. */
    private static final Map<CaseOrder, String> RANKS = Map.of(
            CaseOrder.CONTACTS, "cast(c.contacts as numeric)",
            CaseOrder.COST, "c.company_cost + c.customer_cost",
            CaseOrder.DAYS,
                    "extract(epoch from coalesce(c.closed_at, cast(current_date as timestamp with time zone)))"
                            + " - extract(epoch from c.opened_at)");

    /** A stretch of an index on each case opened last, at each level or of each customer. */
    private static final String LATEST =
            "(select c.case_id, %s as ranked from journey_case c%s order by c.opened_at desc, c.case_id desc"
                    + Sql.limit(ORDERED) + ")";

    private static final String BEYOND = "(select 1 from journey_case c%s"
            + " order by c.opened_at desc, c.case_id desc offset " + ORDERED + " rows fetch next 1 rows only)";

    private final JdbcClient db;
    private final CaseList list;

    OrderedCases(JdbcClient db, Phones phones) {
        this.db = db;
        this.list = new CaseList(db, phones);
    }

    private record Place(BigDecimal rank, String caseId) {

        /** Told as a time, so that all lists tell places in one way. */
        String token() {
            return new Bookmark(Instant.EPOCH, rank.toPlainString() + " " + caseId).token();
        }

        static Place of(String token) {
            String[] parts = Bookmark.of(token).key().split(" ", 2);
            if (parts.length == 2 && parts[0].matches("-?\\d{1,30}(\\.\\d{1,20})?")) {
                return new Place(new BigDecimal(parts[0]), parts[1]);
            }
            throw new IllegalArgumentException("'after' wasn't given out by this list");
        }
    }

    /**
     * Cases in an order. What no index holds is ordered among the {@link #ORDERED} cases opened last at each level, or of
     * each customer looked for.
     *
     * @param after {@link Page#next()} of the part before, absent for the first
     * @throws IllegalArgumentException if {@code after} was not given out by this list
     */
    public Page<Case> page(CaseFilter filter, CaseOrder order, @Nullable String after, int limit) {
        if (order == CaseOrder.LEVEL && filter.level() == null) {
            return byLevel(filter, after, limit);
        }
        return isRanked(filter, order) ? ranked(filter, order, after, limit) : byTime(filter, order, after, limit);
    }

    private static boolean isRanked(CaseFilter filter, CaseOrder order) {
        return RANKS.containsKey(order) && !(order == CaseOrder.DAYS && filter.status() == Case.Status.OPEN);
    }

    private Page<Case> byTime(CaseFilter filter, CaseOrder order, @Nullable String after, int limit) {
        Bookmark mark = after == null ? null : Bookmark.of(after);
        List<Case> rows =
                order == CaseOrder.DAYS ? list.oldest(filter, mark, limit + 1) : list.first(filter, mark, limit + 1);
        return Page.cut(rows, limit, last -> new Bookmark(last.openedAt(), last.caseId()).token());
    }

    /** The levels one after the other, highest first; a place is a level and a place in it. */
    private Page<Case> byLevel(CaseFilter filter, @Nullable String after, int limit) {
        Level level = after == null ? Level.EXECUTIVE : levelOf(after);
        String place = after == null ? "" : after.substring(after.indexOf(LEVEL_AND_PLACE) + 1);
        List<Case> found = new ArrayList<>();
        while (true) {
            CaseFilter here = CaseFilterBuilder.builder(filter).level(level).build();
            Page<Case> part = byTime(here, CaseOrder.NEWEST, place.isEmpty() ? null : place, limit - found.size());
            found.addAll(part.items());
            if (part.next() != null) {
                return new Page<>(found, level.word() + LEVEL_AND_PLACE + part.next());
            }
            if (level == Level.NONE) {
                return new Page<>(found, null);
            }
            level = Level.values()[level.ordinal() - 1];
            if (found.size() == limit) {
                return new Page<>(found, level.word() + LEVEL_AND_PLACE);
            }
            place = "";
        }
    }

    private static Level levelOf(String after) {
        String word = after.substring(0, Math.max(0, after.indexOf(LEVEL_AND_PLACE)));
        return Word.find(Level.class, word)
                .orElseThrow(() -> new IllegalArgumentException("'after' wasn't given out by this list"));
    }

    private Page<Case> ranked(CaseFilter filter, CaseOrder order, @Nullable String after, int limit) {
        List<Conditions> parts = list.parts(filter);
        if (parts.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Conditions where = new Conditions();
        if (after != null) {
            Place place = Place.of(after);
            where.and("(r.ranked, r.case_id) < (?, ?)", place.rank, place.caseId);
        }
        String latest = parts.stream()
                .map(each -> LATEST.formatted(RANKS.get(order), each.sql()))
                .collect(Collectors.joining(" union all "));
        List<@Nullable Object> values = values(parts);
        values.addAll(where.values());
        List<Place> places = db.sql("select r.case_id, r.ranked from (" + latest + ") r" + where.sql()
                        + " order by r.ranked desc, r.case_id desc" + Sql.limit(limit + 1))
                .params(values)
                .query((row, number) -> new Place(row.getBigDecimal("ranked"), row.getString("case_id")))
                .list();
        return cases(Page.cut(places, limit, Place::token));
    }

    private Page<Case> cases(Page<Place> places) {
        List<String> ids = places.items().stream().map(Place::caseId).toList();
        Map<String, Case> found = ids.isEmpty()
                ? Map.of()
                : db
                        .sql("select * from journey_case where case_id in (:ids)")
                        .param("ids", ids)
                        .query(CaseRows::map)
                        .list()
                        .stream()
                        .map(CaseRow::view)
                        .collect(Collectors.toMap(Case::caseId, Function.identity()));
        return new Page<>(
                ids.stream().filter(found::containsKey).map(found::get).toList(), places.next());
    }

    /** Whether a list in this order holds all cases there are, and not only those opened last. */
    public boolean holdsAll(CaseFilter filter, CaseOrder order) {
        List<Conditions> parts = isRanked(filter, order) ? list.parts(filter) : List.of();
        return parts.isEmpty()
                || db.sql(parts.stream()
                                .map(each -> BEYOND.formatted(each.sql()))
                                .collect(Collectors.joining(" union all ")))
                        .params(values(parts))
                        .query(Integer.class)
                        .list()
                        .isEmpty();
    }

    private static List<@Nullable Object> values(List<Conditions> parts) {
        List<@Nullable Object> values = new ArrayList<>();
        parts.forEach(each -> values.addAll(each.values()));
        return values;
    }
}
