package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import org.jspecify.annotations.Nullable;

/**
 * A place on a journey's map that figures belong to. Texts that don't apply are blank.
 *
 * @param scope how much of the journey it is
 * @param phase the phase's id
 * @param touchpoint the touchpoint's key, or what senders called it; a party or a reason where the scope is one
 * @param currency of the costs; blank for all that isn't a cost
 */
public record Spot(Scope scope, String phase, String touchpoint, String currency) {

    /** How much of a journey a spot is: cases can't be added up from its parts, as one case is in many of them. */
    public enum Scope implements Word {
        JOURNEY,
        PHASE,
        TOUCHPOINT,
        /** All that one party did, wherever; it stands for the touchpoint. */
        PARTY,
        /** All that customers came for with one reason; it stands for the touchpoint. */
        REASON,
        /** What was tedious at a touchpoint, in whatever phase. */
        HINDRANCE,
        /** What was tedious at none; its channel stands for the touchpoint, its party for the phase. */
        AD_HOC,
        /** From one party to another: the sender stands in the phase's place, the receiver in the touchpoint's. */
        HANDOFF,
        /** Open cases whose latest contact lies in a phase; with a touchpoint, those of them that have met it. */
        STANDING,
        /** Contacts at a drawn touchpoint right after one in another phase: that other phase stands in the phase's place. */
        AFTER,
        /** What happened at no drawn touchpoint: its channel stands in the phase's place, its reason in the touchpoint's. */
        BESIDE
    }

    static Spot journey() {
        return new Spot(Scope.JOURNEY, "", "", "");
    }

    static Spot phase(String phase) {
        return new Spot(Scope.PHASE, phase, "", "");
    }

    static Spot touchpoint(@Nullable String phase, @Nullable String touchpoint) {
        return new Spot(Scope.TOUCHPOINT, phase == null ? "" : phase, touchpoint == null ? "" : touchpoint, "");
    }

    static Spot party(String party) {
        return new Spot(Scope.PARTY, "", party, "");
    }

    static Spot reason(String reason) {
        return new Spot(Scope.REASON, "", reason, "");
    }

    static Spot hindrance(Hindrances.Place place) {
        return place.touchpoint().isEmpty()
                ? new Spot(Scope.AD_HOC, place.party(), place.channel(), "")
                : new Spot(Scope.HINDRANCE, "", place.touchpoint(), "");
    }

    /** Where it was, if it tells of something tedious. */
    public Hindrances.Place place() {
        return scope == Scope.AD_HOC
                ? new Hindrances.Place("", touchpoint, phase)
                : new Hindrances.Place(touchpoint, "", "");
    }

    static Spot handoff(String from, String to) {
        return new Spot(Scope.HANDOFF, from, to, "");
    }

    static Spot standing(String phase, String touchpoint) {
        return new Spot(Scope.STANDING, phase, touchpoint, "");
    }

    static Spot after(String phase, String touchpoint) {
        return new Spot(Scope.AFTER, phase, touchpoint, "");
    }

    static Spot beside(String channel, @Nullable String reason) {
        return new Spot(Scope.BESIDE, channel, reason == null ? "" : reason, "");
    }

    Spot in(String currency) {
        return new Spot(scope, phase, touchpoint, currency);
    }
}
