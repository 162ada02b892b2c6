package io.journeybpm.pages;

import com.fasterxml.jackson.annotation.JsonValue;
import io.journeybpm.engine.AnnouncedVisits.Question;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Photo;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.RootCause;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor without a login sees: who is visited, what was done there, what is promised, and what became of the visit.
 * Nothing of what the company thinks, pays or plans about the case.
 *
 * @param id of the link, which opens nothing
 * @param state what may still be answered
 * @param what the visit is for
 * @param party who visits
 * @param visitor what the visitor is called
 * @param until when the link ends
 * @param zone in which times are told
 * @param customer who is visited
 * @param office who sent the visitor
 * @param appointment when the visitor is expected
 * @param facts what the customer told
 * @param open what was left open
 * @param causes what earlier contacts go back to
 * @param before what was done, newest first
 * @param people who was there before
 * @param coming what else is promised
 * @param photos of the case
 * @param questions of the touchpoint's form
 * @param recorded what was reported of this visit
 * @param photosUntil until when photos can be added; absent: not any more
 * @param photosLeft how many
 */
record VisitPage(
        String id,
        State state,
        @Nullable String what,
        @Nullable String party,
        @Nullable String visitor,
        Instant until,
        String zone,
        @Nullable Who customer,
        @Nullable Who office,
        @Nullable Appointment appointment,
        List<Told> facts,
        List<Left> open,
        List<Goes> causes,
        List<Done> before,
        List<Person> people,
        List<Coming> coming,
        List<Shot> photos,
        List<Question> questions,
        @Nullable Recorded recorded,
        @Nullable Instant photosUntil,
        int photosLeft) {

    /** What may still be answered. */
    enum State {
        /** The visit waits for its answer. */
        OPEN,
        /** It was answered here. */
        ANSWERED,
        /** Somebody else reported it. */
        REPORTED,
        /** The journey has gone on without it. */
        PASSED,
        /** The case is closed. */
        CLOSED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Somebody to find or to call. */
    record Who(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address) {}

    /**
     * When the visitor is expected.
     *
     * @param movable whether it can still be moved
     */
    record Appointment(
            String what,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean overdue,
            boolean movable,
            @Nullable Instant confirmedAt) {

        static Appointment of(Promise promise, Instant now, @Nullable Instant confirmedAt) {
            return new Appointment(
                    Cut.sentence(promise.made().what()),
                    promise.made().from(),
                    promise.made().to(),
                    promise.isOverdue(now),
                    !promise.isOverdue(now),
                    confirmedAt);
        }
    }

    /**
     * A fact.
     *
     * @param value absent: not yet to be seen
     * @param from when it will be; absent although the value is: once there is an appointment
     */
    record Told(
            String name, @Nullable String value, @Nullable Instant from) {}

    /** Something left to do. */
    record Left(String what, @Nullable String party, Instant since) {}

    /** An earlier contact that others go back to. */
    record Goes(
            String what,
            @Nullable String party,
            Instant at,
            String outcome,
            @Nullable String note,
            int contacts) {

        static Goes of(RootCause cause) {
            Contact root = cause.root();
            return new Goes(
                    Cut.what(root),
                    Cut.name(root.reported().party()),
                    root.occurredAt(),
                    root.outcome().word(),
                    Cut.text(root.reported().note()),
                    cause.contacts());
        }
    }

    /** An earlier contact. */
    record Done(
            Instant at,
            String what,
            @Nullable String party,
            String outcome,
            @Nullable String note,
            @Nullable String open,
            @Nullable String by) {

        static Done of(Contact contact, @Nullable String by) {
            return new Done(
                    contact.occurredAt(),
                    Cut.what(contact),
                    Cut.name(contact.reported().party()),
                    contact.outcome().word(),
                    Cut.text(contact.reported().note()),
                    Cut.text(contact.reported().leftOpen()),
                    Cut.name(by));
        }
    }

    /** Who was there before, and can be asked. */
    record Person(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String party,
            Instant at) {}

    /** Something else that is promised. */
    record Coming(
            String what,
            @Nullable String party,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * A photo.
     *
     * @param mine whether it was added by this link
     */
    record Shot(String id, Instant at, @Nullable String party, boolean mine, int width, int height) {

        static Shot of(Photo photo, String link) {
            return new Shot(
                    photo.id(),
                    photo.taken().at(),
                    Cut.name(photo.taken().party()),
                    link.equals(photo.taken().link()),
                    photo.width(),
                    photo.height());
        }
    }

    /** What was reported of this visit. */
    record Recorded(
            String outcome, @Nullable String note, @Nullable String open, Instant at) {

        static Recorded of(Contact contact) {
            return new Recorded(
                    contact.outcome().word(),
                    Cut.text(contact.reported().note()),
                    Cut.text(contact.reported().leftOpen()),
                    contact.occurredAt());
        }
    }
}
