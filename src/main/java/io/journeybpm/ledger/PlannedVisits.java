package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.limit;
import static io.journeybpm.ledger.Sql.time;

import io.journeybpm.ledger.LedgerProblem.CaseNotReady;
import io.journeybpm.ledger.LedgerProblem.EntrySettled;
import io.journeybpm.ledger.LedgerProblem.EntryUnknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is booked for one customer, over all of the customer's cases, and what of it can be one visit. */
public final class PlannedVisits {

    /** A customer whose visits fill more than a screen has another problem. */
    private static final int MOST = 20;

    private static final String BOOKED = """
            select p.* from journey_case k join journey_promise p on p.case_id = k.case_id
            where k.customer = ? and k.status = 'open' and p.state = 'open' and p.origin in ('next-step', 'handoff')
              and p.window_to >= ?""";

    private static final String IN_ORDER = " order by p.window_to, p.case_id, p.entry";

    private final JdbcClient db;
    private final Ledger ledger;
    private final Duration within;

    PlannedVisits(JdbcClient db, Ledger ledger, Duration within) {
        this.db = db;
        this.ledger = ledger;
        this.within = within;
    }

    /** Whose window two visits that become one are to have. */
    public enum Window implements io.journeybpm.journey.Word {
        MINE,
        THEIRS
    }

    /** What comes next for a customer, whoever comes. */
    public Optional<Promise> next(String customer, Instant now) {
        return db.sql(BOOKED + IN_ORDER + limit(1))
                .params(customer, time(now))
                .query(PromiseRows::promise)
                .optional();
    }

    /**
     * What is planned for a customer at about the time of a promise; of one without a window, whatever is planned.
     *
     * @param customer absent: nothing is known to be planned
     */
    public List<Promise> near(Promise promise, @Nullable String customer, Instant now) {
        if (customer == null || promise.mergedWith() != null || promise.settledAt() != null) {
            return List.of();
        }
        Instant to = promise.made().to();
        Instant from = Objects.requireNonNullElse(promise.made().from(), Objects.requireNonNullElse(to, now));
        Instant earliest = to == null || from.minus(within).isBefore(now) ? now : from.minus(within);
        List<Object> values = new ArrayList<>(List.of(customer, time(earliest), promise.caseId(), promise.entry()));
        String near = " and p.merged_with is null and not (p.case_id = ? and p.entry = ?)";
        if (to != null) {
            near += " and coalesce(p.window_from, p.window_to) <= ?";
            values.add(time(to.plus(within)));
        }
        return db.sql(BOOKED + near + IN_ORDER + limit(MOST))
                .params(values)
                .query(PromiseRows::promise)
                .list();
    }

    /**
     * Makes one visit of two. Both promises get one window, are kept, late and moved together, and stay promises of
     * their own cases.
     *
     * @param caseId the case
     * @param entry its promise
     * @param with id of the other promise, of any case of the same customer
     * @throws EntryUnknown if there is no such promise
     * @throws EntrySettled if one of them is settled
     * @throws CaseNotReady if they can't be one visit
     */
    public Promise merge(String caseId, int entry, String with, Window window, @Nullable String actor) {
        String otherCase = EntryId.caseOf(with).orElseThrow(() -> new EntryUnknown("promise", with, "with"));
        int otherEntry = EntryId.within(otherCase, with).orElseThrow(() -> new EntryUnknown("promise", with, "with"));
        ledger.expect(List.of(caseId, otherCase));
        CaseFile file = ledger.hold(caseId);
        CaseFile other = ledger.find(otherCase).orElseThrow(() -> new EntryUnknown("promise", with, "with"));
        Promise mine = open(file, entry, "promiseId");
        Promise theirs = open(other, otherEntry, "with");
        String customer = file.view().customer();
        if (mine.id().equals(theirs.id())
                || !Objects.equals(customer, other.view().customer())) {
            throw new CaseNotReady("'" + mine.id() + "' and '" + theirs.id() + "' are not two visits to one customer");
        }
        if (customer == null && file != other) {
            throw new CaseNotReady("nobody knows whether '" + caseId + "' and '" + otherCase + "' have one customer");
        }
        if (mine.mergedWith() != null || theirs.mergedWith() != null) {
            throw new CaseNotReady("one of '" + mine.id() + "' and '" + theirs.id() + "' is merged already");
        }
        Promise lead = window == Window.MINE ? mine : theirs;
        if (lead.made().to() == null) {
            throw new CaseNotReady("'" + lead.id() + "' has no window that both could have");
        }
        Promise follower = lead == mine ? theirs : mine;
        CaseFile leading = lead == mine ? file : other;
        Promise moved = new MergedPromises(lead == mine ? other : file).merge(follower.entry(), lead, actor);
        Promise led = new MergedPromises(leading).merge(lead.entry(), moved, actor);
        return lead == mine ? led : moved;
    }

    private static Promise open(CaseFile file, int entry, String field) {
        return file.promises().open().stream()
                .filter(each -> each.entry() == entry)
                .findFirst()
                .orElseThrow(() -> new EntryUnknown("open promise", EntryId.of(file.row.caseId, entry), field));
    }
}
