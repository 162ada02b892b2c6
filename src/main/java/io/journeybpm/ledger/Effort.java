package io.journeybpm.ledger;

import java.util.Map;

/**
 * What a case costs the customer besides money: an addition of what has been found to tire customers, each thing weighing
 * one. The things are those of M. Dixon, K. Freeman, N. Toman, Stop Trying to Delight Your Customers, Harvard Business
 * Review, July-August 2010; that they are added, and with equal weights, is our own.
 *
 * @param extraInboundContacts how often the customer had to come back
 * @param redirects how often the customer was sent on
 * @param deadEnds how often the customer was sent away
 * @param repeatedQuestions how often the customer had to say again what was known
 * @param channelSwitches how often the customer had to take another channel
 */
public record Effort(
        int extraInboundContacts, int redirects, int deadEnds, int repeatedQuestions, int channelSwitches) {

    /** The effort that counts of a case add up to. */
    public static Effort of(Map<Count, Integer> counts) {
        return new Effort(
                counts.getOrDefault(Count.EXTRA_INBOUND_CONTACTS, 0),
                counts.getOrDefault(Count.REDIRECTS, 0),
                counts.getOrDefault(Count.DEAD_ENDS, 0),
                counts.getOrDefault(Count.REPEATED_QUESTIONS, 0),
                counts.getOrDefault(Count.CHANNEL_SWITCHES, 0));
    }

    /** All of it. */
    public int total() {
        return extraInboundContacts + redirects + deadEnds + repeatedQuestions + channelSwitches;
    }
}
