package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.casework.Limits;
import io.journeybpm.engine.ReportedContact;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.NewContact;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer's call, as whoever has answered it reports it. One of {@code phone}, {@code caseId} and {@code customer} says
 * who has called.
 *
 * @param phone number the customer calls from, in any notation
 * @param caseId the case the call is about
 * @param customer the customer's reference
 * @param reason what the customer wants: {@code chasing} asks what happens next
 * @param note what was said
 * @param touchpoint key of the touchpoint, if the journey has one for such calls
 * @param party who has answered; absent: as modelled, else none, so that a call is no handoff
 * @param user who has answered; absent: whoever is logged in
 * @param repeatedQuestions how many questions the customer had answered before, who they are included
 */
record PhoneCallBody(
        @Nullable String phone,
        @Nullable String caseId,
        @Nullable String customer,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String touchpoint,
        @Nullable String party,
        @Nullable String user,
        @Nullable Integer repeatedQuestions) {

    /** What customers call for. */
    enum Reason implements Word {
        CHASING,
        QUESTION,
        COMPLAINT,
        SUGGESTION
    }

    /**
     * A body that was read.
     *
     * @param phone where the phone says who has called
     * @param caseId where the case does
     * @param customer where the customer's reference does
     * @param report the contact
     */
    record Read(
            @Nullable String phone,
            @Nullable String caseId,
            @Nullable String customer,
            ReportedContact report) {}

    /**
     * Reads it.
     *
     * @param caller who is logged in
     * @throws InvalidRequest if anything in it is wrong
     */
    Read read(String caller) {
        Checks checks = new Checks();
        String calling = checks.text("phone", phone, Limits.PHONE);
        String about = checks.text("caseId", caseId, Limits.CASE_ID);
        String reference = checks.text("customer", customer, Limits.CUSTOMER_REFERENCE);
        long said = List.of(blank(phone), blank(caseId), blank(customer)).stream()
                .filter(each -> !each)
                .count();
        if (said != 1) {
            checks.wrong("phone", "is required, or caseId, or customer; one of them, not several");
        }
        checks.required("reason", reason, Limits.REASON_OF_CONTACT);
        Reason wanted = checks.word("reason", Reason.class, reason);
        ReportedContact report = report(caller, wanted, checks);
        checks.done();
        return new Read(calling, about, reference, report);
    }

    private ReportedContact report(String caller, @Nullable Reason wanted, Checks checks) {
        int questions = Objects.requireNonNullElse(repeatedQuestions, 0);
        if (questions < 0 || questions > NewContact.MOST_REPEATED_QUESTIONS) {
            checks.wrong("repeatedQuestions", "lies outside 0 to " + NewContact.MOST_REPEATED_QUESTIONS);
        }
        String answered = checks.text("user", user, Limits.NAME);
        return ReportedContact.builder()
                .touchpoint(checks.text("touchpoint", touchpoint, Limits.NAME))
                .channel(Channel.PHONE)
                .direction(Direction.INBOUND)
                .party(checks.text("party", party, Limits.NAME))
                .user(answered == null ? caller : answered)
                .outcome(Outcome.DONE)
                .reason(wanted == null ? null : wanted.word())
                .repeatedQuestions(questions)
                .note(checks.text("note", note, Limits.NOTE))
                .build();
    }

    private static boolean blank(@Nullable String written) {
        return written == null || written.isBlank();
    }
}
