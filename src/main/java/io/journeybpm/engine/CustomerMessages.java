package io.journeybpm.engine;

import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Contact;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What customers write through a page of their own: recorded once, and put before somebody where it needs an answer. */
public interface CustomerMessages {

    /**
     * Takes a message in one transaction, or as part of the caller's. One that was taken before changes nothing.
     *
     * @throws io.journeybpm.ledger.LedgerProblem if the case is closed, or has no such promise
     */
    Taken take(String caseId, Message message);

    /** What customers write for. */
    enum Kind implements Word {

        /** When does somebody come? Asked again within some hours, it is the same question. */
        WHEN,

        /** A promised window doesn't suit. */
        UNFIT,

        /** Something to be answered. */
        QUESTION,

        /** An idea, which needs no answer. */
        SUGGESTION;

        /** How the external id of a contact begins that came through a page. */
        private static final String PAGE = "page:";

        /** How the external ids of contacts of this kind begin. */
        String prefix() {
            return PAGE + word() + ":";
        }

        /** What a contact was that came through a page; empty for any other. */
        public static Optional<Kind> of(Contact contact) {
            String id = contact.reported().externalId();
            return id == null
                    ? Optional.empty()
                    : Stream.of(values())
                            .filter(each -> id.startsWith(each.prefix()))
                            .findFirst();
        }
    }

    /**
     * A message.
     *
     * @param kind what it is for
     * @param id the sender's own, by which a repetition is known; of no use for {@link Kind#WHEN}
     * @param text in the customer's words
     * @param promise entry of the promise that doesn't suit
     */
    record Message(
            Kind kind,
            String id,
            @Nullable String text,
            @Nullable Integer promise) {}

    /**
     * A message was taken.
     *
     * @param repeated whether it had been before
     * @param handedOn whether it was put before somebody, now or then
     */
    record Taken(boolean repeated, boolean handedOn) {}
}
