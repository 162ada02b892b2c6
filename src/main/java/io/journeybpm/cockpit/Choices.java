package io.journeybpm.cockpit;

import io.journeybpm.engine.AnnouncedVisits.Waiting;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Property;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Incident;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.Promise;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can do to a case, and what there is to choose from when they do.
 *
 * @param acts what the reader may do to it as it stands; nothing: the page shows no buttons
 * @param user who reads
 * @param today the day in the zone in which days and times are told
 * @param zone that zone
 * @param level the level of the case
 * @param touchpoints those of the journey
 * @param parties who may meet the customer
 * @param channels the ways to meet
 * @param directions who came to whom
 * @param outcomes how it can end
 * @param reasons why customers come, as the journey's owner has listed them and as every journey knows
 * @param incidents words for what went badly that every journey knows
 * @param levels all there are, lowest first
 * @param contacts the latest ones that count, newest first
 * @param promises those still open
 * @param handoffs whose briefs are still to be read
 */
record Choices(
        List<String> acts,
        @Nullable String user,
        String today,
        String zone,
        String level,
        List<Place> touchpoints,
        List<Option> parties,
        List<Option> channels,
        List<Option> directions,
        List<Option> outcomes,
        List<Option> reasons,
        List<Option> incidents,
        List<Option> levels,
        List<Entry> contacts,
        List<Open> promises,
        List<Entry> handoffs) {

    /** A word, and how people write it. */
    record Option(String key, String title) {

        static Option of(String word) {
            return new Option(word, Words.capital(Words.spaced(word)));
        }

        static <W extends Enum<W> & Word> List<Option> of(Class<W> vocabulary) {
            return Word.all(vocabulary).stream().map(Option::of).toList();
        }
    }

    /**
     * A touchpoint.
     *
     * @param waits whether the case has come to it, so that a contact completes it
     */
    record Place(
            String key,
            String title,
            @Nullable String phase,
            @Nullable String channel,
            @Nullable String party,
            boolean waits) {}

    /** An entry of the case, and what it was. */
    record Entry(int entry, String what) {}

    /**
     * An open promise.
     *
     * @param movable whether there is still time to tell the customer of another window
     * @param date the day of its window, as it is to be filled in
     */
    record Open(
            int entry,
            String what,
            boolean movable,
            @Nullable String date,
            @Nullable String from,
            @Nullable String to) {

        static Open of(Promise promise, Words words, ZoneId zone) {
            Instant from = promise.made().from();
            Instant to = promise.made().to();
            return new Open(
                    promise.entry(),
                    promise.made().what() + ", " + words.window(promise),
                    !promise.isOverdue(words.now()),
                    to == null ? null : to.atZone(zone).toLocalDate().toString(),
                    from == null ? null : time(from.atZone(zone)),
                    to == null ? null : time(to.atZone(zone)));
        }

        private static String time(ZonedDateTime moment) {
            return String.format("%02d:%02d", moment.getHour(), moment.getMinute());
        }
    }

    static Choices none() {
        List<Option> nothing = List.of();
        return new Choices(
                List.of(), null, "", "", "", List.of(), nothing, nothing, nothing, nothing, nothing, nothing, nothing,
                List.of(), List.of(), List.of());
    }

    static Choices of(
            Case about,
            Collection<Act> acts,
            @Nullable String user,
            @Nullable Journey journey,
            List<Waiting> waiting,
            List<Contact> latest,
            Words words,
            ZoneId zone) {
        return new Choices(
                acts.stream().map(Act::word).toList(),
                user,
                words.now().atZone(zone).toLocalDate().toString(),
                zone.getId(),
                about.escalation().level().word(),
                journey == null
                        ? List.of()
                        : journey.touchpoints().stream()
                                .map(each -> place(each, journey, waiting))
                                .toList(),
                known(journey, about, waiting),
                Option.of(Channel.class),
                ways(),
                Option.of(Outcome.class),
                Stream.concat(
                                journey == null ? Stream.empty() : journey.reasons().stream(),
                                NewContact.Reasons.ALWAYS.stream())
                        .distinct()
                        .map(Option::of)
                        .toList(),
                Incident.catalogue().keySet().stream().sorted().map(Option::of).toList(),
                Option.of(Level.class),
                latest.stream()
                        .map(each -> new Entry(
                                each.entry(), TimelineItem.titleOf(each) + ", " + words.moment(each.occurredAt())))
                        .toList(),
                about.openPromises().stream()
                        .map(each -> Open.of(each, words, zone))
                        .toList(),
                about.briefs().handoffs().stream()
                        .filter(each -> each.acknowledgedAt() == null)
                        .map(each ->
                                new Entry(each.entry(), Words.party(each.made().to())))
                        .toList());
    }

    private static Place place(Touchpoint touchpoint, Journey journey, List<Waiting> waiting) {
        return new Place(
                touchpoint.id(),
                touchpoint.title(),
                Optional.ofNullable(touchpoint.phase())
                        .flatMap(journey::phase)
                        .map(io.journeybpm.journey.Phase::title)
                        .orElse(null),
                literal(touchpoint.channel()),
                literal(touchpoint.party()),
                waiting.stream().anyMatch(each -> each.touchpoint().equals(touchpoint.id())));
    }

    private static List<Option> known(@Nullable Journey journey, Case about, List<Waiting> waiting) {
        Stream<String> drawn = journey == null
                ? Stream.empty()
                : journey.touchpoints().stream()
                        .map(Touchpoint::party)
                        .map(Choices::literal)
                        .flatMap(Stream::ofNullable);
        Stream<String> promised =
                about.openPromises().stream().map(each -> each.made().party()).flatMap(Stream::ofNullable);
        return Stream.of(drawn, promised, waiting.stream().map(Waiting::party).flatMap(Stream::ofNullable))
                .flatMap(Function.identity())
                .filter(each -> !each.isBlank())
                .distinct()
                .sorted()
                .map(each -> new Option(each, Words.party(each)))
                .toList();
    }

    /** An expression has a value only where the process runs. */
    private static @Nullable String literal(@Nullable String drawn) {
        return drawn == null || Property.isExpression(drawn) ? null : drawn;
    }

    private static List<Option> ways() {
        return List.of(
                new Option(Direction.INBOUND.word(), "The customer came to us"),
                new Option(Direction.OUTBOUND.word(), "We came to the customer"));
    }
}
