package io.journeybpm.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to all cases, in pages. Nothing here locks or writes. */
public final class Histories {

    private static final String COUNT = "select count(*) from journey_case";

    private static final String PAGE =
            "select case_id, journey, entries from journey_case where case_id > ? order by case_id limit ?";

    private static final String CASES = "select * from journey_case where case_id in (:cases) order by case_id";

    /** Where a case's entries are, and how their rows read. */
    private static final Map<String, RowMapper<? extends TimelineEntry>> ENTRIES = Map.of(
            "journey_contact", ContactRows::map,
            "journey_void", EntryRows::voiding,
            "journey_promise", PromiseRows::promise,
            "journey_promise_move", PromiseRows::move,
            "journey_handoff", EntryRows::handoff,
            "journey_rise", EntryRows::rise,
            "journey_event", EntryRows::event);

    private final JdbcClient db;
    private final Cases cases;
    private final CaseClock clock;

    Histories(JdbcClient db, Cases cases, CaseClock clock) {
        this.db = db;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * A case in a list of all.
     *
     * @param caseId its id
     * @param journey key of its journey
     * @param entries how many entries it has at least
     */
    public record Listed(String caseId, String journey, int entries) {}

    /** How many cases there are. */
    public long count() {
        return db.sql(COUNT).query(Long.class).single();
    }

    /**
     * Cases by their ids.
     *
     * @param after the last of the page before; absent for the first
     */
    public List<Listed> page(@Nullable String after, int limit) {
        return db.sql(PAGE)
                .params(Objects.requireNonNullElse(after, ""), limit)
                .query((row, number) ->
                        new Listed(row.getString("case_id"), row.getString("journey"), row.getInt("entries")))
                .list();
    }

    /** The histories of some cases, held in memory whole. */
    public List<CaseHistory> of(Collection<String> caseIds) {
        if (caseIds.isEmpty()) {
            return List.of();
        }
        List<CaseRow> rows =
                db.sql(CASES).param("cases", caseIds).query(CaseRows::map).list();
        Map<String, List<TimelineEntry>> entries = new HashMap<>();
        ENTRIES.forEach((table, mapper) -> read(table, mapper, caseIds, entries));
        return rows.stream()
                .map(row -> new CaseHistory(row, upTo(row, entries.getOrDefault(row.caseId, List.of())), cases))
                .toList();
    }

    /** What was added since the case itself was read might be there in part. */
    private static List<TimelineEntry> upTo(CaseRow row, List<TimelineEntry> entries) {
        return entries.stream().filter(each -> each.entry() <= row.entries).toList();
    }

    private void read(
            String table,
            RowMapper<? extends TimelineEntry> mapper,
            Collection<String> caseIds,
            Map<String, List<TimelineEntry>> entries) {
        db.sql("select * from " + table + " where case_id in (:cases)")
                .param("cases", caseIds)
                .query(row -> {
                    TimelineEntry entry = Objects.requireNonNull(mapper.mapRow(row, 0));
                    entries.computeIfAbsent(row.getString("case_id"), each -> new ArrayList<>())
                            .add(entry);
                });
    }

    /** A new case that lives in memory only: it counts like any other, and nothing of it is ever written. */
    public CaseFile onPaper(NewCase opened) {
        return onPaper(opened, cases, clock);
    }

    static CaseFile onPaper(NewCase opened, Cases cases, CaseClock clock) {
        CaseRow row = new CaseRow(opened.caseId(), opened.journey(), opened.version(), null, opened.openedAt());
        CaseFile file = new CaseFile(row, KnownContacts.NONE, cases, clock);
        file.opened();
        return file;
    }
}
