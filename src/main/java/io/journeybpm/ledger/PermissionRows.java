package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code journey_permission}. */
final class PermissionRows {

    private static final String INSERT = """
            insert into journey_permission (customer, channel, purpose, party, decision, state, asked_at, until,
              merge_with, reason, decision_key, decision_version, decision_rule, contact, case_id, entry)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UPDATE =
            "update journey_permission set state = ?, contact = ? where case_id = ? and entry = ?";

    private final JdbcTemplate db;
    private final Inserts inserts;

    PermissionRows(JdbcTemplate db, Inserts inserts) {
        this.db = db;
        this.inserts = inserts;
    }

    /** Writes what waits in all of these. */
    void write(List<CaseFile> files) {
        inserts.insert(INSERT, all(files, writes -> writes.newPermissions.values(), PermissionRows::values));
        List<Object[]> changed = all(files, writes -> writes.changedPermissions.values(), each ->
                new Object[] {each.state().word(), each.contact(), each.caseId(), each.entry()});
        if (!changed.isEmpty()) {
            db.batchUpdate(UPDATE, changed);
        }
    }

    private static List<Object[]> all(
            List<CaseFile> files,
            Function<Writes, Collection<Permission>> which,
            Function<Permission, Object[]> values) {
        return files.stream()
                .flatMap(file -> which.apply(file.writes).stream())
                .map(values)
                .toList();
    }

    private static Object[] values(Permission permission) {
        Permission.Request asked = permission.asked();
        Permission.Answer said = permission.said();
        return new Object[] {
            permission.customer(),
            asked.channel().word(),
            asked.purpose().word(),
            asked.party(),
            said.decision().word(),
            permission.state().word(),
            time(permission.askedAt()),
            time(said.until()),
            said.mergeWith(),
            said.reason(),
            said.table(),
            said.version(),
            said.rule(),
            permission.contact(),
            permission.caseId(),
            permission.entry()
        };
    }
}
