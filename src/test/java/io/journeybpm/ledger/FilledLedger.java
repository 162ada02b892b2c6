package io.journeybpm.ledger;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A ledger as it is after some years, written by PostgreSQL itself, with what is rare where it hurts most. */
final class FilledLedger {

    static final int CASES = 20_000;
    static final int CONTACTS_OF_EACH = 10;
    static final int IN_PHASE_BUILD = CASES / 2 - 5;

    /** A case with as many contacts as five hundred others together. */
    static final String LONG_CASE = "case-long";

    static final Instant BEGAN = Instant.parse("2024-01-01T00:00:00Z");
    static final Instant ENDED = BEGAN.plusSeconds(CASES * 3600L);

    private static final String AT = "timestamptz '2024-01-01 00:00:00+00' + n * interval '1 hour'";

    private static final String[] STATEMENTS = {
        """
        insert into journey_customer (reference, name, phone, phone_key)
        select 'customer-' || n, 'Customer ' || n, '+45 1' || lpad(n::text, 7, '0'), '1' || lpad(n::text, 7, '0')
        from generate_series(1, %1$d / 4) n
        """,
        // everybody has a number, a tenth share one word and a twentieth another
        """
        insert into journey_customer_word (customer, word)
        select 'customer-' || n, w
        from generate_series(1, %1$d / 4) n, unnest(array[n::text, 'street' || n %% 10, case when n %% 20 = 0 then 'customer' else 'c' || n end]) w
        """,
        """
        insert into journey_spelling (spelling, word)
        select left('c' || n, 7), 'c' || n from generate_series(1, %1$d / 4) n
        """,
        """
        insert into journey_spelling (spelling, word)
        select s, 'customer' from unnest(array['custome', 'ustome', 'cstome', 'cutome', 'cusome', 'custme', 'custoe']) s
        """,
        // the oldest 20 cases alone have reached the highest level, or are in a rare phase of a rare journey
        """
        insert into journey_case (case_id, journey, customer, status, opened_at, phase, phase_title, phase_since,
          escalation_level, level_since, reviews, entries, contacts, planned_contacts, extra_contacts, chasing_contacts,
          failed_contacts, missed_contacts, rework_contacts, handoffs, handoffs_without_brief, incidents,
          repeated_questions, kept_promises, broken_promises, company_cost, customer_cost, last_contact_at,
          decision_failed, ambassador, closed_at, next_step_to, carry)
        select 'case-' || n, case when n <= 20 then 'seldom' else 'kitchen' end, 'customer-' || (n %% (%1$d / 4) + 1),
          case when n > %1$d - 500 then 'open' else 'closed' end, %2$s,
          case when n <= 10 then 'rare' when n %% 2 = 0 then 'build' else 'plan' end, 'Phase', %2$s,
          case when n <= 20 then 4 else n %% 3 end, %2$s, 0, 20, 10, 5, 5, 0, 0, 0, 0, 2, 1, 0, 0, 1, 0, 100, 20, %2$s,
          false, case when n %% 41 > 0 then 'user-' || n %% 40 end,
          case when n > %1$d - 500 then null else %2$s + interval '30 days' end, case when n %% 50 > 0 then %2$s end, '{}'
        from generate_series(1, %1$d) n
        """,
        """
        insert into journey_case
        select (jsonb_populate_record(c, '{"case_id": "case-long", "phase": "plan"}')).*
        from journey_case c where case_id = 'case-1'
        """,
        """
        insert into journey_contact (case_id, entry, touchpoint, title, phase, modelled, plan_known, recurring, channel,
          direction, party, outcome, occurred_at, recorded_at, review, counted, planned, rework, briefed,
          incident_count, repeated_questions, note, external_id)
        select 'case-' || n, e, 'touchpoint-' || e, 'Touchpoint', 'build', true, true, false, 'visit', 'outbound',
          'party-' || (n + e) %% 20, 'done', %2$s + e * interval '1 day', %2$s + e * interval '1 day', 0, true, true,
          false, false, 0, 0, repeat('note ', 20), 'sent-' || n || '-' || e
        from generate_series(1, %1$d) n, generate_series(1, %3$d) e
        """,
        """
        insert into journey_contact (case_id, entry, modelled, plan_known, recurring, channel, direction, outcome,
          occurred_at, recorded_at, review, counted, planned, rework, briefed, incident_count, repeated_questions,
          caused_by)
        select 'case-long', n, false, false, false, 'phone', 'inbound', 'done', %2$s, %2$s, 0, true, false, false, false,
          0, 0, nullif(n - 1, 0)
        from generate_series(1, 5000) n
        """,
        """
        insert into journey_hindrance (case_id, entry, journey, touchpoint, channel, party, occurred_at)
        select 'case-' || n, e, 'kitchen', case when n %% 2 = 0 then 'touchpoint-' || e else '' end,
          case when n %% 2 = 0 then '' else 'store' end, case when n %% 2 = 0 then '' else 'party-' || (n + e) %% 20 end, %2$s
        from generate_series(1, %1$d) n, generate_series(1, 2) e
        """,
        """
        insert into journey_cause (case_id, entry, contact, caused_by)
        select 'case-' || n, 45, 3, 1 from generate_series(1, %1$d, 20) n
        """,
        """
        insert into journey_void (case_id, entry, contact, voided_at, reason)
        select 'case-' || n, 40, 2, %2$s, 'twice' from generate_series(1, %1$d, 20) n
        """,
        """
        insert into journey_promise (case_id, entry, what, party, window_to, origin, state, made_at, moves)
        select 'case-' || n, 20 + e, 'a visit', case when n <= 5 then 'rare-party' else 'party-' || (n + e) %% 20 end,
          case when n %% 7 = 0 then null else %2$s + e * interval '1 day' end, 'next-step',
          case when n %% 7 = 0 then 'unscheduled' when n > %1$d - 500 or n <= 5 then 'open'
            else (array['kept', 'late', 'broken', 'kept', 'kept'])[n %% 5 + 1] end, %2$s, 0
        from generate_series(1, %1$d) n, generate_series(1, 3) e
        """,
        """
        update journey_promise set warned_at = window_to - interval '2 hours' where state = 'open'
        """,
        """
        insert into journey_promise_move (case_id, entry, promise, before_to, after_to, moved_at, reason)
        select 'case-' || n, 50, 21, %2$s, %2$s + interval '1 day', %2$s, 'ill' from generate_series(1, %1$d) n
        """,
        """
        insert into journey_handoff (case_id, entry, kind, sender, receiver, made_at, contact, acknowledged_at)
        select 'case-' || n, 30 + e, 'reported', 'party-2',
          case when n <= 5 then 'rare-party' else 'party-' || (n + e) %% 20 end, %2$s,
          case when n <= 5 or n > %1$d - 500 then null else e end, case when n %% 2 = 0 then %2$s end
        from generate_series(1, %1$d) n, generate_series(1, 2) e
        """,
        """
        insert into journey_event (case_id, entry, kind, at, subject)
        select 'case-' || n, 33 + e, 'phase', %2$s, 'build' from generate_series(1, %1$d) n, generate_series(1, 3) e
        """,
        """
        insert into journey_event (case_id, entry, kind, at) select 'case-' || n, 1, 'opened', %2$s
        from generate_series(1, %1$d) n
        """,
        """
        insert into journey_rise (case_id, entry, review, level_from, level_to, raised_at)
        select 'case-' || n, 38, 0, 0, 1, %2$s from generate_series(1, %1$d) n
        """,
        """
        insert into journey_fact (case_id, name, told, told_at)
        select 'case-' || n, 'access', 'the key is next door', %2$s from generate_series(1, %1$d) n
        """,
        """
        insert into journey_permission (case_id, entry, customer, channel, purpose, decision, state, asked_at, until)
        select 'case-' || n, 50 + e, 'customer-' || (n %% (%1$d / 4) + 1), 'email', 'survey', 'allow',
          case when n > %1$d - 500 then 'granted' else 'used' end, %2$s, %2$s + interval '4 hours'
        from generate_series(1, %1$d) n, generate_series(1, 2) e
        """,
        "analyze"
    };

    private FilledLedger() {}

    static void fill(DataSource source) {
        new JdbcTemplate(source).execute((Connection connection) -> {
            try (Statement statement = connection.createStatement()) {
                // what is written here refers to what is there, no need to have it looked up row by row
                statement.execute("set session_replication_role = replica");
                for (String each : STATEMENTS) {
                    statement.execute(each.formatted(CASES, AT, CONTACTS_OF_EACH));
                }
                statement.execute("set session_replication_role = default");
            }
            return true;
        });
    }
}
