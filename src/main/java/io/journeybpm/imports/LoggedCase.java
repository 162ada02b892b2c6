package io.journeybpm.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case of a log.
 *
 * @param id what the log calls it
 * @param customer the customer's reference, if the log knows it
 * @param events its contacts in log order; at least one
 */
record LoggedCase(String id, @Nullable String customer, List<LoggedEvent> events) {

    /** The most contacts of one case: they are held in memory and written in one transaction. */
    static final int MOST_EVENTS = 100_000;

    /** Why a case with more is left out. */
    static final String TOO_MANY = "the case has more than " + MOST_EVENTS + " contacts";
}
