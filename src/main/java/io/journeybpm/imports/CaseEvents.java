package io.journeybpm.imports;

import io.journeybpm.journey.Journey;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.NewCase;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.Replayed.Asked;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cases of a log as cases of the ledger, and their events as contacts. Contacts carry an id made from what makes an
 * event of a case the same: its touchpoint, its party, its time, and which of several such it is.
 */
final class CaseEvents {

    private static final int FINGERPRINT = 32;

    private final ImportMapping mapping;
    private final @Nullable Integer version;
    private final EventContacts contacts;

    CaseEvents(ImportMapping mapping, @Nullable Journey journey) {
        this.mapping = mapping;
        this.version = journey == null ? null : journey.version();
        this.contacts = new EventContacts(journey);
    }

    /** The case of the ledger a case of the log comes to. */
    CaseKey key(LoggedCase logged) {
        return CaseKey.of(mapping.caseIdPrefix(), logged.id());
    }

    /** The case to open for one of the log that the ledger doesn't have. */
    NewCase opening(LoggedCase logged) {
        Customer customer = logged.customer() == null ? null : new Customer(logged.customer(), null, null, null, null);
        Instant first = logged.events().stream()
                .map(LoggedEvent::at)
                .min(Instant::compareTo)
                .orElseThrow();
        return new NewCase(key(logged).caseId(), mapping.journey(), version, customer, first, List.of(), null);
    }

    /**
     * Records what a case doesn't have yet, in the order of its times, and asks the decision each time as of then.
     *
     * @param known external ids of the contacts it has
     */
    void record(LoggedCase logged, CaseFile file, Set<String> known, Asked asking) {
        String source = key(logged).source();
        Map<Same, Integer> met = new HashMap<>();
        for (LoggedEvent event : inOrder(logged)) {
            int ordinal = met.merge(Same.of(event), 1, Integer::sum);
            String id = NewContact.IMPORTED + source + ":" + Same.of(event).fingerprint(ordinal);
            if (!known.contains(id)) {
                Contact contact = file.contacts().record(contacts.of(event, id));
                asking.asked(file, file.contacts().latestAt(), contact);
            }
        }
    }

    private static List<LoggedEvent> inOrder(LoggedCase logged) {
        return logged.events().stream()
                .sorted(Comparator.comparing(LoggedEvent::at))
                .toList();
    }

    /** What makes two events of a case the same one, told twice. */
    record Same(@Nullable String touchpoint, @Nullable String party, Instant at) {

        static Same of(LoggedEvent event) {
            return new Same(event.touchpoint(), event.party(), event.at());
        }

        String fingerprint(int ordinal) {
            String parts = Objects.requireNonNullElse(touchpoint, "")
                    + '\0'
                    + Objects.requireNonNullElse(party, "")
                    + '\0'
                    + at.toEpochMilli()
                    + '\0'
                    + ordinal;
            return Digest.hex(parts, FINGERPRINT);
        }
    }
}
