package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import io.journeybpm.journey.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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

    private static final String NEXT_JOURNEY = "select min(c.journey) from journey_case c";

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
        return read(ORDER, filter, where -> after(where, "<", after), limit);
    }

    /** The same list from its other end. */
    List<Case> oldest(CaseFilter filter, @Nullable Bookmark after, int limit) {
        return read("opened_at, case_id", filter, where -> after(where, ">", after), limit);
    }

    private List<Case> read(String order, CaseFilter filter, Consumer<Conditions> from, int limit) {
        List<Conditions> parts = parts(filter);
        parts.forEach(from);
        return parts.isEmpty()
                ? List.of()
                : new Merge(SELECT, order, parts)
                        .first(limit, db, CaseRows::map).stream()
                                .map(CaseRow::view)
                                .toList();
    }

    /** The lists a list is made of, each of which an index holds by the time cases were opened. */
    List<Conditions> parts(CaseFilter filter) {
        if (!filter.lacking().isEmpty() && filter.status() == Case.Status.CLOSED) {
            return List.of();
        }
        if (filter.customers() != null) {
            return filter.customers().stream()
                    .map(each -> ofCustomer(filter, each))
                    .toList();
        }
        return filter.customer() != null || filter.phone() != null
                ? List.of(ofCustomer(filter, filter.customer()))
                : byLevelAndStatus(filter);
    }

    private Conditions ofCustomer(CaseFilter filter, @Nullable String customer) {
        Conditions where = new Conditions();
        where.and("c.customer = ?", customer);
        if (filter.phone() != null) {
            List<String> keys = List.copyOf(phones.keys(filter.phone()));
            where.and(BY_PHONE, keys.isEmpty() ? "" : keys.get(0), keys.isEmpty() ? "" : keys.get(keys.size() - 1));
        }
        where.and(
                "c.escalation_level = ?",
                filter.level() == null ? null : filter.level().ordinal());
        where.and("c.journey = ?", filter.journey());
        where.and(
                "c.status = ?", filter.status() == null ? null : filter.status().word());
        return rest(filter, where);
    }

    private List<Conditions> byLevelAndStatus(CaseFilter filter) {
        List<Level> levels = filter.level() == null ? Arrays.asList(Level.values()) : List.of(filter.level());
        List<Conditions> parts = new ArrayList<>();
        for (String journey : journeys(filter)) {
            for (Level level : levels) {
                for (String status : statuses(filter)) {
                    Conditions where = new Conditions();
                    where.and("c.journey = ?", journey.isEmpty() ? null : journey);
                    where.and("c.escalation_level = ?", level.ordinal());
                    where.and("c.status = ?", status.isEmpty() ? null : status);
                    parts.add(rest(filter, where));
                }
            }
        }
        return parts;
    }

    /** One by one; a blank one is told otherwise. */
    private static List<String> statuses(CaseFilter filter) {
        if (!filter.lacking().isEmpty()) {
            return List.of("");
        }
        return filter.status() == null
                ? Word.all(Case.Status.class)
                : List.of(filter.status().word());
    }

    private static Conditions rest(CaseFilter filter, Conditions where) {
        where.and("c.ambassador = ?", filter.ambassador());
        where.and("c.phase = ?", filter.phase());
        filter.lacking().forEach(each -> where.and(each.condition()));
        return where;
    }

    /**
     * Which journeys to look through, one by one; a blank one is any. Few journeys share the id of a phase, and there are
     * few journeys.
     */
    private List<String> journeys(CaseFilter filter) {
        if (filter.journey() != null
                || filter.phase() == null && filter.lacking().isEmpty()) {
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

    private @Nullable String nextJourney(@Nullable String phase, String journey) {
        Conditions where = new Conditions();
        where.and("c.phase = ?", phase);
        where.and("c.journey > ?", journey);
        return db.sql(NEXT_JOURNEY + where.sql())
                .params(where.values())
                .query((row, number) -> row.getString(1))
                .list()
                .get(0);
    }

    private static void after(Conditions where, String further, @Nullable Bookmark after) {
        if (after != null) {
            where.and("(c.opened_at, c.case_id) " + further + " (?, ?)", time(after.at()), after.key());
        }
    }
}
