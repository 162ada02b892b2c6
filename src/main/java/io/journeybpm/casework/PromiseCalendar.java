package io.journeybpm.casework;

import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * Promised windows as iCalendar (RFC 5545), always the same for the same promises. A promise keeps its UID when it is
 * moved, and its SEQUENCE goes up, so that a calendar that has it moves it along; one withdrawn is cancelled. Times are
 * UTC, which no change of the clocks shifts.
 */
public final class PromiseCalendar {

    /** What HTTP calls it. */
    public static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

    private static final String PRODUCT = "-//Journey for Camunda//Promises//EN";
    private static final String OURS = "@journeybpm";

    private PromiseCalendar() {}

    /** What customers read of a promise: none of our ids, and no reason of ours. */
    public interface ForCustomers {

        /**
         * The event's title.
         *
         * @param latest whether the promise says by when, and not from when
         */
        String title(Promise promise, boolean latest);

        /** What stands below it. */
        String text(Promise promise);
    }

    /** The calendar of a customer, leaving out what has no window. */
    public static byte[] of(List<Promise> promises, ForCustomers words) {
        return written(
                promises, each -> event(each, opaque(each), words.title(each, isLatest(each)), words.text(each)));
    }

    /** The calendar, leaving out what has no window. */
    public static byte[] of(List<Promise> promises) {
        return written(promises, each -> event(each, each.id() + OURS, summary(each), description(each)));
    }

    /** The same for the same promise, without the case's id. */
    private static String opaque(Promise promise) {
        return UUID.nameUUIDFromBytes((promise.madeAt() + promise.id()).getBytes(StandardCharsets.UTF_8)) + OURS;
    }

    private static boolean isLatest(Promise promise) {
        return promise.made().from() == null;
    }

    private static byte[] written(List<Promise> promises, Function<Promise, CalendarComponent> event) {
        Calendar calendar = new Calendar(
                new PropertyList(
                        List.of(new ProdId(PRODUCT), ImmutableVersion.VERSION_2_0, ImmutableCalScale.GREGORIAN)),
                new ComponentList<CalendarComponent>(promises.stream()
                        .filter(each -> each.made().to() != null)
                        .map(event)
                        .toList()));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            // an empty calendar isn't valid to the letter, but is what a case without promises has
            new CalendarOutputter(false).output(calendar, written);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return written.toByteArray();
    }

    private static CalendarComponent event(Promise promise, String id, String title, String text) {
        NewPromise made = promise.made();
        Instant to = Objects.requireNonNull(made.to());
        boolean withdrawn = promise.state() == Promise.State.WITHDRAWN;
        VEvent event = new VEvent(false);
        event.add(new Uid(id));
        event.add(new DtStamp(promise.changedAt()));
        event.add(new LastModified(promise.changedAt()));
        event.add(new Sequence(promise.moves() + (withdrawn ? 1 : 0)));
        // a promise that only says until when stands at that moment
        event.add(new DtStart<>(made.from() == null ? to : made.from()));
        if (made.from() != null && made.from().isBefore(to)) {
            event.add(new DtEnd<>(to));
        }
        event.add(new Summary(plain(title)));
        event.add(new Description(text));
        event.add(withdrawn ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }

    private static String summary(Promise promise) {
        return (isLatest(promise) ? "At the latest: " : "") + promise.made().what();
    }

    private static String description(Promise promise) {
        return Stream.of(
                        line("Who comes", promise.made().party()),
                        line("Case", promise.caseId()),
                        line("Promise", promise.state().word()),
                        line("Why", promise.reason()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String line(String title, @Nullable String text) {
        return text == null ? null : title + ": " + plain(text);
    }

    /** One line: what somebody wrote can't look like a line of ours, or of the calendar's. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
    }
}
