package io.journeybpm.cockpit;

import io.journeybpm.engine.Journeys;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFilter;
import io.journeybpm.ledger.CaseFilterBuilder;
import io.journeybpm.ledger.CaseOrder;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Customers;
import io.journeybpm.ledger.OrderedCases;
import io.journeybpm.ledger.Overview;
import io.journeybpm.ledger.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lists of cases, found by what people know of them, and never more than the user may see. */
final class CaseLists {

    /** Customers whose cases one list shows; who finds more should say more. */
    private static final int CUSTOMERS = 50;

    /** Less like what was typed than the best by more than this is somebody else. */
    private static final double NEARLY = 0.75;

    /** Cases read at once where all of a list is wanted. */
    private static final int BATCH = 500;

    private final Cases cases;
    private final OrderedCases ordered;
    private final Customers customers;
    private final Overview overview;
    private final Journeys journeys;
    private final Rights rights;
    private final Showing showing;

    CaseLists(
            Cases cases,
            OrderedCases ordered,
            Customers customers,
            Overview overview,
            Journeys journeys,
            Rights rights,
            Showing showing) {
        this.cases = cases;
        this.ordered = ordered;
        this.customers = customers;
        this.overview = overview;
        this.journeys = journeys;
        this.rights = rights;
        this.showing = showing;
    }

    /** Something to choose from. */
    record Choice(String key, String title) {}

    /**
     * A part of a list.
     *
     * @param items the cases
     * @param next where the following part begins; absent at the end
     * @param journeys the journeys the user may see
     * @param journey the journey shown; absent where all are
     * @param all whether the user may see every journey, and so all of them in one list
     * @param phases of the journey shown
     * @param cut what the list leaves out, in words; absent where it leaves out nothing
     */
    record CasePage(
            List<CaseLine> items,
            @Nullable String next,
            List<Choice> journeys,
            @Nullable String journey,
            boolean all,
            List<Choice> phases,
            @Nullable String cut) {}

    /**
     * A question with what the user may see of its answer.
     *
     * @param readable the journeys the user may see
     * @param all whether these are all there are
     * @param journey the journey looked through; absent where all are
     * @param exact the one case whose id was asked for
     * @param filter what else is looked for; absent where nothing can be found
     * @param more whether more customers fit than are looked at
     */
    private record Asked(
            List<String> readable,
            boolean all,
            @Nullable String journey,
            @Nullable Case exact,
            @Nullable CaseFilter filter,
            boolean more) {}

    /**
     * A part of the list. Who may not see every journey sees one at a time.
     *
     * @throws IllegalArgumentException if {@code after} wasn't given out by this list
     */
    CasePage page(CaseSearch search, @Nullable String after, int limit) {
        Asked asked = ask(search);
        Page<Case> page = part(asked, search.sort(), after, limit);
        return new CasePage(
                showing.lines(page.items()),
                page.next(),
                choices(asked.readable),
                asked.journey,
                asked.all,
                phases(asked.journey),
                cut(asked, search.sort()));
    }

    /** All of the list, newest first, a batch at a time. The user's rights are looked at before anything is told. */
    void each(CaseSearch search, Consumer<List<Case>> reader) {
        Asked asked = ask(search);
        String next = null;
        do {
            Page<Case> page = part(asked, CaseOrder.NEWEST, next, BATCH);
            reader.accept(page.items());
            next = page.next();
        } while (next != null);
    }

    private Asked ask(CaseSearch search) {
        List<String> existing = overview.journeys();
        List<String> readable = rights.readable(existing);
        boolean all = readable.size() == existing.size();
        String journey = search.journey() != null || all || readable.isEmpty() ? search.journey() : readable.get(0);
        Case exact = exactly(search, readable).orElse(null);
        if (exact != null || readable.isEmpty() || journey != null && !readable.contains(journey)) {
            return new Asked(readable, all, journey, exact, null, false);
        }
        Customers.Matches matches = search.text() == null ? null : customers.find(search.text(), CUSTOMERS);
        List<String> found = matches == null ? null : meant(matches.items());
        return new Asked(
                readable, all, journey, null, filter(search, journey, found), matches != null && matches.more());
    }

    /** Those who fit about as well as the best; whoever told a reference means that one customer. */
    private static List<String> meant(List<Customers.Match> found) {
        double best = found.isEmpty() ? 0 : found.get(0).likeness();
        boolean known = found.stream().anyMatch(each -> each.field() == Customers.Field.REFERENCE);
        return found.stream()
                .filter(each -> known ? each.field() == Customers.Field.REFERENCE : each.likeness() >= best * NEARLY)
                .map(each -> each.customer().reference())
                .toList();
    }

    private Page<Case> part(Asked asked, CaseOrder order, @Nullable String after, int limit) {
        if (asked.exact != null) {
            return new Page<>(List.of(asked.exact), null);
        }
        return asked.filter == null ? new Page<>(List.of(), null) : ordered.page(asked.filter, order, after, limit);
    }

    /** The one case whose id was asked for. */
    private Optional<Case> exactly(CaseSearch search, List<String> readable) {
        return search.text() == null
                ? Optional.empty()
                : cases.find(search.text())
                        .filter(each -> readable.contains(each.journey()))
                        .filter(each ->
                                search.journey() == null || search.journey().equals(each.journey()));
    }

    private @Nullable String cut(Asked asked, CaseOrder order) {
        if (asked.more) {
            return "More than " + CUSTOMERS + " customers fit. These are the cases of those who fit best: say more.";
        }
        return asked.filter == null || ordered.holdsAll(asked.filter, order)
                ? null
                : "Sorted are the %,d cases of each level that were opened last.".formatted(OrderedCases.ORDERED);
    }

    private List<Choice> choices(List<String> readable) {
        return showing.titles(readable).entrySet().stream()
                .map(each -> new Choice(each.getKey(), each.getValue()))
                .sorted((one, other) -> one.title().compareToIgnoreCase(other.title()))
                .toList();
    }

    private List<Choice> phases(@Nullable String journey) {
        return Optional.ofNullable(journey).flatMap(journeys::latest).stream()
                .flatMap(each -> each.phases().stream())
                .map(each -> new Choice(each.id(), each.title()))
                .toList();
    }

    private CaseFilter filter(CaseSearch search, @Nullable String journey, @Nullable List<String> found) {
        String ambassador =
                switch (search.ambassador() == null ? "" : search.ambassador()) {
                    case "", CaseSearch.NOBODY -> null;
                    case CaseSearch.ME -> rights.userId();
                    default -> search.ambassador();
                };
        return CaseFilterBuilder.builder()
                .level(search.level())
                .phase(search.phase())
                .journey(journey)
                .status(search.status())
                .ambassador(ambassador)
                .customers(found)
                .lacking(search.lacking())
                .build();
    }
}
