package io.journeybpm.engine;

/** Names of the extension properties process owners set in the Modeler. */
final class Property {

    static final String PHASE = "journey.phase";
    static final String TOUCHPOINT = "journey.touchpoint";
    static final String CHANNEL = "journey.channel";
    static final String PARTY = "journey.party";
    static final String DIRECTION = "journey.direction";
    static final String MOMENT = "journey.moment";
    static final String COUNTS = "journey.counts";
    static final String COST_COMPANY = "journey.cost.company";
    static final String COST_CUSTOMER = "journey.cost.customer";
    static final String PROMISE = "journey.promise";
    static final String PROMISE_WITHIN = "journey.promise.within";
    static final String HANDOFF_TO = "journey.handoff.to";
    static final String HANDOFF_FROM = "journey.handoff.from";
    static final String HANDOFF_REQUIRES = "journey.handoff.requires";
    static final String HANDOFF_GATE = "journey.handoff.gate";
    static final String FIELDS = "journey.fields";
    static final String REVIEW = "journey.review";

    private Property() {}
}
