package io.journeybpm.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happened on journeys, added up without costing those who write anything. What was written long enough ago is in
 * a table; what came since is added from the cases it was written about. As the ledger only ever adds, a case's part is
 * its story up to now less its story up to then, whatever was recorded late or voided in between.
 */
public final class JourneyFigures {

    /** Three times as long as Camunda gives a job before another server takes it over: no transaction lasts longer. */
    static final Duration SETTLED = Duration.ofMinutes(15);

    /** Entries taken up in one transaction. */
    static final int STEP = 2_000;

    /**
     * Entries a reader adds at most, which takes some tenths of a second; 50,000 took 2 to 5 on two cores beside
     * PostgreSQL. Only where a log has just been imported are there more: until they are taken up, figures are as of a
     * while ago, and say so.
     */
    static final int LIVE = 10_000;

    /** Cases whose stories are read together. */
    private static final int TOGETHER = 500;

    private static final int ATTEMPTS = 5;

    private final MapRows rows;
    private final StoryRows stories;
    private final TransactionTemplate transactions;
    private final int step;

    JourneyFigures(MapRows rows, StoryRows stories, TransactionTemplate transactions, int step) {
        this.rows = rows;
        this.stories = stories;
        this.transactions = transactions;
        this.step = step;
    }

    /**
     * What happened on one journey.
     *
     * @param figures by place; a place where nothing happened is missing
     * @param since when its first case was opened; absent without any
     * @param upTo what was written before this is in
     */
    public record Happened(
            Map<Spot, Figures> figures, @Nullable Instant since, Instant upTo) {}

    /** What happened on the journey with this key, deployed or not. */
    public Happened on(String journey) {
        Instant since = rows.upTo();
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            Happened happened = on(journey, since);
            Instant after = rows.upTo();
            if (after.equals(since)) {
                return happened;
            }
            // the table went on between two of the queries, so that they don't fit each other
            since = after;
        }
        return on(journey, since);
    }

    private Happened on(String journey, Instant since) {
        Map<Spot, Figures> all = rows.of(journey);
        // a moment ahead of every clock that writes, as long as all of it can be taken up
        Instant now = stories.now();
        Optional<Instant> enough = stories.afterAtMost(LIVE, since);
        Instant to = enough.orElse(now.plus(SETTLED));
        Map<Spot, Figures> live = added(since, to, journey::equals).getOrDefault(journey, Map.of());
        live.forEach((spot, figures) ->
                all.computeIfAbsent(spot, each -> new Figures()).plus(figures));
        all.values().removeIf(Figures::areNothing);
        return new Happened(all, stories.firstOpened(journey).orElse(null), enough.orElse(now));
    }

    /** Takes up all that can't change any more. */
    public void catchUp() {
        catchUp(stories.now().minus(SETTLED));
    }

    void catchUp(Instant settled) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(status -> step(settled)));
        }
    }

    /** Takes up a part; false if there is no more, or if another server is at it. */
    private boolean step(Instant settled) {
        Instant from = rows.takeOver().orElse(settled);
        if (!from.isBefore(settled)) {
            return false;
        }
        Instant to = stories.afterAtMost(step, from).filter(settled::isAfter).orElse(settled);
        added(from, to, any -> true)
                .forEach((journey, spots) -> spots.forEach((spot, figures) -> rows.add(journey, spot, figures)));
        rows.upTo(to);
        return to.isBefore(settled);
    }

    /** What was added to wanted journeys from one moment to before another. */
    private Map<String, Map<Spot, Figures>> added(Instant from, Instant to, Predicate<String> wanted) {
        Map<String, Map<Spot, Figures>> journeys = new HashMap<>();
        List<String> cases = stories.touched(from, to);
        for (int each = 0; each < cases.size(); each += TOGETHER) {
            List<String> some = cases.subList(each, Math.min(cases.size(), each + TOGETHER));
            add(stories.stories(some, wanted), from, to, journeys);
        }
        journeys.values().forEach(spots -> spots.values().removeIf(Figures::areNothing));
        return journeys;
    }

    private static void add(
            Collection<CaseStory> some, Instant from, Instant to, Map<String, Map<Spot, Figures>> journeys) {
        for (CaseStory each : some) {
            Map<Spot, Figures> spots =
                    Objects.requireNonNull(journeys.computeIfAbsent(each.journey(), key -> new HashMap<>()));
            MapOfCase.of(each.before(to))
                    .forEach((spot, figures) -> at(spots, spot).plus(figures));
            MapOfCase.of(each.before(from))
                    .forEach((spot, figures) -> at(spots, spot).minus(figures));
        }
    }

    private static Figures at(Map<Spot, Figures> spots, Spot spot) {
        return Objects.requireNonNull(spots.computeIfAbsent(spot, each -> new Figures()));
    }
}
