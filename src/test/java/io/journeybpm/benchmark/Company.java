package io.journeybpm.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger of a large company: one case, recorded in the ordinary way with contacts, promises, handoffs and facts, and
 * its process instance, many times over, by SQL. The copies were opened a few minutes apart, a fifth of them is open, and
 * they differ in level, phase, ambassador, customer, costs and what comes next.
 *
 * @param cases how many
 * @param openCase one that is open, with its process instance and its task
 * @param instance the process instance
 * @param task the task
 */
record Company(int cases, String openCase, String instance, String task) {

    static final int CONTACTS_PER_CASE = 10;

    /** The user everything is measured as; the password is the same. */
    static final String USER = "ops";

    private static final String TEMPLATE = "template";
    private static final int MINUTES_APART = 5;
    private static final int CUSTOMERS_PER_CASE = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String AGE = "g * interval '" + MINUTES_APART + " minutes'";
    private static final String OPEN = "g % 5 = 0";

    /** What differs between the copies of the ledger's rows. */
    private static final Map<String, String> LEDGER = Map.ofEntries(
            Map.entry("case_id", "t.case_id || '-' || g"),
            Map.entry("opened_at", "t.opened_at - " + AGE),
            Map.entry("occurred_at", "t.occurred_at - " + AGE),
            Map.entry("recorded_at", "t.recorded_at - " + AGE),
            Map.entry("written_at", "t.written_at - " + AGE),
            Map.entry("made_at", "t.made_at - " + AGE),
            Map.entry("raised_at", "t.raised_at - " + AGE),
            Map.entry("at", "t.at - " + AGE),
            Map.entry("status", "case when " + OPEN + " then 'open' else 'closed' end"),
            Map.entry(
                    "closed_at",
                    "case when " + OPEN + " then null else t.opened_at - " + AGE
                            + " + (g % 40) * interval '1 day' end"),
            Map.entry("process_instance_id", "case when " + OPEN + " then t.process_instance_id || '-' || g end"),
            Map.entry("customer", "'customer-' || g / " + CUSTOMERS_PER_CASE),
            Map.entry("ambassador", "case when g % 3 = 0 then 'user-' || g % 40 end"),
            Map.entry("contacts", "t.contacts + g % 13"),
            Map.entry("company_cost", "(g::bigint * 7919) % 100000"),
            Map.entry("customer_cost", "(g::bigint * 104729) % 5000"),
            Map.entry("currency", "'DKK'"),
            Map.entry(
                    "escalation_level",
                    "(case when g % 500 = 0 then 4 when g % 50 = 0 then 3 when g % 25 = 0 then 2"
                            + " when g % 10 = 0 then 1 else 0 end)::smallint"),
            Map.entry(
                    "next_step_to",
                    "case when " + OPEN + " and g % 35 > 0 then current_timestamp"
                            + " + (g % 40) * interval '6 hours' end"),
            Map.entry("window_from", "t.window_from - " + AGE),
            Map.entry(
                    "window_to",
                    "case when " + OPEN + " then current_timestamp + (g % 40) * interval '6 hours'"
                            + " else t.window_to - " + AGE + " end"),
            Map.entry("state", "case when " + OPEN + " then 'open' when g % 4 = 1 then 'broken' else 'kept' end"),
            Map.entry("settled_at", "case when " + OPEN + " then null else t.made_at - " + AGE + " end"),
            Map.entry("activity_instance_id", "null"));

    private static final List<String> LEDGER_TABLES = List.of(
            "journey_case",
            "journey_contact",
            "journey_promise",
            "journey_handoff",
            "journey_fact",
            "journey_rise",
            "journey_event");

    private static final List<String> ENGINE_TABLES =
            List.of("act_ru_execution", "act_ru_task", "act_ru_identitylink", "act_hi_procinst", "act_hi_taskinst");

    /** What ties the engine's rows together. */
    private static final Map<String, String> ENGINE = ids(
            "id_",
            "proc_inst_id_",
            "root_proc_inst_id_",
            "parent_id_",
            "execution_id_",
            "business_key_",
            "task_id_",
            "act_inst_id_");

    private static final String CUSTOMERS = """
            insert into journey_customer (reference, name, email, phone, phone_key, address, words_taken)
            select 'customer-' || n, first.name || ' ' || last.name, lower(first.name) || n || '@example.org',
              '+45 2' || lpad(n::text, 7, '0'), '2' || lpad(n::text, 7, '0'), 'Street' || n % 500, t.words_taken
            from journey_customer t, generate_series(0, ?) n,
              lateral (select (array['Ida', 'Bo', 'Mette', 'Anton', 'Ulla', 'Karl', 'Rikke', 'Sven'])[n % 8 + 1] as name) first,
              lateral (select (array['Holm', 'Lind', 'Krogh', 'Dahl', 'Winther'])[n % 5 + 1] as name) last
            where t.reference = ?
            """;
    private static final String WORDS = """
            insert into journey_customer_word (word, customer)
            select distinct w, c.reference from journey_customer c,
              lateral regexp_split_to_table(lower(c.name || ' ' || split_part(c.email, '@', 1) || ' ' || c.address), '[^a-z0-9]+') w
            where c.reference like 'customer-%' on conflict do nothing
            """;

    private static Map<String, String> ids(String... columns) {
        Map<String, String> changed = new HashMap<>();
        for (String each : columns) {
            changed.put(each, "t." + each + " || '-' || g");
        }
        return changed;
    }

    /** Fills the ledger of a server, and waits until its maps have taken all of it up. */
    static Company fill(Calls calls, String url, int cases) throws SQLException, InterruptedException {
        Contacts.deploy(calls);
        user(calls);
        String instance = record(calls);
        JdbcClient db = Postgres.sql(url);
        db.sql(CUSTOMERS).params(cases / CUSTOMERS_PER_CASE, "C-" + TEMPLATE).update();
        db.sql(WORDS).update();
        Multiplied.fill(url, TEMPLATE, cases, LEDGER_TABLES, LEDGER);
        Multiplied.fillEngine(url, instance, cases / 5, ENGINE_TABLES, ENGINE);
        String openCase = TEMPLATE + "-" + 5 * (cases / 10);
        Postgres.settle(url);
        awaitMaps(db);
        Postgres.settle(url);
        String open = instance + "-" + 5 * (cases / 10);
        String task = db.sql("select id_ from act_ru_task where proc_inst_id_ = ?")
                .param(open)
                .query(String.class)
                .single();
        return new Company(cases, openCase, open, task);
    }

    private static void user(Calls calls) {
        calls.post(
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"" + USER + "\"},\"credentials\":{\"password\":\"" + USER + "\"}}");
        calls.put("/engine-rest/group/journey-operations/members/" + USER);
    }

    /** The case all others are copies of; its process instance. */
    private static String record(Calls calls) {
        Contacts.open(calls, TEMPLATE);
        for (int each = 0; each < CONTACTS_PER_CASE; each++) {
            Contacts.send(calls, TEMPLATE, UUID.randomUUID().toString());
        }
        String path = "/api/cases/" + TEMPLATE;
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        calls.post(
                path + "/promises",
                "{\"what\":\"a visit\",\"party\":\"plumber\",\"from\":\"" + tomorrow + "\",\"to\":\""
                        + tomorrow.plus(Duration.ofHours(2)) + "\"}");
        calls.post(path + "/handoffs", "{\"from\":\"desk\",\"to\":\"plumber\",\"open\":\"a wet floor\"}");
        for (int each = 0; each < 5; each++) {
            calls.post(path + "/facts", "{\"name\":\"fact " + each + "\",\"value\":\"the key is next door\"}");
        }
        calls.post(path + "/level", "{\"level\":\"watch\",\"reason\":\"too much\"}");
        JsonNode found = calls.json("/engine-rest/process-instance?businessKey=" + TEMPLATE);
        return found.get(0).path("id").asText();
    }

    private static void awaitMaps(JdbcClient db) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        // the last quarter of an hour is never taken up, as somebody may still be writing about it
        String behind = "select up_to < current_timestamp - interval '20 minutes' from journey_map_progress";
        while (db.sql(behind).query(Boolean.class).single()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the maps have not taken everything up");
            }
            Thread.sleep(1_000);
        }
    }
}
