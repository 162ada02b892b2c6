package io.journeybpm.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows that the next person must know, whole and in the ledger's own values; each screen cuts it to its
 * size and puts it into its words.
 *
 * @param about the case, with its promises and handoffs
 * @param customer who the customer is
 * @param facts what the customer told and need not tell again, by name
 * @param latest what was done last, newest first
 * @param open what was left open, newest first
 */
public record Brief(
        Case about, @Nullable Customer customer, List<ToldFact> facts, List<Contact> latest, List<LeftOpen> open) {

    /**
     * Puts it together.
     *
     * @param contacts how many of the latest to look at
     */
    public static Brief of(Cases cases, Case about, int contacts) {
        List<Contact> latest = cases.latestContacts(about.caseId(), contacts);
        return new Brief(
                about,
                cases.customerOf(about).orElse(null),
                cases.facts(about.caseId()),
                latest,
                LeftOpen.of(latest, about.briefs().handoffs()));
    }
}
