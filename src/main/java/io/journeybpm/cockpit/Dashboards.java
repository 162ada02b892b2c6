package io.journeybpm.cockpit;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFilter;
import io.journeybpm.ledger.CaseFilterBuilder;
import io.journeybpm.ledger.CaseOrder;
import io.journeybpm.ledger.OrderedCases;
import io.journeybpm.ledger.Overview;
import io.journeybpm.ledger.Page;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.WorkLists;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where somebody has to look first, across all cases the user may see. */
final class Dashboards {

    /** What fits a tile; the counts say how many there are. */
    private static final int SHOWN = 8;

    /** Entries looked through for those the user may see, so that a narrow right never costs the whole table. */
    private static final int LOOKED_THROUGH = 200;

    /** The highest level, and of each the case opened last. */
    private static final Comparator<Case> NEEDS_SOMEBODY = Comparator.comparing(
                    (Case each) -> each.escalation().level())
            .thenComparing(Case::openedAt)
            .reversed();

    private final Overview overview;
    private final WorkLists lists;
    private final OrderedCases cases;
    private final Rights rights;
    private final Showing showing;

    Dashboards(Overview overview, WorkLists lists, OrderedCases cases, Rights rights, Showing showing) {
        this.overview = overview;
        this.lists = lists;
        this.cases = cases;
        this.rights = rights;
        this.showing = showing;
    }

    /**
     * The dashboard.
     *
     * @param most where counting ends
     * @param journeys open cases by level
     * @param due promises whose window ends today
     * @param broken promises that were to be kept today and were not
     * @param withoutNextStep open cases to which nobody has said when anything comes next: no open promise has a window
     */
    record Dashboard(int most, List<Row> journeys, Tile due, Tile broken, Tile withoutNextStep) {}

    /** Open cases of a journey, by the word of their level. */
    record Row(String journey, String title, Map<String, Integer> levels) {}

    /** How many there are, and the first of them. */
    record Tile(int count, List<Item> items) {}

    /** A case with the promise it is about; where nothing is promised there is none. */
    record Item(CaseLine line, CaseBrief.@Nullable Coming promise) {}

    Dashboard dashboard() {
        List<String> journeys = rights.readable(overview.journeys());
        Set<String> readable = new HashSet<>(journeys);
        Words words = showing.words();
        ZoneId zone = showing.zone();
        LocalDate today = words.now().atZone(zone).toLocalDate();
        Instant from = today.atStartOfDay(zone).toInstant();
        Instant to = today.plusDays(1).atStartOfDay(zone).toInstant();
        return new Dashboard(
                Overview.MOST,
                rows(journeys),
                tile(
                        overview.promises(Promise.State.OPEN, from, to),
                        place -> lists.promises(null, from, to, Promise.State.OPEN, place, SHOWN * 2),
                        readable),
                tile(
                        overview.promises(Promise.State.BROKEN, from, to),
                        place -> lists.promises(null, from, to, Promise.State.BROKEN, place, SHOWN * 2),
                        readable),
                withoutNextStep(journeys));
    }

    private Tile withoutNextStep(List<String> journeys) {
        CaseFilter.Lack lack = CaseFilter.Lack.NEXT_STEP;
        List<Case> found = journeys.stream()
                .flatMap(each -> cases
                        .page(
                                CaseFilterBuilder.builder()
                                        .journey(each)
                                        .lacking(Set.of(lack))
                                        .build(),
                                CaseOrder.LEVEL,
                                null,
                                SHOWN)
                        .items()
                        .stream())
                .sorted(NEEDS_SOMEBODY)
                .limit(SHOWN)
                .toList();
        Map<String, CaseLine> lines = lines(found);
        Words words = showing.words();
        int count = overview.lacking(lack, journeys).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return new Tile(
                count,
                found.stream()
                        .map(each -> new Item(lines.get(each.caseId()), promised(each, words)))
                        .toList());
    }

    private static CaseBrief.@Nullable Coming promised(Case told, Words words) {
        return told.openPromises().stream()
                .findFirst()
                .map(each -> CaseBrief.Coming.of(each, words))
                .orElse(null);
    }

    private List<Row> rows(List<String> journeys) {
        Map<String, Map<String, Integer>> levels = new LinkedHashMap<>();
        overview.openCases(journeys)
                .forEach(each -> levels.computeIfAbsent(each.journey(), key -> new LinkedHashMap<>())
                        .put(each.level().word(), each.open()));
        Map<String, String> titles = showing.titles(journeys);
        return journeys.stream()
                .map(each -> new Row(each, titles.get(each), levels.getOrDefault(each, Map.of())))
                .filter(each -> each.levels().values().stream().anyMatch(count -> count > 0))
                .toList();
    }

    private Tile tile(
            Map<String, Integer> counts, Function<@Nullable String, Page<Promise>> list, Set<String> readable) {
        int count = counts.entrySet().stream()
                .filter(each -> readable.contains(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new Tile(count, count == 0 ? List.of() : first(list, readable));
    }

    private List<Item> first(Function<@Nullable String, Page<Promise>> list, Set<String> readable) {
        Words words = showing.words();
        List<Item> items = new ArrayList<>();
        String next = null;
        int seen = 0;
        do {
            Page<Promise> page = list.apply(next);
            seen += page.items().size();
            next = page.next();
            Map<String, CaseLine> lines = lines(page.items(), readable);
            page.items().stream()
                    .filter(each -> lines.containsKey(each.caseId()))
                    .map(each -> new Item(lines.get(each.caseId()), CaseBrief.Coming.of(each, words)))
                    .forEach(items::add);
        } while (next != null && items.size() < SHOWN && seen < LOOKED_THROUGH);
        return items.subList(0, Math.min(SHOWN, items.size()));
    }

    private Map<String, CaseLine> lines(List<Promise> promises, Set<String> readable) {
        Map<String, Case> told =
                overview.cases(promises.stream().map(Promise::caseId).collect(Collectors.toSet()));
        List<Case> shown = told.values().stream()
                .filter(each -> each.status() == Case.Status.OPEN && readable.contains(each.journey()))
                .toList();
        return lines(shown);
    }

    private Map<String, CaseLine> lines(List<Case> shown) {
        return showing.lines(shown).stream().collect(Collectors.toMap(CaseLine::caseId, Function.identity()));
    }
}
