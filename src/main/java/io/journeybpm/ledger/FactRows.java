package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code journey_fact}: what was told last under each name. */
final class FactRows {

    private static final String DELETE_FACT = "delete from journey_fact where case_id = ? and name = ?";
    private static final String INSERT_FACT =
            "insert into journey_fact (case_id, name, told, show_at, told_at, told_by) values (?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate db;
    private final Inserts inserts;

    FactRows(JdbcTemplate db, Inserts inserts) {
        this.db = db;
        this.inserts = inserts;
    }

    void write(List<CaseFile> files) {
        List<Object[]> names = new ArrayList<>();
        List<Object[]> facts = new ArrayList<>();
        for (CaseFile file : files) {
            for (ToldFact fact : file.writes.facts.values()) {
                names.add(new Object[] {file.row.caseId, fact.name()});
                facts.add(new Object[] {
                    file.row.caseId, fact.name(), fact.value(), fact.showAt(), time(fact.toldAt()), fact.toldBy()
                });
            }
        }
        if (!names.isEmpty()) {
            db.batchUpdate(DELETE_FACT, names);
            inserts.insert(INSERT_FACT, facts);
        }
    }

    static ToldFact map(ResultSet row, int number) throws SQLException {
        return new ToldFact(
                row.getString("name"),
                row.getString("told"),
                row.getString("show_at"),
                Sql.requiredInstant(row, "told_at"),
                row.getString("told_by"));
    }
}
