package io.journeybpm.journey;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in the model where the customer is met. Texts are as drawn and may be expressions such as {@code ${trade}},
 * which only a running case can resolve.
 *
 * @param id the BPMN element id: the touchpoint's key
 * @param title what people read
 * @param element the BPMN element's kind, such as {@code userTask}
 * @param phase the id of the phase it lies in, if any
 * @param channel see {@link Channel}
 * @param party who meets the customer
 * @param direction see {@link Direction}
 * @param moment {@code truth} or {@code normal}
 * @param counts {@code true} or {@code false} where the owner said so, else the default of the channel applies
 * @param companyCost default cost for the company, such as {@code 1850 DKK}
 * @param customerCost default cost for the customer
 * @param promise what is promised next
 * @param promiseWithin ISO-8601 duration from the contact to the end of the promise's window
 * @param handoff what the sender hands over, where a handoff is drawn here
 * @param nextParty who meets the customer next, where the model leaves no doubt
 * @param fields answers of its form besides the outcome, which start empty at each visit
 * @param recurring whether it lies in a loop the model itself times, so that each round is planned
 * @param review whether completing it reviews the case
 * @param purpose see {@link Purpose}
 * @param facts answers of its form that are kept as facts
 * @param visitGate {@code block}: a visit that isn't ready is kept from being sent; absent: it is warned of
 * @param customerTitle what the customer's own page calls it; absent: the page doesn't show it
 * @param customerWhy why it is done, in the customer's words
 * @param gated whether any visit of its process has a gate that may have to be overridden here
 */
public record Touchpoint(
        String id,
        String title,
        String element,
        @Nullable String phase,
        @Nullable String channel,
        @Nullable String party,
        @Nullable String direction,
        @Nullable String moment,
        @Nullable String counts,
        @Nullable String companyCost,
        @Nullable String customerCost,
        @Nullable String promise,
        @Nullable String promiseWithin,
        @Nullable Handoff handoff,
        @Nullable String nextParty,
        List<String> fields,
        boolean recurring,
        boolean review,
        @Nullable String purpose,
        List<FactField> facts,
        @Nullable String visitGate,
        @Nullable String customerTitle,
        @Nullable String customerWhy,
        boolean gated) {

    /** The answer that gives a reason for sending a visitor though something is missing. */
    public static final String OVERRIDE_REASON = "overrideReason";

    /** Names of its form's answers besides those of every contact; they start empty at each visit. */
    public Set<String> answers() {
        Set<String> answers = new LinkedHashSet<>(fields);
        facts.forEach(each -> answers.add(each.variable()));
        if (handoff != null) {
            handoff.facts().forEach(each -> answers.add(each.variable()));
        }
        if (gated) {
            answers.add(OVERRIDE_REASON);
        }
        return answers;
    }
}
