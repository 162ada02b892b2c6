package io.journeybpm.rest;

import io.journeybpm.casework.Casework;
import io.journeybpm.casework.Checks;
import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.casework.Limits;
import io.journeybpm.engine.ReportedContact;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Purpose;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.rest.Bodies.OverrideBody;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A contact as somebody reports it.
 *
 * @param touchpoint key of the touchpoint; absent: ad hoc
 * @param activityInstanceId which of several waiting touchpoints is meant
 * @param channel absent: as modelled
 * @param direction absent: as modelled
 * @param party who met the customer; absent: as modelled
 * @param user the person who did; absent: nobody known, as the caller is often a system and no ambassador
 * @param outcome absent: done
 * @param occurredAt absent: now
 * @param causedBy id of the contact that made this one necessary
 * @param reason why the customer came
 * @param incidents what went badly, each a word or an object
 * @param repeatedQuestions how many questions the customer had answered before, asking who it is included
 * @param redirectedTo where the customer was sent: a party, a channel, or a place in a word
 * @param costs at most one per payer; absent: as modelled
 * @param score what the customer said
 * @param note free text
 * @param open what is left to do
 * @param nextStep what was promised next
 * @param keeps id of the promise it keeps; absent: the one of its touchpoint or party that fits best
 * @param counts whether it counts against the case; absent: as modelled, else by channel
 * @param factsShown names of facts those who met the customer knew, where they matter at this touchpoint
 * @param override why the next visit is booked, or sent, though it isn't ready
 * @param externalId the sender's own id, unique per case
 * @param purpose what the company made it for; it uses up a permission asked for that purpose; absent: as modelled
 * @param variables what the process needs to know besides, where a waiting touchpoint is completed: the answers its
 *     form asks for
 */
record ContactBody(
        @Nullable String touchpoint,
        @Nullable String activityInstanceId,
        @Nullable String channel,
        @Nullable String direction,
        @Nullable String party,
        @Nullable String user,
        @Nullable String outcome,
        @Nullable String occurredAt,
        @Nullable String causedBy,
        @Nullable String reason,
        @Nullable List<@Nullable IncidentBody> incidents,
        @Nullable Integer repeatedQuestions,
        @Nullable String redirectedTo,
        @Nullable List<@Nullable CostBody> costs,
        @Nullable ScoreBody score,
        @Nullable String note,
        @Nullable String open,
        @Nullable PromiseBody nextStep,
        @Nullable String keeps,
        @Nullable Boolean counts,
        @Nullable String externalId,
        @Nullable String purpose,
        @Nullable List<@Nullable String> factsShown,
        @Nullable OverrideBody override,
        @Nullable Map<String, @Nullable Object> variables) {

    /**
     * A body that was read.
     *
     * @param report the contact
     * @param variables for the process
     * @param factsShown names of facts that were known
     * @param overrideReason why a visit that isn't ready is sent
     */
    record Read(
            ReportedContact report,
            Map<String, Object> variables,
            List<String> factsShown,
            @Nullable String overrideReason) {

        /** What is said of the case along with the contact. */
        Casework.Aside aside(@Nullable String user) {
            return new Casework.Aside(factsShown, overrideReason, user);
        }
    }

    /**
     * Reads it.
     *
     * @throws InvalidRequest if anything in it is wrong
     */
    Read read(String caseId, Instant now) {
        Checks checks = new Checks();
        NewPromise next = nextStep == null ? null : nextStep.read("nextStep.", checks);
        ReportedContact contact = ReportedContact.builder()
                .touchpoint(checks.text("touchpoint", touchpoint, Limits.NAME))
                .activityInstanceId(checks.text("activityInstanceId", activityInstanceId, Limits.ACTIVITY_INSTANCE))
                .channel(checks.word("channel", Channel.class, channel))
                .direction(checks.word("direction", Direction.class, direction))
                .party(checks.text("party", party, Limits.NAME))
                .user(checks.text("user", user, Limits.NAME))
                .outcome(checks.word("outcome", Outcome.class, outcome))
                .occurredAt(happened(checks, now))
                .causedBy(entry(checks, "causedBy", causedBy, "contactId of a contact", caseId))
                .reason(checks.text("reason", reason, Limits.REASON_OF_CONTACT))
                .incidents(IncidentBody.read(checks.list("incidents", incidents), checks))
                .repeatedQuestions(questions(checks))
                .redirectedTo(checks.text("redirectedTo", redirectedTo, Limits.NAME))
                .costs(CostBody.read(checks.list("costs", costs), checks))
                .score(score == null ? null : score.read(checks))
                .note(checks.text("note", note, Limits.NOTE))
                .leftOpen(checks.text("open", open, Limits.NOTE))
                .nextStep(next)
                .counts(counts)
                .externalId(checks.text("externalId", externalId, Limits.EXTERNAL_ID))
                .keeps(entry(checks, "keeps", keeps, "promiseId of a promise", caseId))
                .purpose(checks.word("purpose", Purpose.class, purpose))
                .build();
        Map<String, Object> answers = Variables.read(variables, checks);
        List<String> shown = shown(checks);
        String reason = OverrideBody.read("", override, checks);
        checks.done();
        return new Read(contact, answers, shown, reason);
    }

    private @Nullable Instant happened(Checks checks, Instant now) {
        Instant moment = checks.moment("occurredAt", occurredAt);
        if (moment != null && moment.isAfter(now.plus(Limits.CLOCKS_APART))) {
            checks.wrong("occurredAt", "lies in the future; it is " + now);
        }
        return moment;
    }

    private static @Nullable Integer entry(
            Checks checks, String field, @Nullable String id, String kind, String caseId) {
        if (id == null || id.isBlank()) {
            return null;
        }
        OptionalInt entry = EntryId.within(caseId, id);
        if (entry.isEmpty()) {
            checks.wrong(field, "isn't the " + kind + " of this case");
            return null;
        }
        return entry.getAsInt();
    }

    private List<String> shown(Checks checks) {
        List<String> names = checks.list("factsShown", factsShown);
        return IntStream.range(0, names.size())
                .mapToObj(at -> checks.required("factsShown[" + at + "]", names.get(at), Limits.NAME))
                .toList();
    }

    private int questions(Checks checks) {
        if (repeatedQuestions == null) {
            return 0;
        }
        if (repeatedQuestions < 0 || repeatedQuestions > NewContact.MOST_REPEATED_QUESTIONS) {
            checks.wrong("repeatedQuestions", "lies outside 0 to " + NewContact.MOST_REPEATED_QUESTIONS);
        }
        return repeatedQuestions;
    }
}
