package io.journeybpm.ledger;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Purpose;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact somebody reports, checked but not yet in the ledger.
 *
 * @param place where in the journey it happened
 * @param channel see {@link Channel}
 * @param direction who started it
 * @param party who met the customer
 * @param user the person, where known by a user id
 * @param outcome how it ended
 * @param occurredAt when, or absent for now
 * @param causedBy entry of the earlier contact that made this one necessary
 * @param reason why the customer came, such as {@code chasing}; see {@link Reasons}
 * @param incidents what went badly
 * @param repeatedQuestions how many questions the customer had answered before
 * @param redirectedTo where the customer was sent: a party, a channel, or a place in a word
 * @param costs what it cost
 * @param score what the customer said, if asked
 * @param note free text
 * @param leftOpen what is left to do
 * @param nextStep what was promised next
 * @param counts whether it counts against the case, or absent for the default of its channel
 * @param externalId the sender's own id, unique per case: a repetition is recognised by it
 * @param activityInstanceId the engine's activity instance that recorded it
 * @param keeps entry of the promise it keeps, where somebody says so
 * @param purpose what the company made it for, where somebody said so
 * @param customerTitle what the customer's own page calls it; absent: the page doesn't show it
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record NewContact(
        Place place,
        Channel channel,
        Direction direction,
        @Nullable String party,
        @Nullable String user,
        Outcome outcome,
        @Nullable Instant occurredAt,
        @Nullable Integer causedBy,
        @Nullable String reason,
        List<Incident> incidents,
        int repeatedQuestions,
        @Nullable String redirectedTo,
        Costs costs,
        @Nullable Score score,
        @Nullable String note,
        @Nullable String leftOpen,
        @Nullable NewPromise nextStep,
        @Nullable Boolean counts,
        @Nullable String externalId,
        @Nullable String activityInstanceId,
        @Nullable Integer keeps,
        @Nullable Purpose purpose,
        @Nullable String customerTitle) {

    /** A contact of which nothing else has been said yet. */
    public static NewContactBuilder at(Place place, Channel channel, Direction direction, Outcome outcome) {
        return NewContactBuilder.builder()
                .place(place)
                .channel(channel)
                .direction(direction)
                .outcome(outcome)
                .costs(Costs.UNKNOWN);
    }

    /** The same contact, made for a purpose. */
    NewContact made(Purpose said) {
        return NewContactBuilder.builder(this).purpose(said).build();
    }

    /** How the {@link #externalId()} of a contact read from an event log begins. */
    public static final String IMPORTED = "import:";

    /** The most questions one contact may repeat; more is a slip of the keyboard. */
    public static final int MOST_REPEATED_QUESTIONS = 1_000;

    /** Whether it was read from an event log, and so decided upon as of its own time. */
    boolean isImported() {
        return externalId != null && externalId.startsWith(IMPORTED);
    }

    /**
     * Where in the journey a contact happened.
     *
     * @param touchpoint the key, or what the sender called it; absent for an ad hoc contact
     * @param title what people read
     * @param phase the phase's id; absent for the case's current one
     * @param modelled whether the touchpoint is drawn in the case's journey
     * @param planKnown whether the case's journey is deployed at all
     * @param recurring whether each round of it is planned
     * @param round the multi-instance it lies in, a slash, the iteration; absent outside multi-instance
     */
    public record Place(
            @Nullable String touchpoint,
            @Nullable String title,
            @Nullable String phase,
            boolean modelled,
            boolean planKnown,
            boolean recurring,
            @Nullable String round) {

        /** A place the model doesn't know. */
        public static Place adHoc(@Nullable String touchpoint, boolean planKnown) {
            return new Place(touchpoint, touchpoint, null, false, planKnown, false, null);
        }
    }

    /** Whether it cost the customer more than it had to: sent away, sent on, or asked again. */
    boolean isHindrance() {
        return outcome == Outcome.SENT_AWAY || redirectedTo != null || repeatedQuestions > 0;
    }

    /** Whether it says anything in words that somebody could learn from. */
    boolean tells() {
        return note != null || reason != null || redirectedTo != null;
    }

    /** How many incidents are of one kind. */
    int incidents(Incident.Kind kind) {
        return (int) incidents.stream().filter(each -> each.kind() == kind).count();
    }

    /** Reasons of a contact that the ledger itself understands; others are the customer's business. */
    public static final class Reasons {
        /** The customer asks what happens next. */
        public static final String CHASING = "chasing";
        /** The company warns the customer. */
        public static final String WARNING = "warning";
        /** The company calls first, because a rule saw trouble coming. */
        public static final String RED_FLAG = "red-flag";
        /** The customer wants to know something. */
        public static final String QUESTION = "question";
        /** The customer is not content. */
        public static final String COMPLAINT = "complaint";
        /** The customer has an idea. */
        public static final String SUGGESTION = "suggestion";

        /** The customer can't be there when we said we would come. */
        public static final String RESCHEDULE = "reschedule";

        /** What every journey knows, whatever reasons it states itself. */
        public static final List<String> ALWAYS = List.of(CHASING, QUESTION, COMPLAINT, SUGGESTION, RESCHEDULE);

        /** Why we come to the customer, not the customer to us. */
        public static final List<String> OURS = List.of(WARNING, RED_FLAG);

        private Reasons() {}
    }

    /**
     * Whether this contact counts against the case: what the owner said, else visits, stores, calls, chats and all that
     * the customer starts do; one-way messages out, warnings, red flags and calls of the case's ambassador don't.
     */
    boolean countsFor(@Nullable String ambassador) {
        if (outcome == Outcome.MISSED) {
            return false;
        }
        if (counts != null) {
            return counts;
        }
        if (direction == Direction.INBOUND) {
            return true;
        }
        boolean caring =
                purpose == Purpose.WARNING || Reasons.WARNING.equals(reason) || Reasons.RED_FLAG.equals(reason);
        boolean ambassadorCalls = channel == Channel.PHONE && user != null && user.equals(ambassador);
        return channel.isConversation() && !caring && !ambassadorCalls;
    }
}
