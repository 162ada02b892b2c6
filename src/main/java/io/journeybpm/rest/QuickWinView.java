package io.journeybpm.rest;

import io.journeybpm.insight.QuickWin;
import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.Hindrances.Place;
import io.journeybpm.ledger.Hindrances.Told;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place where it is tedious for customers, and what was said there.
 *
 * @param touchpoint its key, or what senders called it; null where they didn't
 * @param title what people read; null where it isn't drawn
 * @param channel where there is no touchpoint
 * @param party where there is no touchpoint
 * @param contacts that sent the customer away or on, or asked again
 * @param cases in which that happened
 * @param share of all such contacts on the journey, from 0 to 100
 * @param deadEnds of these, the ones that sent the customer away
 * @param redirects of these, the ones that sent the customer on
 * @param repeatedQuestions that were asked in these
 * @param latest what was said, the latest three
 */
record QuickWinView(
        @Nullable String touchpoint,
        @Nullable String title,
        @Nullable String channel,
        @Nullable String party,
        long contacts,
        long cases,
        BigDecimal share,
        long deadEnds,
        long redirects,
        long repeatedQuestions,
        List<ToldView> latest) {

    /**
     * What was said once; plain text, as it was written.
     *
     * @param contactId the contact
     * @param occurredAt when
     * @param outcome how it ended
     * @param redirectedTo where the customer was sent
     * @param reason why the customer came
     * @param note free text
     */
    record ToldView(
            String contactId,
            Instant occurredAt,
            String outcome,
            @Nullable String redirectedTo,
            @Nullable String reason,
            @Nullable String note) {

        static ToldView of(Told shown) {
            return new ToldView(
                    shown.contactId(),
                    shown.at(),
                    shown.outcome().word(),
                    shown.redirectedTo(),
                    shown.reason(),
                    shown.note());
        }
    }

    static QuickWinView of(QuickWin shown, @Nullable Journey model) {
        Place place = shown.place();
        return new QuickWinView(
                text(place.touchpoint()),
                Optional.ofNullable(model)
                        .flatMap(journey -> journey.touchpoint(place.touchpoint()))
                        .map(Touchpoint::title)
                        .orElse(null),
                text(place.channel()),
                text(place.party()),
                shown.contacts(),
                shown.cases(),
                shown.share(),
                shown.deadEnds(),
                shown.redirects(),
                shown.repeatedQuestions(),
                shown.latest().stream().map(ToldView::of).toList());
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }
}
