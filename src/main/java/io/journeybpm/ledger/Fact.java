package io.journeybpm.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Something the customer told once.
 *
 * @param name what it is about, unique per case
 * @param value what was told
 * @param showAt the touchpoint where it matters; absent: everywhere
 */
public record Fact(String name, String value, @Nullable String showAt) {}
