package io.journeybpm.ledger;

import io.journeybpm.journey.FactName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the brief of a handoff has to hold before the receiver can do without asking again. */
public final class Required {

    /** Parts of every brief, by the keys of their names; see {@link io.journeybpm.journey.Handoff#isWord}. */
    private static final String DONE = "done";

    private static final String NOTE = "note";
    private static final String OPEN = "open";
    private static final String NEXT_STEP = "nextstep";

    private Required() {}

    /**
     * What a handoff still lacks.
     *
     * @param facts names of the facts told
     * @param promises what is still to come
     * @param customer who it is about, asked only where it matters
     */
    public static List<String> missing(
            NewHandoff handoff,
            Collection<String> facts,
            List<Promise> promises,
            Supplier<? extends @Nullable Customer> customer) {
        if (handoff.requires().isEmpty()) {
            return List.of();
        }
        Set<String> known = facts.stream().map(FactName::key).collect(Collectors.toSet());
        return handoff.requires().stream()
                .filter(each -> !isThere(FactName.key(each), handoff, known, promises, customer))
                .toList();
    }

    private static boolean isThere(
            String name,
            NewHandoff handoff,
            Set<String> facts,
            List<Promise> promises,
            Supplier<? extends @Nullable Customer> customer) {
        return switch (name) {
            case DONE, NOTE -> handoff.done() != null;
            case OPEN -> handoff.leftOpen() != null;
            case NEXT_STEP -> promises.stream().anyMatch(each -> isBooked(each, handoff.to()));
            default -> facts.contains(name) || isKnown(name, customer);
        };
    }

    /** A step without a window says who comes, but not when. */
    private static boolean isBooked(Promise promise, String receiver) {
        String party = promise.made().party();
        return promise.made().to() != null && (party == null || party.equals(receiver));
    }

    /** What every company asks for once, and keeps with the customer. */
    private static boolean isKnown(String name, Supplier<? extends @Nullable Customer> asked) {
        if (!Set.of("name", "address", "phone", "email").contains(name)) {
            return false;
        }
        Customer customer = asked.get();
        if (customer == null) {
            return false;
        }
        Map<String, Supplier<@Nullable String>> kept = Map.of(
                "name", customer::name,
                "address", customer::address,
                "phone", customer::phone,
                "email", customer::email);
        return Objects.requireNonNull(kept.get(name)).get() != null;
    }
}
