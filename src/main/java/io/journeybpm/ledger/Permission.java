package io.journeybpm.ledger;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Purpose;
import io.journeybpm.journey.Word;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer to the question whether a customer may be contacted. One that allows it keeps a place: it counts as a
 * contact until that is made, or until it has expired.
 *
 * @param caseId the case
 * @param entry its number among the case's entries
 * @param customer reference of the customer
 * @param asked what for
 * @param said the answer
 * @param state see {@link State}
 * @param askedAt when
 * @param contact the entry of the contact that used it
 */
public record Permission(
        String caseId,
        int entry,
        @Nullable String customer,
        Request asked,
        Answer said,
        State state,
        Instant askedAt,
        @Nullable Integer contact) {

    /**
     * What is asked for.
     *
     * @param channel the way the contact would take
     * @param purpose what it would be for
     * @param party who would make it
     */
    public record Request(
            Channel channel, Purpose purpose, @Nullable String party) {

        /** As people say it. */
        public String words() {
            return purpose.word() + " by " + channel.word();
        }
    }

    /**
     * What is answered.
     *
     * @param decision whether the contact may be made
     * @param until allowed: when the place is given up; deferred: when to ask again; merged: when the planned contact
     *     begins
     * @param mergeWith id of the promise whose contact this one can be part of
     * @param reason in words
     * @param table key of the table that decided; absent if none did
     * @param version of that table
     * @param rule of that table
     */
    public record Answer(
            Decision decision,
            @Nullable Instant until,
            @Nullable String mergeWith,
            @Nullable String reason,
            @Nullable String table,
            @Nullable Integer version,
            @Nullable String rule) {}

    /** Whether a contact may be made. */
    public enum Decision implements Word {
        ALLOW,
        /** Not now. */
        DEFER,
        /** Together with a contact that is planned anyway. */
        MERGE,
        /** Not at all. */
        SUPPRESS
    }

    /** What became of a permission. */
    public enum State implements Word {
        /** It keeps a place until it has expired. */
        GRANTED,
        /** The contact was made. */
        USED,
        REFUSED
    }

    /** The id outside. */
    public String id() {
        return EntryId.of(caseId, entry);
    }

    /** Whether it keeps a place at a moment. */
    boolean isOpen(Instant at) {
        return state == State.GRANTED && said.until() != null && said.until().isAfter(at);
    }

    Permission used(int by) {
        return new Permission(caseId, entry, customer, asked, said, State.USED, askedAt, by);
    }
}
