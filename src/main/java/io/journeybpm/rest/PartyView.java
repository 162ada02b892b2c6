package io.journeybpm.rest;

import io.journeybpm.insight.Happening;
import io.journeybpm.insight.JourneyMap;
import io.journeybpm.journey.Outcome;

/**
 * What one party did, wherever on the journey.
 *
 * @param party who met the customers
 * @param contacts of any outcome
 * @param reworkContacts of these, the ones that returned to something done before
 * @param caused contacts anywhere in the journey that go back to one of these
 * @param deadEnds of these, the ones that sent the customer away
 * @param redirects of these, the ones that sent the customer on
 * @param repeatedQuestions questions the customers had answered before
 * @param conductIncidents what went badly in how somebody behaved
 * @param processIncidents what went badly in how the work is organised
 */
record PartyView(
        String party,
        long contacts,
        long reworkContacts,
        long caused,
        long deadEnds,
        long redirects,
        long repeatedQuestions,
        long conductIncidents,
        long processIncidents) {

    static PartyView of(JourneyMap.OfParty shown) {
        Happening happened = shown.happened();
        return new PartyView(
                shown.party(),
                happened.contacts(),
                happened.reworkContacts(),
                happened.caused(),
                happened.outcomes().getOrDefault(Outcome.SENT_AWAY, 0L),
                happened.redirects(),
                happened.repeatedQuestions(),
                happened.conductIncidents(),
                happened.processIncidents());
    }
}
