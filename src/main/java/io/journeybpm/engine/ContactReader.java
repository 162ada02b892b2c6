package io.journeybpm.engine;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Handoff;
import io.journeybpm.journey.Money;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.Costs;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.NewPromise;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
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

    private final ZoneId zone;

    ContactReader(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Where a contact is put together.
     *
     * @param place where in the journey
     * @param resolve gives a model's text its value in the running case
     * @param activityInstanceId the activity instance that records it
     * @param now the case's time
     */
    record Setting(
            NewContact.Place place,
            UnaryOperator<String> resolve,
            @Nullable String activityInstanceId,
            Instant now) {}

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
                report.causedBy(),
                report.reason(),
                report.incidents().isEmpty() ? fields.incidents() : report.incidents(),
                report.repeatedQuestions() == 0 ? fields.repeatedQuestions() : report.repeatedQuestions(),
                report.costs(),
                report.score(),
                first(report.note(), fields.text(Fields.NOTE, Fields.TEXT)),
                first(report.leftOpen(), fields.text(Fields.OPEN, Fields.TEXT)),
                report.nextStep() != null || outcome == Outcome.MISSED
                        ? report.nextStep()
                        : nextStep(fields, model, party, setting.now),
                report.counts(),
                report.externalId());
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
                missed ? Costs.UNKNOWN : costs(report.costs(), model),
                report.score(),
                report.note(),
                report.leftOpen(),
                report.nextStep(),
                report.counts() != null ? report.counts() : counts == null ? null : Boolean.valueOf(counts),
                report.externalId());
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
                report.costs(),
                report.score(),
                report.note(),
                report.leftOpen(),
                report.nextStep(),
                report.counts(),
                report.externalId(),
                activityInstanceId);
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

    private @Nullable NewPromise nextStep(Fields fields, TouchpointTexts model, @Nullable String party, Instant now) {
        String what = fields.text(Fields.NEXT_STEP_WHAT, Fields.SENTENCE);
        String who = fields.text(Fields.NEXT_STEP_PARTY, Fields.NAME);
        Instant from = fields.time(Fields.NEXT_STEP_FROM);
        Instant to = fields.time(Fields.NEXT_STEP_TO);
        Handoff handoff = model.touchpoint().handoff();
        String next = handoff == null ? party : model.text(handoff.to());
        if (what != null || who != null || from != null || to != null) {
            if (from != null && to != null && to.isBefore(from)) {
                throw new JourneyRefused("nextStepTo lies before nextStepFrom");
            }
            String promised = first(what, model.text(model.touchpoint().promise()));
            return new NewPromise(
                    promised == null ? "next visit" : promised,
                    null,
                    first(who, next),
                    from,
                    to == null ? from : to,
                    NewPromise.Origin.NEXT_STEP);
        }
        return promise(model, next, now);
    }

    private @Nullable NewPromise promise(TouchpointTexts model, @Nullable String party, Instant now) {
        String what = model.text(model.touchpoint().promise());
        String within = model.text(model.touchpoint().promiseWithin());
        return what == null ? null : promise(model.touchpoint().id(), what, within, party, now);
    }

    /** What a handoff drawn as an event of its own promises; null if it promises nothing. */
    @Nullable
    NewPromise promise(Handoff handoff, UnaryOperator<String> resolve, Instant now) {
        String what = resolved(handoff.promise(), resolve);
        String within = resolved(handoff.promiseWithin(), resolve);
        return what == null ? null : promise(handoff.element(), what, within, resolve.apply(handoff.to()), now);
    }

    private static @Nullable String resolved(@Nullable String text, UnaryOperator<String> resolve) {
        String value = text == null ? null : resolve.apply(text);
        return value == null || value.isBlank() ? null : value;
    }

    private NewPromise promise(
            String element, String what, @Nullable String within, @Nullable String party, Instant now) {
        Instant to = within == null ? null : after(element, now, within);
        return new NewPromise(what, null, party, to == null ? null : now, to, NewPromise.Origin.NEXT_STEP);
    }

    /** The end of an ISO-8601 duration that begins now, days and months by the calendar of the settings' zone. */
    private Instant after(String element, Instant now, String duration) {
        try {
            return duration.contains("T")
                    ? now.plus(Duration.parse(duration))
                    : now.atZone(zone).plus(Period.parse(duration)).toInstant();
        } catch (DateTimeException malformed) {
            throw new JourneyRefused("'" + element + "': journey.promise.within is '" + duration
                    + "', but has to be a duration such as P1D or PT8H");
        }
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
