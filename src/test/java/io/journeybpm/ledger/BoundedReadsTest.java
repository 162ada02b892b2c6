package io.journeybpm.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.journeybpm.testing.EngineTest;
import io.journeybpm.testing.ExplainedReads;
import io.journeybpm.testing.ExplainedReads.Explained;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Reads on a ledger of 20,000 cases and 200,000 contacts, as PostgreSQL reports that it carries them out. H2 is for
 * trying the product: it has no indexes on a part of a table, and reports no pages.
 */
@DisplayName("However much the ledger holds, no read looks at more of it than it shows")
@EnabledIf("io.journeybpm.testing.TestDatabase#isPostgres")
@Import(ExplainedReads.class)
@DirtiesContext
class BoundedReadsTest extends EngineTest {

    private static final int LIMIT = 50;

    /** Of each level and status no more rows than the page holds, on a page of the table each, and the way there. */
    private static final int PAGES_OF_A_LIST = 10 * (LIMIT + 1) + 40;

    /** Where many rows fit one more condition, PostgreSQL rightly prefers to look at them over an index of its own. */
    private static final int PASSED_OVER = 4 * LIMIT;

    /** Those who have a word, from an index, and the 200 of them who are compared. */
    private static final int PAGES_OF_A_SEARCH = 3_000;

    /** Up to fifty customers with four cases each, read once for each level. */
    private static final int PAGES_OF_CUSTOMERS = 5 * (50 * 6 + LIMIT);

    /** As many cases as are ordered, on a page of the table each, of every level and status. */
    private static final int PAGES_OF_AN_ORDER = 2 * FilledLedger.CASES;

    /** The entries of one case, and the ways there. */
    private static final int PAGES_OF_A_CASE = 100;

    /** Each step of a chain of causes finds its contact, what was found out about it, and whether it was voided. */
    private static final int PAGES_OF_A_CHAIN = 20 * Cause.MOST_STEPS;

    /** The contacts of a customer's four cases, each looked up among the voided ones too. */
    private static final int PAGES_OF_A_CUSTOMER = 200;

    /** The open cases of a journey, or the promises of a day with their cases, and the ways there. */
    private static final int PAGES_OF_A_COUNT = 700;

    /** Each of the 5,000 contacts of the longest case once, on a page of the table each, and the way there. */
    private static final int PAGES_OF_A_PATH = 5_100;

    /**
     * A row for each touchpoint, and nothing found after the time up to which they are added up; of the cases the
     * ends of ten stretches of an index.
     */
    private static final int PAGES_OF_A_MAP = 80;

    private static final List<String> OF_A_FEW_ROWS = List.of("journey_map", "journey_map_progress");

    private static boolean filled;

    @Autowired
    private ExplainedReads reads;

    @Autowired
    private WorkLists lists;

    @Autowired
    private OrderedCases ordered;

    @Autowired
    private Overview overview;

    @Autowired
    private DailyFigures daily;

    @Autowired
    private JourneyFigures figures;

    @Autowired
    private CasePaths paths;

    @Autowired
    private Hindrances hindrances;

    @Autowired
    private Customers customers;

    @Autowired
    private OpenCases open;

    @Autowired
    private OutboundContacts sent;

    @Autowired
    private PlannedVisits planned;

    @Autowired
    private Storage storage;

    @BeforeEach
    void fillTheLedger() {
        if (!filled) {
            FilledLedger.fill(storage.source());
            filled = true;
        }
    }

    private static List<CaseFilter> filters() {
        List<CaseFilter> filters = new ArrayList<>();
        for (Level level : new Level[] {null, Level.EXECUTIVE}) {
            for (String phase : new String[] {null, "build", "rare"}) {
                for (String journey : new String[] {null, "kitchen", "seldom"}) {
                    for (Case.Status status : new Case.Status[] {null, Case.Status.OPEN}) {
                        filters.add(new CaseFilter(null, null, level, phase, journey, status, null));
                    }
                }
            }
        }
        for (Level level : new Level[] {null, Level.EXECUTIVE, Level.WATCH}) {
            for (Case.Status status : new Case.Status[] {null, Case.Status.OPEN}) {
                filters.add(new CaseFilter(null, null, level, null, null, status, "user-7"));
            }
        }
        filters.add(new CaseFilter("customer-77", null, null, null, null, null, null));
        filters.add(new CaseFilter("customer-77", null, Level.WATCH, "build", "kitchen", Case.Status.CLOSED, null));
        filters.add(new CaseFilter(null, "+45 10 00 00 77", null, null, null, null, null));
        filters.add(new CaseFilter(null, "+45 10 00 00 77", Level.WATCH, "build", "kitchen", Case.Status.OPEN, null));
        filters.add(new CaseFilter(null, "99", null, null, "nowhere", null, null));
        return filters;
    }

    @Test
    void theListOfCasesByAnyFilter() {
        for (CaseFilter filter : filters()) {
            boundedAnywhere(
                    PAGES_OF_A_LIST, (after, limit) -> cases.page(filter, after, limit), each -> new Bookmark(each, "m")
                            .token());
        }
    }

    @Test
    void openCasesThatLackSomething() {
        for (CaseFilter.Lack lack : CaseFilter.Lack.values()) {
            for (Level level : new Level[] {null, Level.WATCH}) {
                for (String phase : new String[] {null, "build", "rare"}) {
                    for (String journey : new String[] {null, "kitchen", "seldom"}) {
                        CaseFilter filter = CaseFilterBuilder.builder()
                                .level(level)
                                .phase(phase)
                                .journey(journey)
                                .lacking(Set.of(lack))
                                .build();
                        boundedAnywhere(
                                PAGES_OF_A_LIST,
                                (after, limit) -> cases.page(filter, after, limit),
                                each -> new Bookmark(each, "m").token());
                    }
                }
            }
        }
        assertBounded(
                PAGES_OF_A_COUNT,
                () -> overview.lacking(CaseFilter.Lack.NEXT_STEP, List.of("kitchen", "seldom", "nowhere")));
        assertThat(overview.lacking(CaseFilter.Lack.NEXT_STEP, List.of("kitchen", "seldom")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("kitchen", 10, "seldom", 0));
    }

    @Test
    void theCasesOfSeveralCustomersInAnyOrder() {
        List<String> customers = IntStream.rangeClosed(1, 50)
                .mapToObj(each -> "customer-" + each)
                .toList();
        for (CaseOrder order : CaseOrder.values()) {
            for (Case.Status status : new Case.Status[] {null, Case.Status.CLOSED}) {
                CaseFilter filter = CaseFilterBuilder.builder(CaseFilter.ALL)
                        .customers(customers)
                        .status(status)
                        .build();
                assertBounded(PAGES_OF_CUSTOMERS, () -> ordered.page(filter, order, null, LIMIT));
                assertThat(ordered.holdsAll(filter, order)).isTrue();
            }
        }
    }

    @Test
    void casesInAnyOrderLookNoFurtherThanCountingGoes() {
        for (CaseOrder order : List.of(CaseOrder.CONTACTS, CaseOrder.COST, CaseOrder.DAYS)) {
            CaseFilter filter =
                    CaseFilterBuilder.builder(CaseFilter.ALL).journey("kitchen").build();
            List<Explained> explained = reads.during(() -> ordered.page(filter, order, null, LIMIT));
            assertThat(explained).hasSize(2);
            assertThat(explained.get(0).pages()).isLessThan(PAGES_OF_AN_ORDER);
            assertBounded(
                    PAGES_OF_A_LIST,
                    () -> ordered.page(
                            CaseFilterBuilder.builder(filter)
                                    .status(Case.Status.OPEN)
                                    .build(),
                            order,
                            null,
                            LIMIT));
        }
    }

    @Test
    void whatHappenedOnADay() {
        Instant day = FilledLedger.BEGAN.plusSeconds(86_400 * 10);
        assertBounded(
                PAGES_OF_A_COUNT, () -> daily.between(day, day.plusSeconds(86_400), List.of("kitchen", "seldom")));
        assertThat(daily.between(day, day.plusSeconds(86_400), List.of("kitchen"))
                        .get("kitchen"))
                .satisfies(each -> {
                    assertThat(each.opened()).isEqualTo(24);
                    assertThat(each.rises()).containsExactly(Map.entry(Level.WATCH, 24));
                    assertThat(each.kept()).isPositive();
                    assertThat(each.broken()).isPositive();
                });
        Instant later = day.plus(Duration.ofDays(30));
        assertThat(daily.between(later, later.plusSeconds(86_400), List.of("kitchen"))
                        .get("kitchen")
                        .closed())
                .isEqualTo(24);
    }

    @Test
    void theListOfCasesShowsEachOnceInOrder() {
        List<Case> read = new ArrayList<>();
        String next = null;
        do {
            Page<Case> page = cases.page(new CaseFilter(null, null, null, "build", null, null, null), next, 500);
            read.addAll(page.items());
            next = page.next();
        } while (next != null);
        assertThat(read).hasSize(FilledLedger.IN_PHASE_BUILD).isSortedAccordingTo((one, other) -> other.openedAt()
                .compareTo(one.openedAt()));
        assertThat(new HashSet<>(read)).hasSameSizeAs(read);
    }

    @Test
    void customersByWhateverTheySay() {
        for (String asked :
                List.of("customer 80", "Cutsomer 80", "+45 10 00 00 80", "customer-80", "80 customer street0")) {
            assertThat(customers.find(asked, 10).items().get(0).customer().reference())
                    .as(asked)
                    .isEqualTo("customer-80");
            assertBounded(PAGES_OF_A_SEARCH, () -> customers.find(asked, 10));
        }
        assertBounded(PAGES_OF_A_SEARCH, () -> customers.find("customer", 10));
        assertBounded(PAGES_OF_A_SEARCH, () -> customers.find("customer street0", 10));
        assertBounded(
                PAGES_OF_A_LIST, () -> cases.ofCustomers(List.of("customer-1", "customer-2"), Case.Status.OPEN, 5));
    }

    @Test
    void theOpenCasesForTheDailyAsking() {
        for (String after : List.of("", "case-18", "case-199", "case-5", "x")) {
            assertBounded(PAGES_OF_A_LIST, () -> open.after(after, LIMIT));
        }
        assertThat(open.after("", 1_000)).hasSize(500);
    }

    @Test
    void promisesByPartyDayAndState() {
        for (String party : new String[] {null, "party-1", "rare-party"}) {
            for (Promise.State state : states()) {
                for (Instant[] day : state == Promise.State.UNSCHEDULED ? days().subList(0, 1) : days()) {
                    boundedAnywhere(
                            PAGES_OF_A_LIST,
                            (after, limit) -> lists.promises(party, day[0], day[1], state, after, limit),
                            each -> new Bookmark(each, "case-1~3").token());
                }
            }
        }
    }

    @Test
    void promisesDueSoonAndTheOpenCasesOfAnAmbassador() {
        Instant later = FilledLedger.ENDED.plus(Duration.ofDays(9));
        for (String party : new String[] {null, "party-1", "rare-party"}) {
            boundedAnywhere(
                    PAGES_OF_A_LIST,
                    (after, limit) -> lists.dueSoon(party, FilledLedger.BEGAN, later, after, limit),
                    each -> new Bookmark(each, "case-1~3").token());
        }
        for (String ambassador : List.of("user-1", "nobody")) {
            assertBounded(PAGES_OF_A_LIST, () -> lists.casesOf(ambassador, LIMIT));
        }
    }

    @Test
    void handoffsByPartyAndState() {
        for (String party : new String[] {null, "party-1", "rare-party"}) {
            for (Boolean open : new Boolean[] {null, true, false}) {
                for (Boolean read : new Boolean[] {null, true, false}) {
                    if (read == null || Boolean.TRUE.equals(open)) {
                        boundedAnywhere(
                                PAGES_OF_A_LIST,
                                (after, limit) -> lists.handoffs(party, read, open, after, limit),
                                each -> new Bookmark(each, "case-1~3").token());
                    }
                }
            }
        }
    }

    @Test
    void oneCaseAndItsBrief() {
        for (String caseId : List.of("case-77", FilledLedger.LONG_CASE)) {
            assertBounded(PAGES_OF_A_CASE, () -> cases.find(caseId));
            assertBounded(PAGES_OF_A_CASE, () -> cases.customer("customer-77"));
            assertBounded(PAGES_OF_A_CASE, () -> cases.latestContacts(caseId, 5));
            assertBounded(PAGES_OF_A_CASE, () -> cases.facts(caseId));
            assertBounded(PAGES_OF_A_CASE, () -> cases.contact(caseId, 4));
            assertBounded(PAGES_OF_A_CASE, () -> cases.causes(caseId, List.of(7)));
            assertBounded(PAGES_OF_A_CASE, () -> cases.promise(caseId, 3));
            assertBounded(PAGES_OF_A_CASE, () -> cases.promises(caseId, Promise.State.KEPT));
            assertBounded(PAGES_OF_A_CASE, () -> cases.handoff(caseId, 3));
            assertBounded(PAGES_OF_A_CASE, () -> cases.rises(caseId));
        }
    }

    @Test
    void whyAContactWasNecessaryEvenAtTheEndOfALongLoopOfReturns() {
        String caseId = FilledLedger.LONG_CASE;
        Cause cause = cases.causes(caseId, List.of(4_999)).get(4_999);
        assertThat(cause.steps()).isEqualTo(Cause.MOST_STEPS);
        assertThat(cause.whole()).isFalse();
        assertBounded(PAGES_OF_A_CHAIN, () -> cases.causes(caseId, List.of(4_999)));
    }

    @Test
    void whatWasSaidLastWhereItIsTedious() {
        List<Hindrances.Place> places = List.of(
                new Hindrances.Place("touchpoint-1", "", ""),
                new Hindrances.Place("", "store", "party-7"),
                new Hindrances.Place("", "store", "nobody"));
        assertThat(hindrances.latest("kitchen", places, 3)).hasSize(2);
        assertBounded(PAGES_OF_A_CASE, () -> hindrances.latest("kitchen", places, 3));
    }

    @Test
    void whatWasSentToACustomerAndWhatIsPlannedNext() {
        Case about = cases.find("case-76").orElseThrow();
        assertThat(about.customer()).isEqualTo("customer-77");
        for (Instant now : List.of(about.openedAt().plus(Duration.ofDays(15)), FilledLedger.ENDED)) {
            assertBounded(PAGES_OF_A_CUSTOMER, () -> sent.of(about, now.minus(Duration.ofHours(9)), now));
            assertBounded(PAGES_OF_A_CUSTOMER, () -> planned.next("customer-77", now));
        }
    }

    @Test
    void theTimelineEvenOfACaseWithCountlessContacts() {
        for (String caseId : List.of("case-77", FilledLedger.LONG_CASE)) {
            boundedAnywhere(
                    PAGES_OF_A_CASE,
                    (after, limit) -> cases.timeline(caseId, after, limit),
                    each -> new Bookmark(each, "3").token());
        }
    }

    @Test
    void thePathOfACaseReadsItsOwnContactsAndTellsAFew() {
        for (String caseId : List.of("case-77", FilledLedger.LONG_CASE)) {
            List<Explained> explained = reads.during(() -> paths.of(caseId));
            assertThat(explained).hasSize(1);
            String told = explained.get(0).plan().toPrettyString();
            assertThat(explained.get(0).scanned()).as(told).isEmpty();
            assertThat(explained.get(0).pages()).as(told).isLessThanOrEqualTo(PAGES_OF_A_PATH);
        }
        assertThat(paths.of(FilledLedger.LONG_CASE)).hasSize(CasePaths.FIRST + CasePaths.LAST);
    }

    @Test
    void theFiguresOfAJourneyOnceTheyAreTakenUp() {
        new MapRows(JdbcClient.create(storage.source())).upTo(Instant.now().plusSeconds(1));
        assertBounded(PAGES_OF_A_MAP, () -> figures.on("kitchen"));
        assertBounded(PAGES_OF_A_MAP, () -> figures.on("nowhere"));
    }

    @Test
    void whatADashboardCounts() {
        Instant day = FilledLedger.BEGAN.plusSeconds(86_400 * 10);
        assertBounded(PAGES_OF_A_CASE, overview::journeys);
        assertBounded(PAGES_OF_A_COUNT, () -> overview.openCases(List.of("kitchen", "seldom")));
        assertBounded(PAGES_OF_A_COUNT, () -> overview.promises(Promise.State.BROKEN, day, day.plusSeconds(86_400)));
        assertBounded(PAGES_OF_A_LIST, () -> overview.cases(List.of("case-77", "case-78", "case-nowhere")));
        assertBounded(PAGES_OF_A_CASE, () -> customers.of(List.of("customer-77", "customer-nowhere")));
        assertThat(overview.journeys()).containsExactly("kitchen", "seldom");
        assertThat(overview.openCases(List.of("kitchen")))
                .extracting(Overview.AtLevel::level, Overview.AtLevel::open)
                .contains(tuple(Level.NONE, 166), tuple(Level.EXECUTIVE, 0));
    }

    private static Promise.State[] states() {
        List<Promise.State> states = new ArrayList<>(List.of(Promise.State.values()));
        states.add(null);
        return states.toArray(Promise.State[]::new);
    }

    private static List<Instant[]> days() {
        Instant day = FilledLedger.BEGAN.plusSeconds(86_400 * 10);
        return List.of(new Instant[] {null, null}, new Instant[] {day, day.plusSeconds(86_400)}, new Instant[] {
            null, FilledLedger.ENDED.minusSeconds(86_400)
        });
    }

    /** At the beginning, the part after it, in the middle, near the end, and where nothing is left. */
    private <T> void boundedAnywhere(
            int bound, BiFunction<@Nullable String, Integer, Page<T>> list, Function<Instant, String> place) {
        List<@Nullable String> places = new ArrayList<>();
        places.add(null);
        Page<T> first = list.apply(null, LIMIT);
        if (first.next() != null) {
            places.add(first.next());
        }
        long half = Duration.between(FilledLedger.BEGAN, FilledLedger.ENDED).toSeconds() / 2;
        places.add(place.apply(FilledLedger.BEGAN.plusSeconds(half)));
        places.add(place.apply(FilledLedger.BEGAN.plusSeconds(1)));
        places.add(place.apply(FilledLedger.ENDED.minusSeconds(1)));
        places.forEach(each -> assertBounded(bound, () -> list.apply(each, LIMIT)));
    }

    private void assertBounded(int bound, Supplier<?> read) {
        List<Explained> explained = reads.during(read::get);
        assertThat(explained).isNotEmpty();
        int pages = 0;
        for (Explained each : explained) {
            String told = each.sql() + "\n" + each.plan().toPrettyString();
            assertThat(each.scanned()).as(told).isSubsetOf(OF_A_FEW_ROWS);
            assertThat(each.passedOver()).as(told).isLessThanOrEqualTo(PASSED_OVER);
            pages += each.pages();
        }
        assertThat(pages).as(explained.toString()).isLessThanOrEqualTo(bound);
    }
}
