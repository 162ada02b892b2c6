package io.journeybpm.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What is counted of a case; the same word in JSON and DMN ({@link #input()}) and, with underscores, in SQL. */
public enum Count {
    /** Contacts that count against the case. */
    CONTACTS,
    /** First completions of modelled touchpoints, each iteration of a modelled loop being one. */
    PLANNED_CONTACTS,
    /** Counted contacts that were not planned. */
    EXTRA_CONTACTS,
    /** Contacts in which the customer asks what happens next. */
    CHASING_CONTACTS,
    /** Contacts with the outcome {@code failed}. */
    FAILED_CONTACTS,
    /** Contacts that should have happened and did not; not part of {@link #CONTACTS}. */
    MISSED_CONTACTS,
    /** Returns to something already reported done, or reported as rework. */
    REWORK_CONTACTS,
    /** Changes of party between consecutive counted contacts. */
    HANDOFFS,
    /** Handoffs whose receiver came without having acknowledged a brief. */
    HANDOFFS_WITHOUT_BRIEF,
    /** Critical incidents over all contacts. */
    INCIDENTS,
    /** Of these, the ones that lie in how somebody behaved. */
    CONDUCT_INCIDENTS,
    /** Of these, the ones that lie in how the work is organised. */
    PROCESS_INCIDENTS,
    /** Questions the customer had answered before. */
    REPEATED_QUESTIONS,
    /** Contacts with the outcome {@code sent-away}: the customer got nothing there. */
    DEAD_ENDS,
    /** Contacts that sent the customer on to somebody or somewhere else. */
    REDIRECTS,
    /** Extra contacts that the customer had to make. */
    EXTRA_INBOUND_CONTACTS,
    /** Counted contacts the customer made on another channel than the one before. */
    CHANNEL_SWITCHES,
    /** Facts told before that a touchpoint they name was left without. */
    FORGOTTEN_FACTS,
    /** Promises kept, within their window or late. */
    KEPT_PROMISES,
    /** Promises whose window closed without a contact that kept them. */
    BROKEN_PROMISES,
    /** How often the customer was told another window than the one promised. */
    RESCHEDULED_PROMISES;

    private final String input;

    Count() {
        StringBuilder name = new StringBuilder();
        for (String part : name().toLowerCase(java.util.Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        input = name.toString();
    }

    /** The name in DMN tables and JSON, such as {@code plannedContacts}. */
    @JsonValue
    public String input() {
        return input;
    }

    /** The column of {@code journey_case}, such as {@code planned_contacts}. */
    String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    @JsonCreator
    static Count named(String input) {
        for (Count each : values()) {
            if (each.input.equals(input)) {
                return each;
            }
        }
        throw new IllegalArgumentException(input);
    }
}
