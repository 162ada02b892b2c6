package io.journeybpm.pages;

import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.engine.CustomerMessages.Kind;
import io.journeybpm.engine.CustomerMessages.Message;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sends.
 *
 * @param kind {@code when}, {@code unfit}, {@code question} or {@code suggestion}
 * @param id the page's own, 8 to 64 letters, digits and hyphens: sent again with the same id, it is the same message
 * @param text in the customer's words
 * @param promise number of the promise that doesn't suit
 */
record MessageBody(
        @Nullable String kind,
        @Nullable String id,
        @Nullable String text,
        @Nullable Integer promise) {

    /** Characters of a message, and what the page counts down from. */
    static final int MOST = 2000;

    private static final String ID = "[A-Za-z0-9-]{8,64}";
    private static final String PAGE = "page:";

    /**
     * Reads it.
     *
     * @throws InvalidRequest if anything in it is wrong
     */
    Message read() {
        Kind wanted = kind(kind)
                .orElseThrow(() -> new InvalidRequest("kind", "is none of when, unfit, question, suggestion"));
        if (id == null || !id.matches(ID)) {
            throw new InvalidRequest("id", "is 8 to 64 letters, digits and hyphens");
        }
        String words = text == null || text.isBlank() ? null : text.strip();
        if (words == null && (wanted == Kind.QUESTION || wanted == Kind.SUGGESTION)) {
            throw new InvalidRequest("text", "is required");
        }
        if (words != null && words.length() > MOST) {
            throw new InvalidRequest("text", "has more than " + MOST + " characters");
        }
        if (wanted == Kind.UNFIT && promise == null) {
            throw new InvalidRequest("promise", "is required");
        }
        return new Message(
                wanted,
                id,
                words == null || wanted == Kind.WHEN ? null : clean(words),
                wanted == Kind.UNFIT ? promise : null);
    }

    /** What no database keeps and nobody has typed. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .filter(each -> each == '\n' || each == '\t' || !Character.isISOControl(each))
                .filter(each -> Character.getType(each) != Character.SURROGATE)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static Optional<Kind> kind(@Nullable String word) {
        return Arrays.stream(Kind.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** What a contact was that came through a page; empty for any other. */
    static Optional<String> kindOf(@Nullable String externalId) {
        if (externalId == null || !externalId.startsWith(PAGE)) {
            return Optional.empty();
        }
        String word = externalId.substring(PAGE.length()).split(":", 2)[0];
        return kind(word).map(each -> word);
    }
}
