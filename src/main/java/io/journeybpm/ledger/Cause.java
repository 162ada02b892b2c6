package io.journeybpm.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a contact was necessary: the chain from the contact that caused it back to the root, across all parties.
 *
 * @param of the contact that caused it
 * @param root the contact all of it goes back to, or the furthest that was looked at
 * @param steps how many steps it is to the root, 1 where that is what caused it
 * @param whole whether nothing lies behind the root
 */
public record Cause(Link of, Link root, int steps, boolean whole) {

    /** Causes behind each other that are looked at; so long a chain is a loop of returns, whose beginning tells no more. */
    static final int MOST_STEPS = 20;

    /**
     * A contact in a chain of causes.
     *
     * @param caseId the case
     * @param entry the contact's entry
     * @param touchpoint where in the journey it was
     * @param title what people read
     * @param party who met the customer
     * @param incidents what went badly there
     * @param causedBy the entry of the contact that caused it in turn
     */
    public record Link(
            String caseId,
            int entry,
            @Nullable String touchpoint,
            @Nullable String title,
            @Nullable String party,
            List<Incident> incidents,
            @Nullable Integer causedBy) {

        /** The contact's id outside. */
        public String id() {
            return EntryId.of(caseId, entry);
        }

        /** What it was about: what went badly there, else what was being done. */
        public @Nullable String what() {
            return incidents.isEmpty()
                    ? title
                    : incidents.stream().map(Incident::what).collect(Collectors.joining(", "));
        }
    }

    /**
     * The causes of contacts that have one. All chains are followed together, step by step, so that it takes as many
     * questions as the longest has steps.
     *
     * @param read gives those of some contacts that were not voided
     */
    static Map<Integer, Cause> of(Collection<Integer> contacts, Function<Set<Integer>, List<Link>> read) {
        Map<Integer, Link> known = new HashMap<>();
        Set<Integer> asked = new HashSet<>();
        Set<Integer> wanted = new TreeSet<>(contacts);
        for (int step = 0; step <= MOST_STEPS && !wanted.isEmpty(); step++) {
            asked.addAll(wanted);
            List<Link> found = read.apply(wanted);
            found.forEach(each -> known.put(each.entry(), each));
            wanted = found.stream()
                    .map(Link::causedBy)
                    .filter(Objects::nonNull)
                    .filter(each -> !asked.contains(each))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Map<Integer, Cause> causes = new HashMap<>();
        for (Integer each : contacts) {
            Link contact = known.get(each);
            Link of = contact == null ? null : before(contact, known);
            if (of != null) {
                causes.put(each, back(of, known, asked));
            }
        }
        return causes;
    }

    private static Cause back(Link of, Map<Integer, Link> known, Set<Integer> asked) {
        Link root = of;
        int steps = 1;
        for (Link next = before(root, known); next != null && steps < MOST_STEPS; next = before(root, known)) {
            root = next;
            steps++;
        }
        Integer behind = root.causedBy();
        boolean voided = behind != null && asked.contains(behind) && !known.containsKey(behind);
        return new Cause(of, root, steps, behind == null || voided);
    }

    private static @Nullable Link before(Link link, Map<Integer, Link> known) {
        return link.causedBy() == null ? null : known.get(link.causedBy());
    }
}
