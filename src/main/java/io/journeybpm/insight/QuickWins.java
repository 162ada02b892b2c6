package io.journeybpm.insight;

import io.journeybpm.ledger.Figure;
import io.journeybpm.ledger.Figures;
import io.journeybpm.ledger.Hindrances;
import io.journeybpm.ledger.Hindrances.Place;
import io.journeybpm.ledger.JourneyFigures;
import io.journeybpm.ledger.Page;
import io.journeybpm.ledger.Spot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a small thing would spare customers most: places that send them away or on, or ask again. */
public final class QuickWins {

    /** What was said of one place: enough to see what it is about. */
    private static final int TOLD = 3;

    private final JourneyFigures figures;
    private final Hindrances hindrances;

    QuickWins(JourneyFigures figures, Hindrances hindrances) {
        this.figures = figures;
        this.hindrances = hindrances;
    }

    /**
     * The places of a journey, the most frequent first.
     *
     * @param after {@link Page#next()} of the part before, absent for the first
     * @throws IllegalArgumentException if {@code after} was not given out by this list
     */
    public Page<QuickWin> of(String journey, @Nullable String after, int limit) {
        int from = after == null ? 0 : position(after);
        List<Map.Entry<Spot, Figures>> places = places(figures.on(journey).figures());
        long all = places.stream().mapToLong(QuickWins::hindered).sum();
        int to = Math.min(places.size(), from + limit);
        List<Map.Entry<Spot, Figures>> shown = places.subList(Math.min(from, to), to);
        Map<Place, List<Hindrances.Told>> told = hindrances.latest(
                journey, shown.stream().map(each -> each.getKey().place()).toList(), TOLD);
        return new Page<>(
                shown.stream().map(each -> quickWin(each, all, told)).toList(),
                to < places.size() ? Integer.toString(to) : null);
    }

    private static int position(String after) {
        if (!after.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(after);
        }
        return Integer.parseInt(after);
    }

    private static List<Map.Entry<Spot, Figures>> places(Map<Spot, Figures> figures) {
        return figures.entrySet().stream()
                .filter(each -> each.getKey().scope() == Spot.Scope.HINDRANCE
                        || each.getKey().scope() == Spot.Scope.AD_HOC)
                .filter(each -> hindered(each) > 0)
                .sorted(Comparator.comparingLong((Map.Entry<Spot, Figures> each) -> -hindered(each))
                        .thenComparing(each -> each.getKey().touchpoint())
                        .thenComparing(each -> each.getKey().phase()))
                .toList();
    }

    private static long hindered(Map.Entry<Spot, Figures> place) {
        return place.getValue().count(Figure.HINDERED);
    }

    private static QuickWin quickWin(Map.Entry<Spot, Figures> shown, long all, Map<Place, List<Hindrances.Told>> told) {
        Place place = shown.getKey().place();
        Figures here = shown.getValue();
        return new QuickWin(
                place,
                hindered(shown),
                here.count(Figure.CASES),
                Reasons.share(hindered(shown), all),
                here.count(Figure.SENT_AWAY),
                here.count(Figure.REDIRECTS),
                here.count(Figure.REPEATED_QUESTIONS),
                Objects.requireNonNull(told.getOrDefault(place, List.of())));
    }
}
