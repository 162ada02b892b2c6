package io.journeybpm.casework;

/**
 * What is wrong with one field of a request.
 *
 * @param field as the caller named it, such as {@code costs[0].currency}
 * @param message what is wrong, and what would be right
 */
public record FieldError(String field, String message) {}
