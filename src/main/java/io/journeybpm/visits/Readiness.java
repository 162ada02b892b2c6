package io.journeybpm.visits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a visit can do what it is for.
 *
 * @param visit key of the touchpoint
 * @param party who comes
 * @param missing what it lacks; nothing: it is ready
 * @param failure why the table gave no usable answer, so that nobody knows
 */
public record Readiness(
        String visit,
        @Nullable String party,
        List<Missing> missing,
        @Nullable String failure) {

    /**
     * Something a visit lacks.
     *
     * @param what in a few words
     * @param who mends it, where the table says
     * @param action how
     */
    public record Missing(
            String what, @Nullable String who, @Nullable String action) {}

    /** Whether nothing is missing, as far as the table could be asked. */
    public boolean isReady() {
        return missing.isEmpty() && failure == null;
    }

    /** What is missing, in words alone. */
    public List<String> words() {
        return missing.stream().map(Missing::what).toList();
    }
}
