package io.journeybpm.casework;

import io.journeybpm.engine.Briefings.Handed;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.LeftOpen;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.RootCause;
import io.journeybpm.ledger.ToldFact;
import io.journeybpm.visits.Readiness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the next person must know before meeting the customer, at the time it is read.
 *
 * @param about the case as it stands
 * @param customer who it is about
 * @param latest what was done last, newest first
 * @param open what was left open, newest first
 * @param rootCauses what most of the latest contacts go back to, worst first
 * @param facts what was told, by name
 * @param next what the next step lacks, where it is a visit of a deployed journey
 * @param handoffs whose receivers have not met the customer yet, newest first, with what their briefs lack
 */
public record Brief(
        Case about,
        @Nullable Customer customer,
        List<Contact> latest,
        List<LeftOpen> open,
        List<RootCause> rootCauses,
        List<ToldFact> facts,
        @Nullable Readiness next,
        List<Handed> handoffs) {

    /** What is still to come, soonest first. */
    public List<Promise> promises() {
        return about.openPromises();
    }
}
