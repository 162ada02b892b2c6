package io.journeybpm.engine;

import io.journeybpm.journey.Money;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.journey.Word;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint's texts with their values in the running case.
 *
 * @param touchpoint as drawn
 * @param resolve gives a text its value
 */
record TouchpointTexts(Touchpoint touchpoint, UnaryOperator<String> resolve) {

    @Nullable
    String text(@Nullable String text) {
        String value = text == null ? null : resolve.apply(text);
        return value == null || value.isBlank() ? null : value;
    }

    <W extends Enum<W> & Word> @Nullable W word(Class<W> type, @Nullable String text) {
        String value = text(text);
        return value == null
                ? null
                : Word.find(type, value)
                        .orElseThrow(() -> new JourneyRefused("touchpoint '" + touchpoint.id() + "': '" + value
                                + "' isn't one of " + Word.all(type)));
    }

    @Nullable
    Money money(@Nullable String text) {
        String value = text(text);
        try {
            return value == null ? null : Money.parse(value);
        } catch (IllegalArgumentException malformed) {
            throw new JourneyRefused("touchpoint '" + touchpoint.id() + "': " + malformed.getMessage());
        }
    }
}
