package io.journeybpm.rest;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a write, rendered within the transaction it tells of, so that a repetition can be answered with the
 * same bytes.
 *
 * @param status HTTP status
 * @param location of what was made
 * @param json the body
 * @param <T> what the body shows
 */
record Reply<T>(int status, @Nullable String location, String json) {

    /**
     * What a write led to, not yet rendered.
     *
     * @param status HTTP status
     * @param location of what was made
     * @param body what to show
     */
    record Effect<T>(int status, @Nullable String location, T body) {}

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    static <T> Effect<T> done(T body) {
        return new Effect<>(OK, null, body);
    }

    static <T> Effect<T> created(String location, T body) {
        return new Effect<>(CREATED, location, body);
    }

    static <T> Effect<T> accepted(String location, T body) {
        return new Effect<>(ACCEPTED, location, body);
    }

    static <T> Effect<T> accepted(T body) {
        return new Effect<>(ACCEPTED, null, body);
    }

    /** Said before: the same thing, but nothing was made now. */
    static <T> Effect<T> repeated(String location, T body) {
        return new Effect<>(OK, location, body);
    }
}
