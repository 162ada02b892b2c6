package io.journeybpm.journey;

/** Names of the extension properties process owners set in the Modeler. */
public final class Property {

    public static final String PHASE = "journey.phase";
    public static final String TOUCHPOINT = "journey.touchpoint";
    public static final String CHANNEL = "journey.channel";
    public static final String PARTY = "journey.party";
    public static final String DIRECTION = "journey.direction";
    public static final String MOMENT = "journey.moment";
    public static final String COUNTS = "journey.counts";
    public static final String PURPOSE = "journey.purpose";
    public static final String COST_COMPANY = "journey.cost.company";
    public static final String COST_CUSTOMER = "journey.cost.customer";
    public static final String PROMISE = "journey.promise";
    public static final String PROMISE_WITHIN = "journey.promise.within";
    public static final String HANDOFF_TO = "journey.handoff.to";
    public static final String HANDOFF_FROM = "journey.handoff.from";
    public static final String HANDOFF_REQUIRES = "journey.handoff.requires";
    public static final String HANDOFF_GATE = "journey.handoff.gate";
    /** On a touchpoint: answers of its form that are kept as facts. */
    public static final String FACTS = "journey.facts";
    /** On a touchpoint: whether a visit that isn't ready is only warned of, or not booked. */
    public static final String VISIT_GATE = "journey.visit.gate";

    /** On a touchpoint: what the customer's own page calls it; without it the page doesn't show the touchpoint. */
    public static final String CUSTOMER_TITLE = "journey.customer.title";
    /** On a touchpoint: why it is done, in the customer's words. */
    public static final String CUSTOMER_WHY = "journey.customer.why";

    public static final String FIELDS = "journey.fields";
    public static final String REVIEW = "journey.review";
    /** On the process: {@code default} where the journey leaves every escalation to the process case-escalation. */
    public static final String ESCALATION = "journey.escalation";

    /** On the process: why customers come, a comma list. */
    public static final String REASONS = "journey.reasons";

    private Property() {}

    /** Whether only a running case knows the value: it is, or holds, an expression such as {@code ${trade}}. */
    public static boolean isExpression(String value) {
        return value.contains("${") || value.contains("#{");
    }
}
