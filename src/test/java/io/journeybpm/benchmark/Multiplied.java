package io.journeybpm.benchmark;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One case of the ledger copied many times by SQL, whatever columns its tables have. */
final class Multiplied {

    private static final List<String> TABLES =
            List.of("journey_case", "journey_contact", "journey_promise", "journey_handoff", "journey_event");
    /** What differs between the copies: they were opened a minute apart, and one in ten is still open. */
    private static final Map<String, String> CHANGED = Map.of(
            "case_id", "t.case_id || '-' || g",
            "opened_at", "t.opened_at - g * interval '1 minute'",
            "occurred_at", "t.occurred_at - g * interval '1 minute'",
            "recorded_at", "t.recorded_at - g * interval '1 minute'",
            "status", "case when g % 10 = 0 then 'open' else 'closed' end",
            "closed_at", "case when g % 10 = 0 then null else t.opened_at end",
            "process_instance_id", "null",
            "state", "case when g % 10 = 0 then 'open' else 'kept' end",
            "escalation_level", "(case when g % 50 = 0 then 1 else 0 end)::smallint",
            "activity_instance_id", "null");

    private Multiplied() {}

    static void fill(String url, String template, int copies) {
        fill(url, template, copies, TABLES, CHANGED);
    }

    /**
     * Copies a case.
     *
     * @param changed by column, what the copy numbered {@code g} of the row {@code t} has instead
     */
    static void fill(String url, String template, int copies, List<String> tables, Map<String, String> changed) {
        fill(url, "t.case_id = ?", template, "generate_series(1, ?)", copies, tables, changed);
    }

    /** Copies a process instance, with every fifth number. */
    static void fillEngine(String url, String instance, int copies, List<String> tables, Map<String, String> changed) {
        for (String table : tables) {
            String of = table.equals("act_ru_identitylink")
                    ? "t.task_id_ in (select id_ from act_ru_task where proc_inst_id_ = ?)"
                    : "t.proc_inst_id_ = ?";
            fill(
                    url,
                    of,
                    instance,
                    "(select each * 5 as g from generate_series(1, ?) each)",
                    copies,
                    List.of(table),
                    changed);
        }
    }

    private static void fill(
            String url,
            String template,
            String key,
            String numbers,
            int copies,
            List<String> tables,
            Map<String, String> changed) {
        JdbcClient db = Postgres.sql(url);
        for (String table : tables) {
            List<String> columns = db.sql("select column_name from information_schema.columns where table_name = ?"
                            + " and is_generated = 'NEVER' order by ordinal_position")
                    .param(table)
                    .query(String.class)
                    .list();
            db.sql("insert into " + table + " (" + String.join(", ", columns) + ") select "
                            + columns.stream()
                                    .map(each -> changed.getOrDefault(each, "t." + each))
                                    .collect(Collectors.joining(", "))
                            + " from " + table + " t cross join " + numbers + " n(g) where " + template)
                    .params(copies, key)
                    .update();
        }
    }
}
