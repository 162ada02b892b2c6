package io.journeybpm.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a case's row carries in memory from one entry to the next, so that writing never has to look back. */
final class Carry {

    Tally tally = Tally.begun();
    List<Promise> promises = new ArrayList<>();
    List<HandoffEntry> handoffs = new ArrayList<>();
    List<Permission> permissions = new ArrayList<>();
    List<Integer> queuedRises = new ArrayList<>();
    TreeSet<String> completedPhases = new TreeSet<>();

    @Nullable
    PromiseTimer promiseTimer;

    Map<String, Known> facts = new HashMap<>();

    /** When parties have read the brief last. */
    Map<String, Instant> reads = new HashMap<>();

    /** More parties than this at once don't work on any case. */
    private static final int MOST_READERS = 50;

    /** A fact told: where it matters, and since when. */
    record Known(@Nullable String showAt, Instant toldAt) {}

    @Nullable
    String escalationInstance;

    /** The latest contact that an earlier one made necessary. */
    @Nullable
    Integer caused;

    Optional<Promise> promise(int entry) {
        return promises.stream().filter(each -> each.entry() == entry).findFirst();
    }

    /** The end of the soonest window promised; absent where nobody has said when anything comes next. */
    @Nullable
    Instant nextStepTo() {
        return promises.stream()
                .map(each -> each.made().to())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    void read(String party, Instant at) {
        reads.put(party, at);
        if (reads.size() > MOST_READERS) {
            reads.entrySet().stream()
                    .min(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                    .ifPresent(oldest -> reads.remove(oldest.getKey()));
        }
    }

    @Nullable
    Instant readAt(@Nullable String party) {
        return party == null ? null : reads.get(party);
    }

    Optional<HandoffEntry> handoffTo(String party, @Nullable String from) {
        Predicate<HandoffEntry> fits = each -> each.made().to().equals(party);
        Optional<HandoffEntry> exact = handoffs.stream()
                .filter(fits.and(each -> from != null && from.equals(each.made().from())))
                .findFirst();
        return exact.isPresent() ? exact : handoffs.stream().filter(fits).findFirst();
    }
}
