package io.journeybpm.ledger;

import java.util.ArrayList;
import java.util.List;
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

    @Nullable
    String escalationInstance;

    /** The latest contact that an earlier one made necessary. */
    @Nullable
    Integer caused;

    Optional<Promise> promise(int entry) {
        return promises.stream().filter(each -> each.entry() == entry).findFirst();
    }

    Optional<HandoffEntry> handoffTo(String party, @Nullable String from) {
        Predicate<HandoffEntry> fits = each -> each.made().to().equals(party);
        Optional<HandoffEntry> exact = handoffs.stream()
                .filter(fits.and(each -> from != null && from.equals(each.made().from())))
                .findFirst();
        return exact.isPresent() ? exact : handoffs.stream().filter(fits).findFirst();
    }
}
