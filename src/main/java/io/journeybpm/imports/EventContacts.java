package io.journeybpm.imports;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.NewContact.Place;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events as contacts. Where the journey is deployed, an event whose touchpoint is the id or the title of a modelled one
 * is a contact at it, and has from it what the log doesn't say; texts in the model that only a running case can resolve
 * are left alone. Logs don't tell who started a contact: a visit is outbound, all else inbound, so that every contact
 * counts unless it was missed or the model says otherwise.
 */
final class EventContacts {

    private static final String EXPRESSION = "{";

    private final boolean planKnown;
    private final Map<String, Touchpoint> touchpoints = new HashMap<>();

    EventContacts(@Nullable Journey journey) {
        this.planKnown = journey != null;
        if (journey != null) {
            journey.touchpoints().forEach(each -> touchpoints.putIfAbsent(each.title(), each));
            journey.touchpoints().forEach(each -> touchpoints.put(each.id(), each));
        }
    }

    /** The contact an event is, known outside by this id. */
    NewContact of(LoggedEvent event, String externalId) {
        Touchpoint modelled = event.touchpoint() == null ? null : touchpoints.get(event.touchpoint());
        Channel channel = channel(event, modelled);
        Direction said = modelled == null ? null : word(Direction.class, modelled.direction());
        Direction direction = said != null ? said : channel == Channel.VISIT ? Direction.OUTBOUND : Direction.INBOUND;
        return NewContact.at(place(event, modelled), channel, direction, event.outcome())
                .party(event.party() == null && modelled != null ? literal(modelled.party()) : event.party())
                .occurredAt(event.at())
                .counts(counts(modelled, said))
                .externalId(externalId)
                .build();
    }

    private Place place(LoggedEvent event, @Nullable Touchpoint modelled) {
        if (modelled == null) {
            return Place.adHoc(event.touchpoint(), planKnown);
        }
        return new Place(
                modelled.id(), modelled.title(), modelled.phase(), true, planKnown, modelled.recurring(), null);
    }

    private static Channel channel(LoggedEvent event, @Nullable Touchpoint modelled) {
        if (event.channel() != null) {
            return event.channel();
        }
        Channel drawn = modelled == null ? null : word(Channel.class, modelled.channel());
        return drawn == null ? Channel.PHONE : drawn;
    }

    /** What the owner said; where the model says who starts the contact, the default that follows from that. */
    private static @Nullable Boolean counts(@Nullable Touchpoint modelled, @Nullable Direction said) {
        String drawn = modelled == null ? null : literal(modelled.counts());
        if (drawn != null) {
            return Boolean.valueOf(drawn.strip());
        }
        return said == null ? true : null;
    }

    private static <W extends Enum<W> & Word> @Nullable W word(Class<W> type, @Nullable String drawn) {
        return drawn == null ? null : Word.find(type, drawn).orElse(null);
    }

    private static @Nullable String literal(@Nullable String drawn) {
        return drawn == null || drawn.isBlank() || drawn.contains(EXPRESSION) ? null : drawn;
    }
}
