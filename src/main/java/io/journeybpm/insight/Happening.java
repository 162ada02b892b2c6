package io.journeybpm.insight;

import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.Figure;
import io.journeybpm.ledger.Figures;
import io.journeybpm.ledger.Spot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What happened at some place of a journey. Voided contacts are left out.
 *
 * @param contacts of any outcome
 * @param outcomes how they ended
 * @param failures that failed, were missed, or returned to something done before; each of them once
 * @param counted that count against their case
 * @param planned of the counted ones
 * @param repeated that took place where their case had been before, rounds of a drawn loop left out
 * @param repeatedQuestions questions the customers had answered before
 * @param redirects that sent the customer on to somebody or somewhere else
 * @param extraInboundContacts counted ones the customers had to make that were not planned
 * @param channelSwitches counted ones the customers made on another channel than the one before
 * @param reworkContacts that returned to something done before
 * @param caused contacts anywhere in the journey that go back to one here
 * @param conductIncidents what went badly in how somebody behaved
 * @param processIncidents what went badly in how the work is organised
 * @param scores how many were given
 * @param meanScore from 0 to 100; absent without any
 * @param costs by currency
 * @param waits contacts that came after another of their case
 * @param meanWait since the contact before; absent without any
 * @param handoffs of these, counted ones of another party than the counted one before
 * @param meanHandoffWait since the contact before; absent without any
 * @param promises what became of them
 */
public record Happening(
        long contacts,
        Map<Outcome, Long> outcomes,
        long failures,
        long counted,
        long planned,
        long repeated,
        long repeatedQuestions,
        long redirects,
        long extraInboundContacts,
        long channelSwitches,
        long reworkContacts,
        long caused,
        long conductIncidents,
        long processIncidents,
        long scores,
        @Nullable BigDecimal meanScore,
        List<Cost> costs,
        long waits,
        @Nullable Duration meanWait,
        long handoffs,
        @Nullable Duration meanHandoffWait,
        Promises promises) {

    private static final int DECIMALS = 1;

    /** Of a place whose time nobody takes. */
    static final long NO_TIME = -1;

    /**
     * Costs in one currency.
     *
     * @param currency ISO 4217
     * @param company what the company paid
     * @param customer what it cost the customer
     */
    public record Cost(String currency, BigDecimal company, BigDecimal customer) {}

    /**
     * Promises meant for a touchpoint, or given in a phase.
     *
     * @param kept within their window or late
     * @param late of the kept ones
     * @param broken never kept
     */
    public record Promises(long kept, long late, long broken) {}

    /** All that happened at chosen touchpoints. */
    static Happening at(Map<Spot, Figures> figures, Predicate<Spot> chosen) {
        Figures all = new Figures();
        SortedMap<String, Figures> currencies = new TreeMap<>();
        figures.forEach((spot, here) -> {
            if (spot.scope() == Spot.Scope.TOUCHPOINT && chosen.test(spot)) {
                all.plus(here);
                if (!spot.currency().isEmpty()) {
                    currencies
                            .computeIfAbsent(spot.currency(), each -> new Figures())
                            .plus(here);
                }
            }
        });
        return of(all, currencies);
    }

    /** All that happened somewhere, costs left out. */
    static Happening of(Figures all) {
        return of(all, new TreeMap<>());
    }

    private static Happening of(Figures all, SortedMap<String, Figures> currencies) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        outcomes.put(Outcome.DONE, all.count(Figure.DONE));
        outcomes.put(Outcome.PARTLY, all.count(Figure.PARTLY));
        outcomes.put(Outcome.FAILED, all.count(Figure.FAILED));
        outcomes.put(Outcome.MISSED, all.count(Figure.MISSED));
        outcomes.put(Outcome.REWORK, all.count(Figure.REWORK));
        outcomes.put(Outcome.SENT_AWAY, all.count(Figure.SENT_AWAY));
        return new Happening(
                sum(outcomes.values()),
                outcomes,
                all.count(Figure.FAILURES),
                all.count(Figure.COUNTED),
                all.count(Figure.PLANNED),
                all.count(Figure.REPEATED),
                all.count(Figure.REPEATED_QUESTIONS),
                all.count(Figure.REDIRECTS),
                all.count(Figure.EXTRA_INBOUND),
                all.count(Figure.CHANNEL_SWITCHES),
                all.count(Figure.RETURNED),
                all.count(Figure.CAUSED),
                all.count(Figure.CONDUCT_INCIDENTS),
                all.count(Figure.PROCESS_INCIDENTS),
                all.count(Figure.SCORES),
                mean(all.sum(Figure.SCORE_SUM), all.count(Figure.SCORES)),
                currencies.entrySet().stream()
                        .map(each -> new Cost(
                                each.getKey(),
                                each.getValue().sum(Figure.COMPANY_COST),
                                each.getValue().sum(Figure.CUSTOMER_COST)))
                        .toList(),
                all.count(Figure.WAITS),
                duration(all, Figure.WAIT_MILLIS, Figure.WAITS),
                all.count(Figure.HANDOFFS),
                duration(all, Figure.HANDOFF_WAIT_MILLIS, Figure.HANDOFFS),
                new Promises(
                        all.count(Figure.KEPT_PROMISES) + all.count(Figure.LATE_PROMISES),
                        all.count(Figure.LATE_PROMISES),
                        all.count(Figure.BROKEN_PROMISES)));
    }

    /** What it cost a customer, on average over so many cases that took so long together. */
    JourneyMap.Effort effort(long cases, long elapsedMillis) {
        long deadEnds = outcomes.getOrDefault(Outcome.SENT_AWAY, 0L);
        long total = extraInboundContacts + redirects + deadEnds + repeatedQuestions + channelSwitches;
        return new JourneyMap.Effort(
                mean(total, cases),
                mean(extraInboundContacts, cases),
                mean(redirects, cases),
                mean(deadEnds, cases),
                mean(repeatedQuestions, cases),
                mean(channelSwitches, cases),
                mean(counted, cases),
                elapsedMillis == NO_TIME ? null : duration(elapsedMillis, cases));
    }

    private static @Nullable BigDecimal mean(long sum, long count) {
        return mean(BigDecimal.valueOf(sum), count);
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static @Nullable BigDecimal mean(BigDecimal sum, long count) {
        return count == 0 ? null : sum.divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.HALF_UP);
    }

    private static @Nullable Duration duration(Figures all, Figure millis, Figure count) {
        return duration(all.count(millis), all.count(count));
    }

    private static @Nullable Duration duration(long millis, long of) {
        return of == 0
                ? null
                : Duration.ofSeconds(Duration.ofMillis(millis / of).toSeconds());
    }
}
