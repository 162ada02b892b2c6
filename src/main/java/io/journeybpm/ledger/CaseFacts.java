package io.journeybpm.ledger;

import io.journeybpm.journey.FactName;
import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.LedgerProblem.TooManyFacts;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the customer has told in a case held for writing. Values are in the table; where they matter, in the case's row. */
public final class CaseFacts {

    /** Nobody reads more than this before ringing a bell; a log of everything belongs into notes. */
    public static final int MOST = 200;

    private final CaseFile file;
    private final Cases cases;
    private final Set<String> shown = new HashSet<>();

    CaseFacts(CaseFile file, Cases cases) {
        this.file = file;
        this.cases = cases;
    }

    /**
     * Keeps a fact, or what has become of it.
     *
     * @throws TooManyFacts if the case has as many as it can keep
     */
    public void tell(Fact fact, @Nullable String actor) {
        Map<String, Carry.Known> known = file.row.carry.facts;
        if (!known.containsKey(fact.name()) && known.size() >= MOST) {
            throw new TooManyFacts(MOST);
        }
        Instant now = file.clock().now();
        known.put(fact.name(), new Carry.Known(fact.showAt(), now));
        file.writes.facts.put(fact.name(), new ToldFact(fact.name(), fact.value(), fact.showAt(), now, actor));
        file.note(Event.Kind.FACT, actor, fact.name(), fact.value());
    }

    /** Names of what was told. */
    public Collection<String> names() {
        return List.copyOf(file.row.carry.facts.keySet());
    }

    /** What was told, by name, entries not yet written included. */
    public List<ToldFact> all() {
        if (file.row.carry.facts.isEmpty()) {
            return List.of();
        }
        Map<String, ToldFact> all = new LinkedHashMap<>();
        if (!file.hasNothingWritten()) {
            cases.facts(file.row.caseId).forEach(each -> all.put(each.name(), each));
        }
        all.putAll(file.writes.facts);
        return all.values().stream()
                .sorted(Comparator.comparing(ToldFact::name))
                .toList();
    }

    /** Whether any fact names this touchpoint. */
    public boolean matterAt(String touchpoint) {
        return file.row.carry.facts.values().stream()
                .anyMatch(each -> Fact.places(each.showAt()).contains(touchpoint));
    }

    /** Whoever reports a contact in this transaction says that these facts were known to those who met the customer. */
    public void shown(Collection<String> names) {
        names.stream().map(FactName::key).forEach(shown::add);
    }

    /** Names of facts a contact's touchpoint was left without, though they had been told before. */
    List<String> forgotten(NewContact contact, Instant occurredAt, Seen seen) {
        String touchpoint = contact.place().touchpoint();
        boolean nobody = touchpoint == null || contact.outcome() == Outcome.MISSED;
        if (nobody || seen.facts() || file.row.carry.facts.isEmpty()) {
            return List.of();
        }
        Instant read = file.row.carry.readAt(contact.party());
        return file.row.carry.facts.entrySet().stream()
                .filter(each -> Fact.places(each.getValue().showAt()).contains(touchpoint))
                .filter(each -> !each.getValue().toldAt().isAfter(occurredAt))
                .filter(each -> !isRead(each.getValue().toldAt(), read, occurredAt))
                .map(Map.Entry::getKey)
                .filter(each -> !shown.contains(FactName.key(each)))
                .sorted()
                .toList();
    }

    private static boolean isRead(Instant told, @Nullable Instant read, Instant occurredAt) {
        return read != null && !read.isBefore(told) && !read.isAfter(occurredAt);
    }

    /** Says on the timeline what a contact did without. */
    void note(Contact contact, List<String> forgotten) {
        String touchpoint = contact.reported().place().touchpoint();
        forgotten.forEach(
                each -> file.note(Event.Kind.FACT_FORGOTTEN, contact.reported().user(), each, touchpoint));
    }
}
