package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.limit;
import static io.journeybpm.ledger.Sql.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger knows, for reading. Nothing here locks or writes. */
public final class Cases {

    /** Contacts in which causes are looked for: more than any case has that goes well, or badly. */
    private static final int LATEST = 500;

    private final JdbcClient db;
    private final CaseList list;
    private final CauseRows causes;

    Cases(JdbcClient db, Phones phones) {
        this.db = db;
        this.list = new CaseList(db, phones);
        this.causes = new CauseRows(db);
    }

    /** The case as it stands. */
    public Optional<Case> find(String caseId) {
        return db.sql("select * from journey_case where case_id = ?")
                .param(caseId)
                .query(CaseRows::map)
                .optional()
                .map(CaseRow::view);
    }

    /**
     * Cases, newest first.
     *
     * @param after {@link Page#next()} of the part before, absent for the first
     * @throws IllegalArgumentException if {@code after} was not given out by this list
     */
    public Page<Case> page(CaseFilter filter, @Nullable String after, int limit) {
        List<Case> rows = list.first(filter, after == null ? null : Bookmark.of(after), limit + 1);
        return Page.cut(rows, limit, last -> new Bookmark(last.openedAt(), last.caseId()).token());
    }

    /**
     * The newest cases of several customers, newest first.
     *
     * @param customers their references
     * @param status open or closed ones
     * @param ofEach no more of any customer than so many
     */
    public List<Case> ofCustomers(Collection<String> customers, Case.Status status, int ofEach) {
        return list.ofCustomers(customers, status, ofEach);
    }

    /** The customer with this reference. */
    public Optional<Customer> customer(String reference) {
        return db.sql("select reference, name, email, phone, address from journey_customer where reference = ?")
                .param(reference)
                .query(CustomerRows::map)
                .optional();
    }

    /** Whom a case is about, where that is known. */
    public Optional<Customer> customerOf(Case about) {
        return Optional.ofNullable(about.customer()).flatMap(this::customer);
    }

    /**
     * All that happened to a case, oldest first.
     *
     * @param after {@link Page#next()} of the part before, absent for the first
     * @throws IllegalArgumentException if {@code after} was not given out by this list
     */
    public Page<TimelineEntry> timeline(String caseId, @Nullable String after, int limit) {
        Bookmark mark = after == null ? null : Bookmark.of(after);
        List<TimelineEntry> entries = new ArrayList<>();
        entries.addAll(part("journey_contact", "occurred_at", ContactRows::map, caseId, mark, limit));
        entries.addAll(part("journey_void", "voided_at", EntryRows::voiding, caseId, mark, limit));
        entries.addAll(part("journey_promise", "made_at", PromiseRows::promise, caseId, mark, limit));
        entries.addAll(part("journey_promise_move", "moved_at", PromiseRows::move, caseId, mark, limit));
        entries.addAll(part("journey_handoff", "made_at", EntryRows::handoff, caseId, mark, limit));
        entries.addAll(part("journey_rise", "raised_at", EntryRows::rise, caseId, mark, limit));
        entries.addAll(part("journey_event", "at", EntryRows::event, caseId, mark, limit));
        entries.sort(Comparator.comparing(TimelineEntry::at).thenComparingInt(TimelineEntry::entry));
        return Page.cut(entries, limit, last -> new Bookmark(last.at(), Integer.toString(last.entry())).token());
    }

    private <T extends TimelineEntry> List<T> part(
            String table, String time, RowMapper<T> mapper, String caseId, @Nullable Bookmark after, int limit) {
        Conditions where = new Conditions();
        where.and("case_id = ?", caseId);
        if (after != null) {
            where.and("(" + time + ", entry) > (?, ?)", time(after.at()), after.entry());
        }
        return db.sql("select * from " + table + where.sql() + " order by " + time + ", entry" + limit(limit + 1))
                .params(where.values())
                .query(mapper)
                .list();
    }

    /** A contact of a case. */
    public Optional<Contact> contact(String caseId, int entry) {
        return db.sql("select * from journey_contact where case_id = ? and entry = ?")
                .params(caseId, entry)
                .query(ContactRows::map)
                .optional();
    }

    /** The causes of those of a case's contacts that have one, by their entries. */
    public Map<Integer, Cause> causes(String caseId, Collection<Integer> contacts) {
        return contacts.isEmpty() ? Map.of() : causes.of(caseId, contacts);
    }

    /** The latest contacts of a case that were not voided, newest first. */
    public List<Contact> latestContacts(String caseId, int limit) {
        return db.sql("""
                        select c.* from journey_contact c
                        where c.case_id = ? and not exists (
                          select 1 from journey_void v where v.case_id = c.case_id and v.contact = c.entry)
                        order by c.occurred_at desc, c.entry desc""" + limit(limit)).param(caseId).query(ContactRows::map).list();
    }

    /**
     * What most of the latest contacts of a case go back to, worst first. However long the case is, only its latest
     * contacts are looked at.
     */
    public List<RootCause> rootCauses(String caseId, int limit) {
        Map<Integer, Integer> causes = this.causes.latest(caseId, LATEST);
        Map<Integer, Integer> counted = new HashMap<>();
        causes.keySet().forEach(each -> counted.merge(root(each, causes), 1, Integer::sum));
        return counted.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .flatMap(each ->
                        contact(caseId, each.getKey()).stream().map(root -> new RootCause(root, each.getValue())))
                .toList();
    }

    /** Causes lie before what they cause, but a sender may say otherwise: no chain is longer than all of them. */
    private static int root(int entry, Map<Integer, Integer> causes) {
        int root = entry;
        for (int step = 0; step < causes.size() && causes.containsKey(root); step++) {
            root = causes.get(root);
        }
        return root;
    }

    /** What was told, by name. */
    public List<ToldFact> facts(String caseId) {
        return db.sql("select * from journey_fact where case_id = ? order by name" + limit(CaseFacts.MOST))
                .param(caseId)
                .query(FactRows::map)
                .list();
    }

    /** A handoff of a case. */
    public Optional<HandoffEntry> handoff(String caseId, int entry) {
        return db.sql("select * from journey_handoff where case_id = ? and entry = ?")
                .params(caseId, entry)
                .query(EntryRows::handoff)
                .optional();
    }

    /** A promise of a case, whatever became of it. */
    public Optional<Promise> promise(String caseId, int entry) {
        return db.sql("select * from journey_promise where case_id = ? and entry = ?")
                .params(caseId, entry)
                .query(PromiseRows::promise)
                .optional();
    }

    /** Promises of a case that have a window, in the order they were made. */
    public List<Promise> scheduledPromises(String caseId, int limit) {
        return db.sql("select * from journey_promise where case_id = ? and window_to is not null order by entry"
                        + limit(limit))
                .param(caseId)
                .query(PromiseRows::promise)
                .list();
    }

    /** How a promise was moved, oldest first. */
    public List<PromiseMove> moves(String caseId, int promise) {
        return db.sql("select * from journey_promise_move where case_id = ? and promise = ? order by entry")
                .params(caseId, promise)
                .query(PromiseRows::move)
                .list();
    }

    /** Broken promises of a case whose windows hold a moment, perhaps; see {@link Promise#holds}. */
    List<Promise> brokenPromises(String caseId, Instant at) {
        return db.sql("""
                        select * from journey_promise
                        where case_id = ? and state = 'broken' and window_to >= ?
                          and coalesce(window_from, made_at) <= ?
                        order by window_to, entry
                        """)
                .params(caseId, time(at), time(at))
                .query(PromiseRows::promise)
                .list();
    }

    /** Every rise of a case, oldest first. */
    public List<Rise> rises(String caseId) {
        return db.sql("select * from journey_rise where case_id = ? order by entry")
                .param(caseId)
                .query(EntryRows::rise)
                .list();
    }

    /** A rise of a case. */
    public Optional<Rise> rise(String caseId, int entry) {
        return db.sql("select * from journey_rise where case_id = ? and entry = ?")
                .params(caseId, entry)
                .query(EntryRows::rise)
                .optional();
    }

    /** How many promises of a case are in each state that is over. */
    public int promises(String caseId, Promise.State state) {
        return db.sql("select count(*) from journey_promise where case_id = ? and state = ?")
                .params(caseId, state.word())
                .query(Integer.class)
                .single();
    }
}
