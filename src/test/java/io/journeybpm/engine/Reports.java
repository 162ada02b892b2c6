package io.journeybpm.engine;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;

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
        return ReportedContact.builder()
                .channel(Channel.PHONE)
                .direction(Direction.INBOUND)
                .party("handler")
                .outcome(Outcome.DONE)
                .reason("chasing")
                .build();
    }

    static ReportedContact sendingOn(String touchpoint, String party) {
        return ReportedContact.builder()
                .touchpoint(touchpoint)
                .outcome(Outcome.DONE)
                .redirectedTo(party)
                .build();
    }

    static ReportedContact of(
            String touchpoint, Channel channel, String party, Outcome outcome, String externalId, String instance) {
        return ReportedContact.builder()
                .touchpoint(touchpoint)
                .activityInstanceId(instance)
                .channel(channel)
                .party(party)
                .outcome(outcome)
                .externalId(externalId)
                .build();
    }
}
