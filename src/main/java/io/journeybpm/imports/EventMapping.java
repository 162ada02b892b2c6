package io.journeybpm.imports;

import static io.journeybpm.imports.Unreadable.quote;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Word;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mapping applied to the attributes of one case or event at a time. */
final class EventMapping {

    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_CUSTOMER = 128;
    private static final int LONGEST_ID = 1000;

    private final ImportMapping mapping;
    private final Times times;
    private final @Nullable Channel channel;
    private final Map<String, Set<String>> countWhen = new HashMap<>();

    EventMapping(ImportMapping mapping, ZoneId zone) {
        this.mapping = mapping;
        this.times = new Times(mapping.zone() == null ? zone : mapping.zone());
        this.channel = mapping.channel() == null
                ? null
                : Word.find(Channel.class, mapping.channel()).orElse(null);
        mapping.countWhen()
                .forEach((attribute, values) -> countWhen.put(
                        attribute, values.stream().map(EventMapping::lower).collect(Collectors.toSet())));
    }

    /** Attributes of events that are looked at. */
    Set<String> ofEvents() {
        Set<String> attributes = new HashSet<>(countWhen.keySet());
        attributes.addAll(ofContacts());
        return attributes;
    }

    /** All attributes a contact and its case are read from; those that tell contacts from other events are not among them. */
    Set<String> attributes() {
        Set<String> attributes = new HashSet<>(ofCases());
        attributes.addAll(ofContacts());
        return attributes;
    }

    private List<String> ofContacts() {
        return Stream.of(
                        mapping.touchpoint(),
                        mapping.occurredAt(),
                        mapping.party(),
                        channel == null ? mapping.channel() : null,
                        mapping.outcome().attribute())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Attributes of cases that are looked at. */
    Set<String> ofCases() {
        return mapping.customer() == null ? Set.of(mapping.caseId()) : Set.of(mapping.caseId(), mapping.customer());
    }

    /** The attribute that tells cases apart. */
    String caseId() {
        return mapping.caseId();
    }

    /** The attribute that says when an event happened. */
    String occurredAt() {
        return mapping.occurredAt();
    }

    /** Whether an event is a contact. */
    boolean counts(UnaryOperator<@Nullable String> event) {
        return countWhen.entrySet().stream().allMatch(each -> {
            String value = event.apply(each.getKey());
            return value == null || value.isBlank() || each.getValue().contains(lower(value.strip()));
        });
    }

    /** The contact an event is. */
    LoggedEvent read(UnaryOperator<@Nullable String> event, String place) throws Unreadable {
        String time = event.apply(mapping.occurredAt());
        if (time == null || time.isBlank()) {
            throw new Unreadable("no " + mapping.occurredAt());
        }
        return new LoggedEvent(
                place,
                times.parse(mapping.occurredAt(), time),
                text(event, mapping.touchpoint(), LONGEST_TEXT),
                text(event, mapping.party(), LONGEST_TEXT),
                channel(event),
                outcome(event));
    }

    /** The log's id of a case. */
    String id(UnaryOperator<@Nullable String> attributes) throws Unreadable {
        String id = text(attributes, mapping.caseId(), LONGEST_ID);
        if (id == null) {
            throw new Unreadable("no " + mapping.caseId());
        }
        return id;
    }

    /** The reference of a case's customer. */
    @Nullable
    String customer(UnaryOperator<@Nullable String> attributes) throws Unreadable {
        return text(attributes, mapping.customer(), LONGEST_CUSTOMER);
    }

    private @Nullable Channel channel(UnaryOperator<@Nullable String> event) throws Unreadable {
        String word = channel == null ? text(event, mapping.channel(), LONGEST_TEXT) : null;
        if (word == null) {
            return channel;
        }
        return Word.find(Channel.class, word)
                .orElseThrow(() -> new Unreadable(mapping.channel() + " " + quote(word) + " is none of "
                        + String.join(", ", Word.all(Channel.class))));
    }

    private Outcome outcome(UnaryOperator<@Nullable String> event) throws Unreadable {
        ImportMapping.Outcomes outcomes = mapping.outcome();
        String word = text(event, outcomes.attribute(), LONGEST_TEXT);
        if (word == null) {
            return outcomes.fallback();
        }
        Outcome meant = outcomes.values().get(word);
        if (meant != null) {
            return meant;
        }
        return Word.find(Outcome.class, word)
                .orElseThrow(() -> new Unreadable(outcomes.attribute() + " " + quote(word)
                        + " is no outcome; outcome.values of the mapping can say which"));
    }

    private @Nullable String text(UnaryOperator<@Nullable String> attributes, @Nullable String name, int longest)
            throws Unreadable {
        String value = name == null ? null : attributes.apply(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > longest) {
            throw new Unreadable(name + " is longer than " + longest + " characters");
        }
        if (value.indexOf('\0') >= 0) {
            throw new Unreadable(name + " holds a character no text holds (NUL)");
        }
        return value;
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
