package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code journey_case}: one row per case, which serialises all that is written about it. */
final class CaseRows {

    private static final List<String> COUNTERS =
            Arrays.stream(Count.values()).map(Count::column).toList();

    private static final List<String> CHANGING = List.of(
            "status",
            "closed_at",
            "closed_reason",
            "process_instance_id",
            "phase",
            "phase_title",
            "phase_since",
            "ambassador",
            "escalation_level",
            "level_since",
            "level_reason",
            "reviews",
            "entries",
            "company_cost",
            "customer_cost",
            "currency",
            "last_contact_at",
            "decision_failed",
            "carry",
            "journey_version",
            "next_step_to");

    private static final String UPDATE = "update journey_case set "
            + concat(CHANGING, COUNTERS).stream().map(each -> each + " = ?").collect(Collectors.joining(", "))
            + " where case_id = ?";

    private static final String INSERT = "insert into journey_case ("
            + String.join(", ", concat(CHANGING, COUNTERS))
            + ", case_id, journey, customer, opened_at) values ("
            + "?, ".repeat(CHANGING.size() + COUNTERS.size()) + "?, ?, ?, ?)";

    private static final String LOCK = "select * from journey_case where case_id = ? for update";

    private static final String LOCK_SEVERAL =
            "select * from journey_case where case_id in (:caseIds) order by case_id for update";

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final Inserts inserts;

    CaseRows(JdbcClient db, JdbcTemplate batches, Inserts inserts) {
        this.db = db;
        this.batches = batches;
        this.inserts = inserts;
    }

    Optional<CaseRow> lock(String caseId) {
        return db.sql(LOCK).param(caseId).query(CaseRows::map).optional();
    }

    Optional<CaseRow> find(String caseId) {
        return db.sql("select * from journey_case where case_id = ?")
                .param(caseId)
                .query(CaseRows::map)
                .optional();
    }

    /** Locks those that exist, in the order of their ids. */
    List<CaseRow> lock(Collection<String> caseIds) {
        return db.sql(LOCK_SEVERAL)
                .param("caseIds", caseIds)
                .query(CaseRows::map)
                .list();
    }

    void insert(List<CaseRow> rows) {
        inserts.insert(
                INSERT,
                rows.stream()
                        .map(row -> values(row, row.caseId, row.journey, row.customer, time(row.openedAt)))
                        .toList());
    }

    void update(List<CaseRow> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(
                    UPDATE, rows.stream().map(row -> values(row, row.caseId)).toList());
        }
    }

    private static Object[] values(CaseRow row, @Nullable Object... rest) {
        List<Object> values = changing(row);
        values.addAll(Arrays.asList(rest));
        return values.toArray();
    }

    private static List<Object> changing(CaseRow row) {
        Case.PhaseOfCase phase = row.phase;
        Tally tally = row.carry.tally;
        List<Object> values = new ArrayList<>(Arrays.asList(
                row.status.word(),
                time(row.closedAt),
                row.closedReason,
                row.processInstance,
                phase == null ? null : phase.id(),
                phase == null ? null : phase.title(),
                phase == null ? null : time(phase.since()),
                row.ambassador,
                row.escalation.level().ordinal(),
                time(row.escalation.since()),
                row.escalation.reason(),
                row.reviews,
                row.entries,
                tally.companyCost,
                tally.customerCost,
                row.currency,
                time(tally.lastContactAt),
                row.decisionFailed,
                Json.write(row.carry),
                row.version,
                time(row.carry.nextStepTo())));
        for (Count each : Count.values()) {
            values.add(row.count(each));
        }
        return values;
    }

    static CaseRow map(ResultSet columns, int number) throws SQLException {
        CaseRow row = new CaseRow(
                columns.getString("case_id"),
                columns.getString("journey"),
                Sql.integer(columns, "journey_version"),
                columns.getString("customer"),
                Sql.requiredInstant(columns, "opened_at"));
        row.status = Sql.word(Case.Status.class, columns.getString("status"));
        row.closedAt = Sql.instant(columns, "closed_at");
        row.closedReason = columns.getString("closed_reason");
        row.processInstance = columns.getString("process_instance_id");
        String phase = columns.getString("phase");
        if (phase != null) {
            row.phase = new Case.PhaseOfCase(
                    phase, columns.getString("phase_title"), Sql.requiredInstant(columns, "phase_since"));
        }
        row.ambassador = columns.getString("ambassador");
        row.escalation = new Case.Escalation(
                Level.ranked(columns.getInt("escalation_level")),
                Sql.requiredInstant(columns, "level_since"),
                columns.getString("level_reason"));
        row.reviews = columns.getInt("reviews");
        row.entries = columns.getInt("entries");
        row.currency = columns.getString("currency");
        row.decisionFailed = columns.getBoolean("decision_failed");
        row.carry = Json.carry(columns.getString("carry"));
        if (row.status == Case.Status.CLOSED) {
            // closed before closing settled them; the tables say so since
            row.carry.promises.clear();
        }
        return row;
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
