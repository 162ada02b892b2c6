package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeybpm.visits.Readiness;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a visit can do what it is for.
 *
 * @param visit key of the touchpoint
 * @param party who comes
 * @param ready whether nothing is missing; null where the table could not say
 * @param missing what is, with who mends it and how
 * @param failure why the table could not say
 */
record ReadinessView(
        String visit,
        @Nullable String party,
        @Nullable Boolean ready,
        List<Readiness.Missing> missing,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failure) {

    static ReadinessView of(Readiness shown) {
        Boolean ready = shown.failure() == null ? shown.isReady() : null;
        return new ReadinessView(shown.visit(), shown.party(), ready, shown.missing(), shown.failure());
    }

    /** Of several visits the first that isn't ready; null without any visit. */
    static @Nullable ReadinessView worst(List<Readiness> visits) {
        return visits.stream()
                .min(Comparator.comparing(Readiness::isReady))
                .map(ReadinessView::of)
                .orElse(null);
    }
}
