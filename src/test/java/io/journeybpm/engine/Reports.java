package io.journeybpm.engine;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.Costs;
import java.util.List;

/** Contacts as somebody outside might report them. */
final class Reports {

    private Reports() {}

    static ReportedContact visit(String party) {
        return of(null, Channel.VISIT, party, Outcome.DONE, null, null);
    }

    static ReportedContact at(String touchpoint) {
        return of(touchpoint, null, null, null, null, null);
    }

    static ReportedContact chasing() {
        return new ReportedContact(
                null,
                null,
                Channel.PHONE,
                Direction.INBOUND,
                "handler",
                null,
                Outcome.DONE,
                null,
                null,
                "chasing",
                List.of(),
                0,
                null,
                Costs.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static ReportedContact sendingOn(String touchpoint, String party) {
        return new ReportedContact(
                touchpoint,
                null,
                null,
                null,
                null,
                null,
                Outcome.DONE,
                null,
                null,
                null,
                List.of(),
                0,
                party,
                Costs.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static ReportedContact of(
            String touchpoint, Channel channel, String party, Outcome outcome, String externalId, String instance) {
        return new ReportedContact(
                touchpoint,
                instance,
                channel,
                null,
                party,
                null,
                outcome,
                null,
                null,
                null,
                List.of(),
                0,
                null,
                Costs.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                externalId);
    }
}
