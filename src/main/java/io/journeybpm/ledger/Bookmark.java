package io.journeybpm.ledger;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** A place in a list ordered by time: the last entry of the part before. */
record Bookmark(Instant at, String key) {

    String token() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key as the number of an entry.
     *
     * @throws IllegalArgumentException if it isn't one
     */
    int entry() {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException notOurs) {
            throw new IllegalArgumentException("'after' wasn't given out by this list", notOurs);
        }
    }

    /**
     * Reads a place back.
     *
     * @throws IllegalArgumentException if the text was not given out as one
     */
    static Bookmark of(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", 2);
            if (parts.length == 2) {
                return new Bookmark(Instant.parse(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // falls through to the one message
        }
        throw new IllegalArgumentException("this isn't a place in the list: take it from 'next' of the part before");
    }
}
