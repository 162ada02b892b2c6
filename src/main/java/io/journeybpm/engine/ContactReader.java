package io.journeybpm.engine;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Money;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Purpose;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.Costs;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.NewContactBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts a contact together from what was reported, what the form says and what the model says, in this order. */
final class ContactReader {

    /** A contact nobody submitted a report for. */
    static final ReportedContact SILENT = ReportedContact.builder().build();

    /** A contact that did not take place. */
    static final ReportedContact MISSED =
            ReportedContact.builder().outcome(Outcome.MISSED).build();

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
        ReportedContact submitted = ReportedContactBuilder.builder(report)
                .touchpoint(touchpoint.id())
                .party(party)
                .user(first(report.user(), user))
                .outcome(outcome)
                .causedBy(first(report.causedBy(), setting.causedBy))
                .reason(first(report.reason(), fields.text(Fields.CONTACT_REASON, Fields.WORD)))
                .incidents(report.incidents().isEmpty() ? fields.incidents() : report.incidents())
                .repeatedQuestions(
                        report.repeatedQuestions() == 0 ? fields.repeatedQuestions() : report.repeatedQuestions())
                .redirectedTo(first(report.redirectedTo(), fields.text(Fields.REDIRECTED_TO, Fields.NAME)))
                .note(first(report.note(), fields.text(Fields.NOTE, Fields.TEXT)))
                .leftOpen(first(report.leftOpen(), fields.text(Fields.OPEN, Fields.TEXT)))
                .nextStep(
                        report.nextStep() != null || outcome == Outcome.MISSED
                                ? report.nextStep()
                                : nextSteps.of(fields, model, party, setting.now))
                .build();
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
        NewContact contact = read(setting.place, completed(report, model, counts), channel, setting.activityInstanceId);
        String title = model.text(touchpoint.customerTitle());
        return title == null
                ? contact
                : NewContactBuilder.builder(contact)
                        .customerTitle(title.substring(0, Math.min(title.length(), Fields.NAME)))
                        .build();
    }

    private ReportedContact completed(ReportedContact report, TouchpointTexts model, @Nullable String counts) {
        boolean missed = report.outcome() == Outcome.MISSED;
        return ReportedContactBuilder.builder(report)
                .direction(first(
                        report.direction(),
                        model.word(Direction.class, model.touchpoint().direction())))
                .party(first(report.party(), model.text(model.touchpoint().party())))
                .costs(missed ? Costs.UNKNOWN : costs(report.costs(), model))
                .counts(report.counts() != null ? report.counts() : counts == null ? null : Boolean.valueOf(counts))
                .purpose(first(
                        report.purpose(),
                        model.word(Purpose.class, model.touchpoint().purpose())))
                .build();
    }

    /** A contact the model doesn't know, or whose touchpoint isn't waiting. */
    NewContact read(NewContact.Place place, ReportedContact report, Channel channel) {
        return read(place, report, channel, null);
    }

    private static NewContact read(
            NewContact.Place place, ReportedContact report, Channel channel, @Nullable String activityInstanceId) {
        return NewContact.at(
                        place,
                        channel,
                        report.direction() == null ? usual(channel) : report.direction(),
                        Objects.requireNonNullElse(report.outcome(), Outcome.DONE))
                .party(report.party())
                .user(report.user())
                .occurredAt(report.occurredAt())
                .causedBy(report.causedBy())
                .reason(report.reason())
                .incidents(report.incidents())
                .repeatedQuestions(report.repeatedQuestions())
                .redirectedTo(report.redirectedTo())
                .costs(report.costs())
                .score(report.score())
                .note(report.note())
                .leftOpen(report.leftOpen())
                .nextStep(report.nextStep())
                .counts(report.counts())
                .externalId(report.externalId())
                .activityInstanceId(activityInstanceId)
                .keeps(report.keeps())
                .purpose(report.purpose())
                .build();
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

    static <T> @Nullable T first(@Nullable T preferred, @Nullable T otherwise) {
        return preferred != null ? preferred : otherwise;
    }
}
