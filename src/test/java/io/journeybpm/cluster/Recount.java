package io.journeybpm.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the database holds after customers have done with it, counted in a way of its own. */
final class Recount {

    /** Cases whose counters differ from what their contacts say. */
    private static final String MISCOUNTED = """
            with told as (
              select case_id, outcome, planned, party,
                lag(party) over (partition by case_id order by occurred_at, entry) as before
              from journey_contact where counted),
            recounted as (
              select case_id, count(*) as contacts,
                count(*) filter (where planned) as planned,
                count(*) filter (where outcome = 'failed') as failed,
                count(*) filter (where party <> before) as handoffs
              from told group by case_id)
            select c.case_id || ': ' || c.contacts || ' ' || c.planned_contacts || ' ' || c.extra_contacts || ' '
                || c.failed_contacts || ' ' || c.handoffs || ' are really ' || r.contacts || ' ' || r.planned || ' '
                || r.contacts - r.planned || ' ' || r.failed || ' ' || r.handoffs
            from journey_case c join recounted r on r.case_id = c.case_id
            where c.case_id like ? and (c.contacts <> r.contacts or c.planned_contacts <> r.planned
              or c.extra_contacts <> r.contacts - r.planned or c.failed_contacts <> r.failed
              or c.handoffs <> r.handoffs)
            """;

    private final Cluster cluster;

    Recount(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Each acknowledged contact is there once, nothing else is, and the counters know it. */
    void nothingIsLostOrDoubled(Customers customers, String prefix) {
        assertThat(customers.complaints).isEmpty();
        Map<String, String> recorded = cluster
                .database
                .queryForList(
                        "select note, case_id || '~' || entry as id from journey_contact"
                                + " where note is not null and case_id like ?",
                        prefix + "%")
                .stream()
                .collect(Collectors.toMap(row -> (String) row.get("note"), row -> (String) row.get("id")));
        assertThat(recorded).isEqualTo(customers.acknowledged);
        assertThat(Set.copyOf(recorded.values())).hasSameSizeAs(recorded.keySet());
        assertThat(cluster.texts("select case_id from journey_case where case_id like ?", prefix + "%"))
                .containsExactlyInAnyOrderElementsOf(customers.cases);
        assertThat(cluster.texts(MISCOUNTED, prefix + "%")).isEmpty();
        assertThat(cluster.count("journey_idempotency where body is null")).isZero();
    }

    /** Every journey came to its end, each step of it once, and nothing is left over. */
    void everyJourneyHasEnded(Customers customers, String prefix) {
        int cases = customers.cases.size();
        assertThat(cluster.texts("select id_ from act_ru_job where process_def_key_ = ?", Cluster.ERRAND))
                .isEmpty();
        assertThat(cluster.texts(
                        "select handler_type_ from act_ru_job where handler_type_ like 'journey-%' or retries_ = 0"))
                .as("the one that asks every day, of all servers together")
                .containsExactly("journey-daily");
        assertThat(cluster.texts("select incident_msg_ from act_ru_incident")).isEmpty();
        assertThat(cluster.texts(
                        "select case_id from journey_case where status <> 'closed' and case_id like ?", prefix + "%"))
                .isEmpty();
        for (String step : new String[] {"confirm", Cluster.REPLY, "thank"}) {
            assertThat(cluster.texts(
                            "select distinct case_id from journey_contact where touchpoint = ? and case_id like ?",
                            step,
                            prefix + "%"))
                    .as(step)
                    .hasSize(cases);
            assertThat(cluster.count("journey_contact where touchpoint = ? and case_id like ?", step, prefix + "%"))
                    .as(step)
                    .isEqualTo(cases);
        }
    }

    /** Each level was raised once per review at most, and handled no more often than that. */
    void eachLevelIsRaisedOnce(String prefix) {
        assertThat(cluster.texts(
                        "select case_id from journey_rise group by case_id, review, level_to having count(*) > 1"))
                .isEmpty();
        assertThat(cluster.texts("""
                select c.case_id || ': ' || count(distinct r.entry) || ' rises, handled ' || count(distinct a.id_)
                from journey_case c
                left join journey_rise r on r.case_id = c.case_id and r.level_to = 3
                left join act_hi_procinst p on p.business_key_ = c.case_id
                left join act_hi_actinst a on a.proc_inst_id_ = p.id_
                  and (a.act_id_ = ? or p.proc_def_key_ = 'case-escalation' and a.act_type_ = 'startEvent')
                where c.case_id like ?
                group by c.case_id, c.reviews
                having count(distinct r.entry) <> c.reviews + 1 or count(distinct a.id_) > count(distinct r.entry)
                  or c.reviews = 0 and count(distinct a.id_) = 0""", Cluster.HANDLED, prefix + "%")).isEmpty();
    }
}
