package io.journeybpm.engine;

import io.journeybpm.decision.Durations;
import io.journeybpm.journey.Handoff;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.NewPromise;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the customer is promised next: by whoever fills in the form, else by the model. */
final class NextSteps {

    private final ZoneId zone;

    NextSteps(ZoneId zone) {
        this.zone = zone;
    }

    /** What a touchpoint promises; null if neither its form nor the model says. */
    @Nullable
    NewPromise of(Fields fields, TouchpointTexts model, @Nullable String party, Instant now) {
        String what = fields.text(Fields.NEXT_STEP_WHAT, Fields.SENTENCE);
        String who = fields.text(Fields.NEXT_STEP_PARTY, Fields.NAME);
        Instant from = fields.time(Fields.NEXT_STEP_FROM);
        Instant to = fields.time(Fields.NEXT_STEP_TO);
        Handoff handoff = model.touchpoint().handoff();
        String drawnNext = ContactReader.first(model.touchpoint().nextParty(), party);
        String next = handoff == null ? drawnNext : model.text(handoff.to());
        String drawn = model.text(model.touchpoint().promise());
        if (what != null || who != null || from != null || to != null) {
            if (from != null && to != null && to.isBefore(from)) {
                throw new JourneyRefused("nextStepTo lies before nextStepFrom");
            }
            String promised = ContactReader.first(what, drawn);
            return new NewPromise(
                    promised == null ? "next visit" : promised,
                    null,
                    ContactReader.first(who, next),
                    from,
                    to == null ? from : to,
                    NewPromise.Origin.NEXT_STEP);
        }
        String within = model.text(model.touchpoint().promiseWithin());
        return drawn == null ? null : promise(model.touchpoint().id(), drawn, within, next, now);
    }

    /**
     * Promises what a handoff drawn as an event of its own says, if it says anything. What somebody has promised of the
     * receiver already stands.
     */
    void promise(CaseFile file, Handoff handoff, UnaryOperator<String> resolve, Instant now) {
        String what = resolved(handoff.promise(), resolve);
        String within = resolved(handoff.promiseWithin(), resolve);
        String party = resolve.apply(handoff.to());
        boolean promised = file.promises().open().stream()
                .anyMatch(each -> Objects.equals(party, each.made().party()));
        if (what != null && !promised) {
            file.promises().make(promise(handoff.element(), what, within, party, now), now);
        }
    }

    private static @Nullable String resolved(@Nullable String text, UnaryOperator<String> resolve) {
        String value = text == null ? null : resolve.apply(text);
        return value == null || value.isBlank() ? null : value;
    }

    private NewPromise promise(
            String element, String what, @Nullable String within, @Nullable String party, Instant now) {
        Instant to = within == null ? null : after(element, now, within);
        return new NewPromise(what, null, party, to == null ? null : now, to, NewPromise.Origin.NEXT_STEP);
    }

    /** The end of an ISO-8601 duration that begins now, days and months by the calendar of the settings' zone. */
    private Instant after(String element, Instant now, String duration) {
        try {
            return Durations.after(now, duration, zone);
        } catch (IllegalArgumentException malformed) {
            throw new JourneyRefused("'" + element + "': journey.promise.within is '" + duration
                    + "', but has to be a duration such as P1D or PT8H");
        }
    }
}
