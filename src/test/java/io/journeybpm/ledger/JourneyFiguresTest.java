package io.journeybpm.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Phase;
import io.journeybpm.ledger.Spot.Scope;
import io.journeybpm.testing.EngineTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ledgers made up by chance, counted by the product and by the database. */
@DisplayName("The figures of a journey equal what the whole ledger adds up to")
class JourneyFiguresTest extends EngineTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<String> TOUCHPOINTS = List.of("call", "visit", "repair");
    private static final List<String> PARTIES = List.of("handler", "plumber", "carpenter");
    private static final int CASES = 12;
    private static final int ROUNDS = 6;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Storage storage;

    private final String journey = "journey-" + UUID.randomUUID();
    private final Random random = new Random(7);
    private JdbcClient db;
    private TransactionTemplate transactions;
    private JourneyFigures figures;

    @BeforeEach
    void startWithWhatOthersLeft() {
        db = JdbcClient.create(storage.source());
        transactions = new TransactionTemplate(storage.transactions());
        figures = new JourneyFigures(new MapRows(db), new StoryRows(db), transactions, 7);
        db.sql("delete from journey_map").update();
        db.sql("update journey_map_progress set up_to = ?")
                .param(Sql.time(Instant.EPOCH))
                .update();
    }

    @Test
    void whileNothingIsTakenUpYet() {
        for (int round = 0; round < ROUNDS; round++) {
            somethingHappens();
        }
        assertCounted(figures.on(journey));
    }

    @Test
    void hourByHourWithVoidsAndLateContactsInBetween() {
        Instant hour = MONDAY;
        for (int round = 0; round < ROUNDS; round++) {
            somethingHappens();
            hour = hour.plus(1, ChronoUnit.HOURS);
            writtenAt(hour);
            assertCounted(figures.on(journey));
            figures.catchUp(hour.plusSeconds(round % 2));
            assertCounted(figures.on(journey));
            figures.catchUp(hour.plusSeconds(round % 2));
        }
        figures.catchUp(hour.plusSeconds(10));
        assertThat(new MapRows(db).upTo()).isEqualTo(hour.plusSeconds(10));
        assertCounted(figures.on(journey));
    }

    @Test
    void whenTwoServersTakeThemUpAtOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            somethingHappens();
        }
        Instant until = new StoryRows(db).now().plusSeconds(1);
        CyclicBarrier together = new CyclicBarrier(2);
        Runnable server = () -> {
            try {
                together.await();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
            for (int each = 0; each < 20; each++) {
                figures.catchUp(until);
            }
        };
        CompletableFuture<Void> other = CompletableFuture.runAsync(server);
        server.run();
        other.join();
        assertCounted(figures.on(journey));
    }

    @Test
    void whichWaitUntilNoTransactionCanStillAddToThem() {
        somethingHappens();
        figures.catchUp();
        assertThat(new MapRows(db).of(journey)).isEmpty();
        assertCounted(figures.on(journey));
        startWithWhatOthersLeft();
        writtenAt(new StoryRows(db).now().minus(JourneyFigures.SETTLED).minusSeconds(1));
        figures.catchUp();
        assertThat(new MapRows(db).of(journey)).isNotEmpty();
        assertCounted(figures.on(journey));
    }

    /** All that was written since the last time was written at another one. */
    private void writtenAt(Instant moment) {
        for (String table :
                List.of("journey_contact", "journey_void", "journey_cause", "journey_promise", "journey_event")) {
            db.sql("update " + table + " set written_at = ? where written_at > ?")
                    .params(Sql.time(moment), Sql.time(new StoryRows(db).now().minusSeconds(600)))
                    .update();
        }
    }

    private void somethingHappens() {
        for (int each = 0; each < CASES; each++) {
            String caseId = journey + "." + each;
            transactions.executeWithoutResult(status -> {
                CaseFile file = ledger.find(caseId).orElseGet(() -> open(caseId));
                ClockUtil.setCurrentTime(java.util.Date.from(MONDAY.plus(random.nextInt(500), ChronoUnit.HOURS)));
                for (int step = random.nextInt(4); step > 0; step--) {
                    step(file);
                }
            });
        }
        ClockUtil.reset();
    }

    private CaseFile open(String caseId) {
        return ledger.open(new NewCase(caseId, journey, null, null, MONDAY, List.of(), null));
    }

    private void step(CaseFile file) {
        boolean isOpen = file.view().status() == Case.Status.OPEN;
        switch (random.nextInt(12)) {
            case 0 -> file.phases().enter(new Phase("phase-" + random.nextInt(2), "Phase"));
            case 1 -> voidOne(file);
            case 2 -> file.promises().make(promise(), MONDAY);
            case 3 -> file.promises().breakOverdue(MONDAY.plus(100, ChronoUnit.DAYS));
            case 4 -> {
                if (isOpen) {
                    file.close("over", null);
                } else {
                    file.reopen("not over", null);
                }
            }
            case 5 -> markOne(file);
            default -> {
                if (isOpen) {
                    file.contacts().record(contact(file));
                }
            }
        }
    }

    private void voidOne(CaseFile file) {
        contactsOf(file).stream().findFirst().ifPresent(entry -> file.contacts().voided(entry, "a mistake", null));
    }

    private void markOne(CaseFile file) {
        List<Integer> contacts = contactsOf(file);
        if (!contacts.isEmpty()) {
            int contact = contacts.get(random.nextInt(contacts.size()));
            int cause = contacts.get(random.nextInt(contacts.size()));
            try {
                file.causes().mark(contact, cause, "so it seems", null);
            } catch (LedgerProblem.CauseCircular refused) {
                assertThat(refused.field()).isEqualTo("causedBy");
            }
        }
    }

    private List<Integer> contactsOf(CaseFile file) {
        ledger.flush();
        return db.sql("""
                        select entry from journey_contact c where case_id = ? and not exists (
                          select 1 from journey_void v where v.case_id = c.case_id and v.contact = c.entry)
                        order by entry
                        """).param(file.view().caseId()).query(Integer.class).list();
    }

    private NewPromise promise() {
        Instant to = random.nextInt(4) == 0 ? null : MONDAY.plus(random.nextInt(30), ChronoUnit.DAYS);
        return new NewPromise("a visit", any(TOUCHPOINTS), any(PARTIES), null, to, NewPromise.Origin.NEXT_STEP);
    }

    private NewContact contact(CaseFile file) {
        List<Integer> before = random.nextInt(3) == 0 ? contactsOf(file) : List.of();
        String touchpoint = any(TOUCHPOINTS);
        boolean modelled = touchpoint != null && random.nextBoolean();
        boolean paid = random.nextInt(3) == 0;
        return NewContact.at(
                        new NewContact.Place(touchpoint, touchpoint, null, modelled, modelled, false, null),
                        random.nextBoolean() ? Channel.VISIT : Channel.PHONE,
                        random.nextBoolean() ? Direction.OUTBOUND : Direction.INBOUND,
                        Outcome.values()[random.nextInt(Outcome.values().length)])
                .party(any(PARTIES))
                .occurredAt(MONDAY.plus(random.nextInt(500), ChronoUnit.MINUTES))
                .causedBy(before.isEmpty() ? null : before.get(random.nextInt(before.size())))
                .reason(any(List.of("chasing", "price")))
                .incidents(
                        random.nextInt(4) == 0 ? List.of(Incident.of("late"), Incident.of("wrong-address")) : List.of())
                .repeatedQuestions(random.nextInt(4) == 0 ? 2 : 0)
                .redirectedTo(random.nextInt(5) == 0 ? "shop" : null)
                .costs(
                        paid
                                ? new Costs(new BigDecimal("12.5"), random.nextBoolean() ? BigDecimal.ONE : null, "DKK")
                                : Costs.UNKNOWN)
                .score(random.nextInt(3) == 0 ? new Score("csat", new BigDecimal(1 + random.nextInt(5))) : null)
                .counts(random.nextInt(5) == 0 ? false : null)
                .build();
    }

    private @Nullable String any(List<String> words) {
        int chosen = random.nextInt(words.size() + 1);
        return chosen == words.size() ? null : words.get(chosen);
    }

    private static final String LIVE = """
            with live as (
              select c.*, coalesce(c.phase, '') as in_phase, coalesce(c.touchpoint, '') as at_touchpoint
              from journey_contact c join journey_case k on k.case_id = c.case_id
              where k.journey = ? and not exists (
                select 1 from journey_void v where v.case_id = c.case_id and v.contact = c.entry)),
            visits as (
              select l.*, lag(l.occurred_at) over (partition by l.case_id order by l.occurred_at, l.entry) as before,
                row_number() over (partition by l.case_id, l.at_touchpoint order by l.occurred_at, l.entry) as visit
              from live l where l.outcome <> 'missed')
            """;

    private static final String BY_SPOT = LIVE + """
            select in_phase, at_touchpoint, count(*) as contacts, count(case when outcome = 'rework' then 1 end) as rework,
              count(case when outcome = 'missed' then 1 end) as missed, count(case when counted then 1 end) as counted,
              count(score) as scores, coalesce(sum(score), 0) as score_sum,
              coalesce(sum(company_cost), 0) as company_cost, coalesce(sum(customer_cost), 0) as customer_cost
            from live group by in_phase, at_touchpoint
            """;

    private static final String VISITS = LIVE + """
            select in_phase, at_touchpoint, count(before) as waits,
              coalesce(sum(extract(epoch from before)), 0) as sum_before,
              coalesce(sum(case when before is not null then extract(epoch from occurred_at) end), 0) as sum_at,
              count(case when visit = 1 and at_touchpoint <> '' then 1 end) as cases,
              count(case when visit > 1 and at_touchpoint <> '' and not planned then 1 end) as repeated
            from visits group by in_phase, at_touchpoint
            """;

    private static final String CLOSED = LIVE + """
            select at_touchpoint, count(distinct v.case_id) as met from visits v
            join journey_case k on k.case_id = v.case_id where k.status = 'closed' and at_touchpoint <> ''
            group by at_touchpoint
            """;

    private static final String HANDOFFS = LIVE + """
            select count(*) from (
              select party, lag(party) over (partition by case_id order by occurred_at, entry) as other
              from visits where counted and party is not null) p where p.party <> p.other
            """;

    private void assertCounted(JourneyFigures.Happened happened) {
        Map<Spot, Figures> all = happened.figures();
        int[] spots = {0};
        db.sql(BY_SPOT).param(journey).query(row -> {
            Figures found = at(all, row.getString("in_phase"), row.getString("at_touchpoint"));
            assertThat(contacts(found)).isEqualTo(row.getLong("contacts"));
            assertThat(found.count(Figure.REWORK)).isEqualTo(row.getLong("rework"));
            assertThat(found.count(Figure.MISSED)).isEqualTo(row.getLong("missed"));
            assertThat(found.count(Figure.COUNTED)).isEqualTo(row.getLong("counted"));
            assertThat(found.count(Figure.SCORES)).isEqualTo(row.getLong("scores"));
            assertThat(found.sum(Figure.SCORE_SUM)).isEqualByComparingTo(row.getBigDecimal("score_sum"));
            assertThat(found.sum(Figure.COMPANY_COST)).isEqualByComparingTo(row.getBigDecimal("company_cost"));
            assertThat(found.sum(Figure.CUSTOMER_COST)).isEqualByComparingTo(row.getBigDecimal("customer_cost"));
            spots[0]++;
        });
        db.sql(VISITS).param(journey).query(row -> {
            Figures found = at(all, row.getString("in_phase"), row.getString("at_touchpoint"));
            assertThat(found.count(Figure.WAITS)).isEqualTo(row.getLong("waits"));
            assertThat(found.count(Figure.WAIT_MILLIS))
                    .isEqualTo(row.getBigDecimal("sum_at")
                            .subtract(row.getBigDecimal("sum_before"))
                            .movePointRight(3)
                            .longValueExact());
            assertThat(found.count(Figure.CASES)).isEqualTo(row.getLong("cases"));
            assertThat(found.count(Figure.REPEATED)).isEqualTo(row.getLong("repeated"));
        });
        db.sql(CLOSED).param(journey).query(row -> {
            String touchpoint = row.getString("at_touchpoint");
            assertThat(sum(all, Figure.CLOSED_CASES, touchpoint)).isEqualTo(row.getLong("met"));
        });
        assertThat(sum(all, Figure.HANDOFFS, null)).isEqualTo(number(HANDOFFS));
        assertTrouble(all);
        assertDeviations(all);
        for (Map.Entry<Figure, String> each : Map.of(
                        Figure.KEPT_PROMISES, "kept", Figure.LATE_PROMISES, "late", Figure.BROKEN_PROMISES, "broken")
                .entrySet()) {
            assertThat(sum(all, each.getKey(), null)).isEqualTo(number("""
                            select count(*) from journey_promise p join journey_case k on k.case_id = p.case_id
                            where k.journey = ? and p.state = '%s'
                            """.formatted(each.getValue())));
        }
        Figures whole = all.getOrDefault(Spot.journey(), new Figures());
        assertThat(whole.count(Figure.CASES)).isEqualTo(number("select count(*) from journey_case where journey = ?"));
        assertThat(whole.count(Figure.CLOSED_CASES))
                .isEqualTo(number("select count(*) from journey_case where journey = ? and status = 'closed'"));
        assertThat(number(LIVE + "select count(distinct case_id || in_phase) from visits where in_phase <> ''"))
                .isEqualTo(all.entrySet().stream()
                        .filter(each -> each.getKey().scope() == Scope.PHASE)
                        .mapToLong(each -> each.getValue().count(Figure.CASES))
                        .sum());
        assertThat(all.entrySet().stream()
                        .filter(each -> each.getKey().scope() == Scope.TOUCHPOINT)
                        .filter(each -> each.getKey().currency().isEmpty() && contacts(each.getValue()) > 0))
                .hasSize(spots[0]);
    }

    private static final String CAME = LIVE + """
            select count(*) from (
              select channel, lag(channel) over (partition by case_id order by occurred_at, entry) as other
              from live where counted and direction = 'inbound') p where p.channel <> p.other
            """;

    private static final String HINDERED =
            " from live where outcome = 'sent-away' or redirected_to is not null" + " or repeated_questions > 0";

    private static final String PLACES = LIVE
            + "select at_touchpoint, on_channel, with_party, count(*) as contacts, count(distinct case_id) as cases from ("
            + "select case_id, at_touchpoint, case when at_touchpoint = '' then channel else '' end as on_channel,"
            + " case when at_touchpoint = '' then coalesce(party, '') else '' end as with_party" + HINDERED
            + ") p group by at_touchpoint, on_channel, with_party";

    private static final String STANDING = LIVE + """
            , latest as (
              select p.case_id, p.in_phase from (
                select v.*, row_number() over (partition by v.case_id order by v.occurred_at desc, v.entry desc) as back
                from visits v where v.in_phase <> '') p
              join journey_case k on k.case_id = p.case_id where p.back = 1 and k.status = 'open')
            select in_phase, at_touchpoint, count(distinct case_id) as cases from (
              select l.case_id, l.in_phase, '' as at_touchpoint from latest l
              union all
              select l.case_id, l.in_phase, v.at_touchpoint from latest l join visits v on v.case_id = l.case_id
              where v.modelled and v.at_touchpoint <> '') s
            group by in_phase, at_touchpoint
            """;

    private static final String AFTER = LIVE + """
            select p.in_phase, p.at_touchpoint, count(*) as steps from (
              select v.at_touchpoint, v.in_phase as own, (
                select b.in_phase from visits b
                where b.case_id = v.case_id and b.in_phase <> ''
                  and (b.occurred_at < v.occurred_at or b.occurred_at = v.occurred_at and b.entry < v.entry)
                order by b.occurred_at desc, b.entry desc fetch first 1 rows only) as in_phase
              from visits v where v.modelled and v.at_touchpoint <> '') p
            where p.in_phase is not null and p.in_phase <> p.own group by p.in_phase, p.at_touchpoint
            """;

    private static final String BESIDE = LIVE + """
            select channel, coalesce(reason, '') as why, count(*) as contacts from live
            where at_touchpoint = '' or plan_known and not modelled group by channel, coalesce(reason, '')
            """;

    private void assertDeviations(Map<Spot, Figures> all) {
        assertThat(sum(all, Figure.FAILURES, null))
                .isEqualTo(number(LIVE + "select count(*) from live where outcome in ('failed', 'missed', 'rework')"
                        + " or rework"));
        assertSpots(all, Scope.STANDING, Figure.CASES, STANDING);
        assertSpots(all, Scope.AFTER, Figure.WAITS, AFTER);
        Map<Spot, Long> beside = new HashMap<>();
        db.sql(BESIDE).param(journey).query(row -> {
            beside.put(Spot.beside(row.getString(1), row.getString(2)), row.getLong(3));
        });
        Map<Spot, Long> found = new HashMap<>();
        all.forEach((spot, here) -> {
            if (spot.scope() == Scope.BESIDE) {
                found.put(spot, contacts(here));
            }
        });
        assertThat(found).isEqualTo(beside);
    }

    private void assertSpots(Map<Spot, Figures> all, Scope scope, Figure figure, String sql) {
        Map<Spot, Long> wanted = new HashMap<>();
        db.sql(sql).param(journey).query(row -> {
            wanted.put(new Spot(scope, row.getString(1), row.getString(2), ""), row.getLong(3));
        });
        Map<Spot, Long> found = new HashMap<>();
        all.forEach((spot, here) -> {
            if (spot.scope() == scope) {
                found.put(spot, here.count(figure));
            }
        });
        assertThat(found).as(scope.word()).isEqualTo(wanted);
    }

    private void assertTrouble(Map<Spot, Figures> all) {
        assertThat(sum(all, Figure.CHANNEL_SWITCHES, null)).isEqualTo(number(CAME));
        assertThat(sum(all, Figure.REDIRECTS, null))
                .isEqualTo(number(LIVE + "select count(*) from live where redirected_to is not null"));
        assertThat(sum(all, Figure.EXTRA_INBOUND, null))
                .isEqualTo(number(LIVE + "select count(*) from live where counted and direction = 'inbound'"
                        + " and plan_known and not planned"));
        long badly = number(LIVE + "select count(*) from live where incident_count > 0");
        assertThat(sum(all, Figure.CONDUCT_INCIDENTS, null)).isEqualTo(badly);
        assertThat(sum(all, Figure.PROCESS_INCIDENTS, null)).isEqualTo(badly);
        assertThat(sum(all, Figure.RETURNED, null)).isEqualTo(number(LIVE + "select count(*) from live where rework"));
        assertThat(sum(all, Figure.CAUSED, null)).isEqualTo(caused());
        for (String reason : List.of("chasing", "price")) {
            assertThat(contacts(all.getOrDefault(Spot.reason(reason), new Figures())))
                    .isEqualTo(number(LIVE + "select count(*) from live where reason = '" + reason + "'"));
        }
        db.sql(PLACES).param(journey).query(row -> {
            Hindrances.Place place = new Hindrances.Place(row.getString(1), row.getString(2), row.getString(3));
            Figures found = all.getOrDefault(Spot.hindrance(place), new Figures());
            assertThat(found.count(Figure.HINDERED)).isEqualTo(row.getLong("contacts"));
            assertThat(found.count(Figure.CASES)).isEqualTo(row.getLong("cases"));
        });
        assertThat(all.entrySet().stream()
                        .filter(each -> each.getKey().scope() == Scope.HINDRANCE
                                || each.getKey().scope() == Scope.AD_HOC)
                        .mapToLong(each -> each.getValue().count(Figure.HINDERED))
                        .sum())
                .isEqualTo(number(LIVE + "select count(*)" + HINDERED));
    }

    /** Contacts that go back to one that is still there, step by step. */
    private long caused() {
        Map<String, String> causes = new HashMap<>();
        List<String> there = new ArrayList<>();
        db.sql(LIVE + "select case_id, entry, caused_by from live")
                .param(journey)
                .query(row -> {
                    there.add(row.getString(1) + "/" + row.getInt(2));
                    causes.put(row.getString(1) + "/" + row.getInt(2), row.getString(1) + "/" + row.getInt(3));
                });
        db.sql("select m.case_id, contact, caused_by from journey_cause m join journey_case k on k.case_id = m.case_id"
                        + " where k.journey = ? order by entry")
                .param(journey)
                .query(row -> {
                    causes.put(row.getString(1) + "/" + row.getInt(2), row.getString(1) + "/" + row.getInt(3));
                });
        return there.stream().filter(each -> there.contains(causes.get(each))).count();
    }

    private long number(String sql) {
        return db.sql(sql).param(journey).query(Long.class).single();
    }

    private static Figures at(Map<Spot, Figures> all, String phase, String touchpoint) {
        Figures found = new Figures();
        all.forEach((spot, here) -> {
            if (spot.scope() == Scope.TOUCHPOINT
                    && spot.phase().equals(phase)
                    && spot.touchpoint().equals(touchpoint)) {
                found.plus(here);
            }
        });
        return found;
    }

    private static long sum(Map<Spot, Figures> all, Figure figure, @Nullable String touchpoint) {
        return all.entrySet().stream()
                .filter(each -> each.getKey().scope() == Scope.TOUCHPOINT)
                .filter(each -> touchpoint == null || each.getKey().touchpoint().equals(touchpoint))
                .mapToLong(each -> each.getValue().count(figure))
                .sum();
    }

    private static long contacts(Figures found) {
        List<Figure> outcomes = new ArrayList<>(List.of(Figure.DONE, Figure.PARTLY, Figure.FAILED));
        outcomes.addAll(List.of(Figure.MISSED, Figure.REWORK, Figure.SENT_AWAY));
        return outcomes.stream().mapToLong(found::count).sum();
    }
}
