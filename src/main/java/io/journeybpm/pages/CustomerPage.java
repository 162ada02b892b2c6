package io.journeybpm.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sees of a case: what is marked for customers and what was promised to them, and nothing else.
 *
 * @param now the server's time
 * @param open whether the case still runs, so that somebody can be written to
 * @param next what is still to come, soonest first
 * @param happened what has happened, newest first
 * @param wrote what the customer wrote here, newest first
 * @param contact who stands for the company
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerPage(
        Instant now,
        boolean open,
        List<Next> next,
        List<Happened> happened,
        List<Wrote> wrote,
        @Nullable Contact contact) {

    /** Whether and when something comes. */
    enum When {
        BOOKED,
        OVERDUE,
        UNSCHEDULED
    }

    /**
     * Something still to come.
     *
     * @param promise its number among the case's entries; absent where nothing was promised
     * @param title what the journey calls it
     * @param what what was promised
     * @param party who comes
     * @param when see {@link When}
     * @param from when the window opens
     * @param to when it closes
     * @param moved whether the window is another than at first
     * @param why why it is done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Next(
            @Nullable Integer promise,
            @Nullable String title,
            @Nullable String what,
            @Nullable String party,
            When when,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean moved,
            @Nullable String why) {}

    /**
     * Something that has happened.
     *
     * @param at when
     * @param title what the journey calls it
     * @param party who met the customer
     * @param why why it was done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Happened(
            Instant at,
            String title,
            @Nullable String party,
            @Nullable String why) {}

    /**
     * The customer wrote.
     *
     * @param at when
     * @param kind as in {@link MessageBody}
     */
    record Wrote(Instant at, String kind) {}

    /**
     * Who stands for the company.
     *
     * @param name the person; absent where nobody is named yet
     * @param phone to call
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contact(@Nullable String name, @Nullable String phone) {}
}
