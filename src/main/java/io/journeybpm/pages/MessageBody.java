package io.journeybpm.pages;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.engine.CustomerMessages.Kind;
import io.journeybpm.engine.CustomerMessages.Message;
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

    /**
     * Reads it.
     *
     * @throws io.journeybpm.casework.InvalidRequest if anything in it is wrong
     */
    Message read() {
        Checks checks = new Checks();
        Kind wanted = checks.word("kind", Kind.class, checks.required("kind", kind, Limits.NAME));
        String key = SenderKey.read("id", id, checks);
        String words = text == null || text.isBlank() ? null : text.strip();
        if (words == null && (wanted == Kind.QUESTION || wanted == Kind.SUGGESTION)) {
            checks.wrong("text", "is required");
        }
        if (words != null && words.length() > MOST) {
            checks.wrong("text", "has more than " + MOST + " characters");
        }
        if (wanted == Kind.UNFIT && promise == null) {
            checks.wrong("promise", "is required");
        }
        checks.done();
        return new Message(
                wanted == null ? Kind.QUESTION : wanted,
                key,
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
}
