package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases, newest first, by any filters. A customer's are read through the customer, all others by level and status, one
 * list for each: there are few of both, and within one of each an index holds the cases in order.
 */
final class CaseList {

    private static final String SELECT = "select c.* from journey_case c";
    private static final String ORDER = "opened_at desc, case_id desc";

    private static final String BY_PHONE =
            "c.customer in (select u.reference from journey_customer u where u.phone_key in (?, ?))";

    private static final String NEXT_JOURNEY =
            "select min(c.journey) from journey_case c where c.phase = ? and c.journey > ?";

    private final JdbcClient db;
    private final Phones phones;

    CaseList(JdbcClient db, Phones phones) {
        this.db = db;
        this.phones = phones;
    }

    /** The newest cases of each of several customers, in one list. */
    List<Case> ofCustomers(Collection<String> customers, Case.Status status, int ofEach) {
        if (customers.isEmpty()) {
            return List.of();
        }
        List<Conditions> parts = new ArrayList<>();
        for (String each : customers) {
            Conditions where = new Conditions();
            where.and("c.customer = ?", each);
            where.and("c.status = ?", status.word());
            parts.add(where);
        }
        return new Merge(SELECT, ORDER, parts)
                .firstOfEach(ofEach, db, CaseRows::map).stream()
                        .map(CaseRow::view)
                        .toList();
    }

    List<Case> first(CaseFilter filter, @Nullable Bookmark after, int limit) {
        boolean customer = filter.customer() != null || filter.phone() != null;
        List<Conditions> parts = customer ? List.of(ofCustomer(filter, after)) : byLevelAndStatus(filter, after);
        return parts.isEmpty()
                ? List.of()
                : new Merge(SELECT, ORDER, parts)
                        .first(limit, db, CaseRows::map).stream()
                                .map(CaseRow::view)
                                .toList();
    }

    private Conditions ofCustomer(CaseFilter filter, @Nullable Bookmark after) {
        Conditions where = new Conditions();
        where.and("c.customer = ?", filter.customer());
        if (filter.phone() != null) {
            List<String> keys = List.copyOf(phones.keys(filter.phone()));
            where.and(BY_PHONE, keys.isEmpty() ? "" : keys.get(0), keys.isEmpty() ? "" : keys.get(keys.size() - 1));
        }
        where.and("c.ambassador = ?", filter.ambassador());
        where.and(
                "c.escalation_level = ?",
                filter.level() == null ? null : filter.level().ordinal());
        where.and("c.phase = ?", filter.phase());
        where.and("c.journey = ?", filter.journey());
        where.and(
                "c.status = ?", filter.status() == null ? null : filter.status().word());
        return from(where, after);
    }

    private List<Conditions> byLevelAndStatus(CaseFilter filter, @Nullable Bookmark after) {
        List<Level> levels = filter.level() == null ? Arrays.asList(Level.values()) : List.of(filter.level());
        List<Case.Status> statuses =
                filter.status() == null ? Arrays.asList(Case.Status.values()) : List.of(filter.status());
        List<Conditions> parts = new ArrayList<>();
        for (String journey : journeys(filter)) {
            for (Level level : levels) {
                for (Case.Status status : statuses) {
                    Conditions where = new Conditions();
                    where.and("c.ambassador = ?", filter.ambassador());
                    where.and("c.phase = ?", filter.phase());
                    where.and("c.journey = ?", journey.isEmpty() ? null : journey);
                    where.and("c.escalation_level = ?", level.ordinal());
                    where.and("c.status = ?", status.word());
                    parts.add(from(where, after));
                }
            }
        }
        return parts;
    }

    /** Which journeys to look through, one by one; a blank one is any. Few journeys share the id of a phase. */
    private List<String> journeys(CaseFilter filter) {
        if (filter.journey() != null || filter.phase() == null) {
            return List.of(Objects.requireNonNullElse(filter.journey(), ""));
        }
        List<String> found = new ArrayList<>();
        String next = nextJourney(filter.phase(), "");
        while (next != null) {
            found.add(next);
            next = nextJourney(filter.phase(), next);
        }
        return found;
    }

    private @Nullable String nextJourney(String phase, String journey) {
        return db.sql(NEXT_JOURNEY)
                .params(phase, journey)
                .query((row, number) -> row.getString(1))
                .list()
                .get(0);
    }

    private static Conditions from(Conditions where, @Nullable Bookmark after) {
        if (after != null) {
            where.and("(c.opened_at, c.case_id) < (?, ?)", time(after.at()), after.key());
        }
        return where;
    }
}
