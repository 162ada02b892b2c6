package io.journeybpm.cockpit;

import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CasePaths.Stop;
import io.journeybpm.ledger.Promise;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way a case went, by the elements of its diagram.
 *
 * @param caseId the case
 * @param contacts how many it has
 * @param stops contacts at drawn touchpoints, the first and last ones of each, in the order they took place
 * @param adHoc the first and last contacts at none
 * @param adHocContacts how many these are
 * @param waiting elements that wait in the instance that is looked at
 * @param promises what is promised, soonest first
 */
record DiagramPath(
        String caseId,
        int contacts,
        List<Contact> stops,
        List<Contact> adHoc,
        int adHocContacts,
        List<String> waiting,
        List<Coming> promises) {

    /** More promises than anybody keeps are a list, and that is in the tab. */
    private static final int PROMISES = 20;

    /**
     * A contact.
     *
     * @param id the element, of an ad hoc one none
     * @param number among the contacts of the case, from 1
     * @param turns how many there are at the same element
     * @param entry its number in the timeline
     * @param outcome its word; {@code rework} for all that returned to something done before
     */
    record Contact(
            @Nullable String id,
            int number,
            int turns,
            int entry,
            String what,
            @Nullable String party,
            @Nullable String reason,
            String outcome,
            boolean extra,
            String at) {

        static Contact of(Stop stop, Words words) {
            boolean again = stop.rework() && stop.outcome() == Outcome.DONE;
            return new Contact(
                    stop.touchpoint(),
                    stop.place(),
                    stop.turns(),
                    stop.entry(),
                    stop.title() == null ? Words.capital(stop.channel().word()) : stop.title(),
                    stop.party() == null ? null : Words.party(stop.party()),
                    stop.reason() == null ? null : Words.spaced(stop.reason()),
                    (again ? Outcome.REWORK : stop.outcome()).word(),
                    stop.extra(),
                    words.moment(stop.at()));
        }
    }

    /**
     * A promise.
     *
     * @param id the touchpoint meant to keep it, or the one that waits for the party who is to; absent if neither
     */
    record Coming(@Nullable String id, CaseBrief.Coming promise) {}

    /**
     * A path.
     *
     * @param waiting elements that wait
     * @param drawn the touchpoints of the case's journey
     */
    static DiagramPath of(Case told, List<Stop> stops, List<String> waiting, List<Touchpoint> drawn, Words words) {
        List<Contact> all = stops.stream().map(each -> Contact.of(each, words)).toList();
        List<Contact> adHoc = all.stream().filter(each -> each.id() == null).toList();
        return new DiagramPath(
                told.caseId(),
                stops.isEmpty() ? 0 : stops.get(0).contacts(),
                all.stream().filter(each -> each.id() != null).toList(),
                adHoc,
                adHoc.isEmpty() ? 0 : adHoc.get(0).turns(),
                waiting,
                told.openPromises().stream()
                        .limit(PROMISES)
                        .map(each -> new Coming(place(each, waiting, drawn), CaseBrief.Coming.of(each, words)))
                        .toList());
    }

    private static @Nullable String place(Promise promise, List<String> waiting, List<Touchpoint> drawn) {
        return promise.made().touchpoint() != null
                ? promise.made().touchpoint()
                : drawn.stream()
                        .filter(each -> promise.isFor(each.id(), each.party()) && waiting.contains(each.id()))
                        .map(Touchpoint::id)
                        .findFirst()
                        .orElse(null);
    }
}
