package io.journeybpm.insight;

import io.journeybpm.insight.JourneyMap.OfReason;
import io.journeybpm.ledger.Figures;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.Spot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How often customers came for what: in the words of the journey's owner, as people come for five to ten reasons. */
final class Reasons {

    /** What no owner has listed; it is counted, never lost. */
    static final String OTHER = "other";

    /** Of a journey that lists none: as many as one may list. */
    private static final int MOST = 10;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Reasons() {}

    /** The reasons of a journey, the most frequent first, what belongs to none of them last. */
    static List<OfReason> of(List<String> listed, Map<Spot, Figures> figures) {
        Map<String, Long> said = said(figures);
        Map<String, String> known = new HashMap<>();
        NewContact.Reasons.ALWAYS.forEach(each -> known.put(each, each));
        listed.forEach(each -> known.put(each.toLowerCase(Locale.ROOT), each));
        if (listed.isEmpty()) {
            said.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST)
                    .forEach(each -> known.putIfAbsent(each.getKey(), each.getKey()));
        }
        Map<String, Long> counts = new HashMap<>();
        said.forEach((reason, contacts) ->
                counts.merge(Objects.requireNonNull(known.getOrDefault(reason, OTHER)), contacts, Long::sum));
        return shown(counts);
    }

    private static Map<String, Long> said(Map<Spot, Figures> figures) {
        Map<String, Long> said = new HashMap<>();
        figures.forEach((spot, here) -> {
            long contacts = Happening.of(here).contacts();
            boolean theirs = spot.scope() == Spot.Scope.REASON && !NewContact.Reasons.OURS.contains(spot.touchpoint());
            if (theirs && contacts > 0) {
                said.merge(spot.touchpoint(), contacts, Long::sum);
            }
        });
        return said;
    }

    private static List<OfReason> shown(Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        List<OfReason> shown = new ArrayList<>();
        counts.forEach((reason, contacts) -> shown.add(new OfReason(reason, contacts, share(contacts, all))));
        shown.sort(Comparator.comparing((OfReason each) -> each.reason().equals(OTHER))
                .thenComparing(Comparator.comparingLong(OfReason::contacts).reversed())
                .thenComparing(OfReason::reason));
        return shown;
    }

    static BigDecimal share(long part, long all) {
        return HUNDRED.multiply(BigDecimal.valueOf(part)).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
    }
}
