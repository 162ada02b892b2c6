package io.journeybpm.engine;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Money;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Purpose;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.Costs;
import io.journeybpm.ledger.NewContact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts a contact together from what was reported, what the form says and what the model says, in this order. */
final class ContactReader {

    /** A contact nobody submitted a report for. */
    static final ReportedContact SILENT = silent(null);

    /** A contact that did not take place. */
    static final ReportedContact MISSED = silent(Outcome.MISSED);

    private final NextSteps nextSteps;

    ContactReader(NextSteps nextSteps) {
        this.nextSteps = nextSteps;
    }

    /**
     * Where a contact is put together.
     *
     * @param place where in the journey
     * @param resolve gives a model's text its value in the running case
     * @param activityInstanceId the activity instance that records it
     * @param now the case's time
     * @param causedBy the entry of the contact that caused this one, as far as the form says so
     */
    record Setting(
            NewContact.Place place,
            UnaryOperator<String> resolve,
            @Nullable String activityInstanceId,
            Instant now,
            @Nullable Integer causedBy) {

        Setting(
                NewContact.Place place,
                UnaryOperator<String> resolve,
                @Nullable String activityInstanceId,
                Instant now) {
            this(place, resolve, activityInstanceId, now, null);
        }
    }

    /** A contact at a touchpoint that was waiting in the process. */
    NewContact read(
            Touchpoint touchpoint, Setting setting, Fields fields, ReportedContact report, @Nullable String user) {
        TouchpointTexts model = new TouchpointTexts(touchpoint, setting.resolve);
        Outcome outcome = first(report.outcome(), fields.outcome());
        String party = first(report.party(), model.text(touchpoint.party()));
        ReportedContact submitted = new ReportedContact(
                touchpoint.id(),
                report.activityInstanceId(),
                report.channel(),
                report.direction(),
                party,
                first(report.user(), user),
                outcome,
                report.occurredAt(),
                first(report.causedBy(), setting.causedBy),
                first(report.reason(), fields.text(Fields.CONTACT_REASON, Fields.WORD)),
                report.incidents().isEmpty() ? fields.incidents() : report.incidents(),
                report.repeatedQuestions() == 0 ? fields.repeatedQuestions() : report.repeatedQuestions(),
                first(report.redirectedTo(), fields.text(Fields.REDIRECTED_TO, Fields.NAME)),
                report.costs(),
                report.score(),
                first(report.note(), fields.text(Fields.NOTE, Fields.TEXT)),
                first(report.leftOpen(), fields.text(Fields.OPEN, Fields.TEXT)),
                report.nextStep() != null || outcome == Outcome.MISSED
                        ? report.nextStep()
                        : nextSteps.of(fields, model, party, setting.now),
                report.counts(),
                report.externalId(),
                report.keeps(),
                report.purpose());
        return readBeside(touchpoint, setting, submitted);
    }

    /**
     * A contact at a modelled touchpoint that isn't waiting; nobody has promised a next step but the one who reports.
     *
     * @throws RunningCases.ChannelMissing if the model names no channel either
     */
    NewContact readBeside(Touchpoint touchpoint, Setting setting, ReportedContact report) {
        TouchpointTexts model = new TouchpointTexts(touchpoint, setting.resolve);
        Channel channel = first(report.channel(), model.word(Channel.class, touchpoint.channel()));
        if (channel == null) {
            throw new RunningCases.ChannelMissing();
        }
        String counts = model.text(touchpoint.counts());
        return read(setting.place, completed(report, model, counts), channel, setting.activityInstanceId);
    }

    private ReportedContact completed(ReportedContact report, TouchpointTexts model, @Nullable String counts) {
        boolean missed = report.outcome() == Outcome.MISSED;
        return new ReportedContact(
                report.touchpoint(),
                report.activityInstanceId(),
                report.channel(),
                first(
                        report.direction(),
                        model.word(Direction.class, model.touchpoint().direction())),
                first(report.party(), model.text(model.touchpoint().party())),
                report.user(),
                report.outcome(),
                report.occurredAt(),
                report.causedBy(),
                report.reason(),
                report.incidents(),
                report.repeatedQuestions(),
                report.redirectedTo(),
                missed ? Costs.UNKNOWN : costs(report.costs(), model),
                report.score(),
                report.note(),
                report.leftOpen(),
                report.nextStep(),
                report.counts() != null ? report.counts() : counts == null ? null : Boolean.valueOf(counts),
                report.externalId(),
                report.keeps(),
                first(
                        report.purpose(),
                        model.word(Purpose.class, model.touchpoint().purpose())));
    }

    /** A contact the model doesn't know, or whose touchpoint isn't waiting. */
    NewContact read(NewContact.Place place, ReportedContact report, Channel channel) {
        return read(place, report, channel, null);
    }

    private static NewContact read(
            NewContact.Place place, ReportedContact report, Channel channel, @Nullable String activityInstanceId) {
        return new NewContact(
                place,
                channel,
                report.direction() == null ? usual(channel) : report.direction(),
                report.party(),
                report.user(),
                Objects.requireNonNullElse(report.outcome(), Outcome.DONE),
                report.occurredAt(),
                report.causedBy(),
                report.reason(),
                report.incidents(),
                report.repeatedQuestions(),
                report.redirectedTo(),
                report.costs(),
                report.score(),
                report.note(),
                report.leftOpen(),
                report.nextStep(),
                report.counts(),
                report.externalId(),
                activityInstanceId,
                report.keeps(),
                report.purpose());
    }

    /** We go to a visit; whatever else is reported without a direction, the customer came to us. */
    private static Direction usual(Channel channel) {
        return channel == Channel.VISIT ? Direction.OUTBOUND : Direction.INBOUND;
    }

    private Costs costs(Costs reported, TouchpointTexts model) {
        Money company = model.money(model.touchpoint().companyCost());
        Money customer = model.money(model.touchpoint().customerCost());
        BigDecimal forCompany = first(reported.company(), company == null ? null : company.amount());
        BigDecimal forCustomer = first(reported.customer(), customer == null ? null : customer.amount());
        String modelled = company != null ? company.currency() : customer == null ? null : customer.currency();
        if (forCompany == null && forCustomer == null) {
            return Costs.UNKNOWN;
        }
        if (reported.currency() != null
                && modelled != null
                && !reported.currency().equals(modelled)) {
            return reported;
        }
        return new Costs(forCompany, forCustomer, first(reported.currency(), modelled));
    }

    private static ReportedContact silent(@Nullable Outcome outcome) {
        return new ReportedContact(
                null,
                null,
                null,
                null,
                null,
                null,
                outcome,
                null,
                null,
                null,
                List.of(),
                0,
                null,
                Costs.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static <T> @Nullable T first(@Nullable T preferred, @Nullable T otherwise) {
        return preferred != null ? preferred : otherwise;
    }
}
