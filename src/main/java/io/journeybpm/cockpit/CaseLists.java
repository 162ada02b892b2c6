package io.journeybpm.cockpit;

import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFilter;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.Overview;
import io.journeybpm.ledger.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists of cases, each part read along an index: by time, or level by level. */
final class CaseLists {

    private static final char LEVEL_AND_PLACE = '.';

    private final Cases cases;
    private final Overview overview;
    private final Rights rights;
    private final Showing showing;

    CaseLists(Cases cases, Overview overview, Rights rights, Showing showing) {
        this.cases = cases;
        this.overview = overview;
        this.rights = rights;
        this.showing = showing;
    }

    /** A journey to choose from. */
    record Choice(String key, String title) {}

    /**
     * A part of a list.
     *
     * @param items the cases
     * @param next where the following part begins; absent at the end
     * @param journeys the journeys the user may see
     * @param journey the journey shown; absent where all are
     * @param all whether the user may see every journey, and so all of them in one list
     */
    record CasePage(
            List<CaseLine> items,
            @Nullable String next,
            List<Choice> journeys,
            @Nullable String journey,
            boolean all) {}

    /**
     * A part of the list. Who may not see every journey sees one at a time.
     *
     * @throws IllegalArgumentException if {@code after} wasn't given out by this list
     */
    CasePage page(CaseSearch search, @Nullable String after, int limit) {
        List<String> existing = overview.journeys();
        List<String> readable = rights.readable(existing);
        boolean all = readable.size() == existing.size();
        String journey = search.journey() != null || all || readable.isEmpty() ? search.journey() : readable.get(0);
        Page<Case> page = exactly(search, after, readable)
                .map(each -> new Page<>(List.of(each), null))
                .orElseGet(() -> readable.isEmpty() || journey != null && !readable.contains(journey)
                        ? new Page<>(List.of(), null)
                        : found(search, journey, after, limit));
        return new CasePage(
                showing.lines(page.items()),
                page.next(),
                showing.titles(readable).entrySet().stream()
                        .map(each -> new Choice(each.getKey(), each.getValue()))
                        .sorted((one, other) -> one.title().compareToIgnoreCase(other.title()))
                        .toList(),
                journey,
                all);
    }

    /** The one case whose id was asked for. */
    private Optional<Case> exactly(CaseSearch search, @Nullable String after, List<String> readable) {
        return after != null || search.text() == null
                ? Optional.empty()
                : cases.find(search.text())
                        .filter(each -> readable.contains(each.journey()))
                        .filter(each ->
                                search.journey() == null || search.journey().equals(each.journey()));
    }

    private Page<Case> found(CaseSearch search, @Nullable String journey, @Nullable String after, int limit) {
        return search.sort() == CaseSearch.Sort.LEVEL && search.level() == null
                ? byLevel(search, journey, after, limit)
                : cases.page(filter(search, journey, search.level()), after, limit);
    }

    /** The levels one after the other, highest first; a place is a level and a place in it. */
    private Page<Case> byLevel(CaseSearch search, @Nullable String journey, @Nullable String after, int limit) {
        Level level = after == null ? Level.EXECUTIVE : levelOf(after);
        String place = after == null ? null : after.substring(after.indexOf(LEVEL_AND_PLACE) + 1);
        List<Case> found = new ArrayList<>();
        while (true) {
            String from = place == null || place.isEmpty() ? null : place;
            Page<Case> part = cases.page(filter(search, journey, level), from, limit - found.size());
            found.addAll(part.items());
            if (part.next() != null) {
                return new Page<>(found, level.word() + LEVEL_AND_PLACE + part.next());
            }
            if (level == Level.NONE) {
                return new Page<>(found, null);
            }
            level = Level.values()[level.ordinal() - 1];
            if (found.size() == limit) {
                return new Page<>(found, level.word() + LEVEL_AND_PLACE);
            }
            place = null;
        }
    }

    private static Level levelOf(String after) {
        String word = after.substring(0, Math.max(0, after.indexOf(LEVEL_AND_PLACE)));
        return Word.find(Level.class, word)
                .orElseThrow(() -> new IllegalArgumentException("'after' wasn't given out by this list"));
    }

    private static CaseFilter filter(CaseSearch search, @Nullable String journey, @Nullable Level level) {
        boolean phone = search.isPhone();
        return new CaseFilter(
                phone ? null : search.text(),
                phone ? search.text() : null,
                level,
                null,
                journey,
                search.status(),
                null);
    }
}
