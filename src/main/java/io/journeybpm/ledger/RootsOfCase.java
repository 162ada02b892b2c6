package io.journeybpm.ledger;

import io.journeybpm.ledger.CaseStory.Found;
import io.journeybpm.ledger.CaseStory.Met;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the contacts of one case go back to in the end. */
final class RootsOfCase {

    private final Map<Integer, Met> contacts = new HashMap<>();
    private final Map<Integer, Integer> causes = new HashMap<>();
    private final Map<Integer, Integer> roots = new HashMap<>();

    /** Takes contacts that were not voided, and what was found out about them. */
    RootsOfCase(Collection<Met> met, Collection<Found> found) {
        for (Met each : met) {
            contacts.put(each.entry(), each);
            if (each.trouble().causedBy() != null) {
                causes.put(each.entry(), each.trouble().causedBy());
            }
        }
        found.stream()
                .sorted(Comparator.comparingInt(Found::entry))
                .forEach(each -> causes.put(each.contact(), each.causedBy()));
    }

    /** The contact another one goes back to, if to any. */
    Optional<Met> of(Met contact) {
        int root = root(contact.entry());
        return root == contact.entry() ? Optional.empty() : Optional.ofNullable(contacts.get(root));
    }

    private int root(int entry) {
        List<Integer> way = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        int at = entry;
        Integer known = roots.get(at);
        while (known == null && seen.add(at)) {
            way.add(at);
            Integer before = causes.get(at);
            if (before == null || !contacts.containsKey(before)) {
                break;
            }
            at = before;
            known = roots.get(at);
        }
        int root = known == null ? at : known;
        way.forEach(each -> roots.put(each, root));
        return root;
    }
}
