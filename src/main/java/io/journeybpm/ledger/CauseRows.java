package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.limit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What contacts go back to: what was said when they were recorded, and the table {@code journey_cause}. */
final class CauseRows {

    private static final String LINKS = """
            select c.case_id, c.entry, c.touchpoint, c.title, c.party, c.incidents,
              coalesce((select m.caused_by from journey_cause m where m.case_id = c.case_id and m.contact = c.entry
                order by m.entry desc fetch first 1 rows only), c.caused_by) as cause
            from journey_contact c
            where c.case_id = :case and c.entry in (:entries) and not exists (
              select 1 from journey_void v where v.case_id = c.case_id and v.contact = c.entry)
            """;

    private static final String LATEST = """
            select w.entry, coalesce((
                select m.caused_by from journey_cause m where m.case_id = w.case_id and m.contact = w.entry
                order by m.entry desc fetch first 1 rows only), w.caused_by) as cause
            from (
              select c.case_id, c.entry, c.caused_by from journey_contact c
              where c.case_id = ? and not exists (
                select 1 from journey_void v where v.case_id = c.case_id and v.contact = c.entry)
              order by c.occurred_at desc, c.entry desc""";

    private static final String RECORDED =
            "select entry, caused_by from journey_contact where case_id = ? and caused_by is not null";
    private static final String MARKED =
            "select contact, caused_by from journey_cause where case_id = ? order by entry";

    private static final String INSERT =
            "insert into journey_cause (case_id, entry, contact, caused_by) values (?, ?, ?, ?)";

    private final JdbcClient db;

    CauseRows(JdbcClient db) {
        this.db = db;
    }

    /** The causes of those of a case's contacts that have one. */
    Map<Integer, Cause> of(String caseId, Collection<Integer> contacts) {
        return Cause.of(contacts, wanted -> links(caseId, wanted));
    }

    private List<Cause.Link> links(String caseId, Set<Integer> entries) {
        return db.sql(LINKS)
                .param("case", caseId)
                .param("entries", entries)
                .query(CauseRows::link)
                .list();
    }

    /** What the latest contacts of a case go back to that were not voided, entry by entry. */
    Map<Integer, Integer> latest(String caseId, int contacts) {
        Map<Integer, Integer> causes = new HashMap<>();
        db.sql(LATEST + limit(contacts) + ") w").param(caseId).query(row -> {
            Integer cause = Sql.integer(row, "cause");
            if (cause != null) {
                causes.put(row.getInt("entry"), cause);
            }
        });
        return causes;
    }

    /** What each contact of a case goes back to, entry by entry. */
    Map<Integer, Integer> all(String caseId) {
        Map<Integer, Integer> causes = new HashMap<>();
        db.sql(RECORDED).param(caseId).query(row -> {
            causes.put(row.getInt(1), row.getInt(2));
        });
        db.sql(MARKED).param(caseId).query(row -> {
            causes.put(row.getInt(1), row.getInt(2));
        });
        return causes;
    }

    static void insert(List<CauseMark> marks, Inserts inserts) {
        inserts.insert(
                INSERT,
                marks.stream()
                        .map(each -> new Object[] {each.caseId(), each.entry(), each.contact(), each.causedBy()})
                        .toList());
    }

    private static Cause.Link link(ResultSet row, int number) throws SQLException {
        return new Cause.Link(
                row.getString("case_id"),
                row.getInt("entry"),
                row.getString("touchpoint"),
                row.getString("title"),
                row.getString("party"),
                ContactRows.incidents(row),
                Sql.integer(row, "cause"));
    }
}
