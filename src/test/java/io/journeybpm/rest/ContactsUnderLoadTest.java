package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.Page;
import io.journeybpm.ledger.Rise;
import io.journeybpm.ledger.TimelineEntry;
import io.journeybpm.testing.Caller;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import io.journeybpm.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("engine")
@DisplayName("Contacts of 16 senders at once")
class ContactsUnderLoadTest extends ServerTest {

    private static final int SENDERS = 16;
    private static final int EACH = 250;
    private static final int REPEATED_EVERY = 10;
    private static final int LATE_EVERY = 25;
    private static final String[] PARTIES = {"carpenter", "painter", "plumber", "electrician"};

    @Autowired
    private Cases cases;

    @ParameterizedTest(name = "on {0} case(s)")
    @ValueSource(ints = {1, 50})
    void areThereExactlyOnceCountedRightAndRaiseEachLevelOnce(int many) throws Exception {
        List<String> caseIds =
                IntStream.range(0, many).mapToObj(each -> newCase()).toList();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Instant began = Instant.now();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                int number = sender;
                running.add(senders.submit(() -> send(number, caseIds, acknowledged)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            senders.shutdownNow();
        }
        System.out.printf(
                "%d contacts from %d senders on %d case(s) on %s: %d ms%n",
                SENDERS * EACH,
                SENDERS,
                many,
                TestDatabase.isPostgres() ? "PostgreSQL" : "H2",
                Duration.between(began, Instant.now()).toMillis());

        assertThat(acknowledged).hasSize(SENDERS * EACH);
        List<String> recorded = new ArrayList<>();
        caseIds.forEach(caseId -> recorded.addAll(recount(caseId)));
        assertThat(recorded).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    private void send(int sender, List<String> caseIds, Set<String> acknowledged) {
        Random random = new Random(sender);
        Caller caller = as("integrator");
        for (int n = 0; n < EACH; n++) {
            String caseId = caseIds.get((sender + n) % caseIds.size());
            // some are reported a little late, out of the order in which they happened
            String late = n % LATE_EVERY == 0
                    ? ",'occurredAt':'" + Instant.now().minusMillis(random.nextInt(2_000)) + "'"
                    : "";
            String body = "{'channel':'visit','party':'%s','outcome':'%s','externalId':'%d-%d'%s}"
                    .formatted(
                            PARTIES[random.nextInt(PARTIES.length)], n % 5 == 0 ? "failed" : "done", sender, n, late);
            String contact = acknowledged(caller, caseId, body);
            acknowledged.add(contact);
            if (n % REPEATED_EVERY == 0) {
                assertThat(acknowledged(caller, caseId, body)).isEqualTo(contact);
            }
        }
    }

    private static String acknowledged(Caller caller, String caseId, String body) {
        Answer answer = caller.post("/api/cases/" + caseId + "/contacts", body);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer.at("/contactId");
    }

    /** Counts a case's contacts from the ledger's entries, in a way of its own, and compares. */
    private List<String> recount(String caseId) {
        List<Contact> contacts = new ArrayList<>();
        String next = null;
        do {
            Page<TimelineEntry> part = cases.timeline(caseId, next, 500);
            part.items().stream()
                    .filter(Contact.class::isInstance)
                    .map(Contact.class::cast)
                    .forEach(contacts::add);
            next = part.next();
        } while (next != null);
        contacts.sort(Comparator.comparing(Contact::occurredAt).thenComparingInt(Contact::entry));
        int handoffs = 0;
        for (int n = 1; n < contacts.size(); n++) {
            boolean same = Objects.equals(
                    contacts.get(n).reported().party(),
                    contacts.get(n - 1).reported().party());
            handoffs += same ? 0 : 1;
        }
        long failed = contacts.stream()
                .filter(each -> each.outcome() == Outcome.FAILED)
                .count();
        Case counted = cases.find(caseId).orElseThrow();
        assertThat(counted.counts().get(Count.CONTACTS)).isEqualTo(contacts.size());
        assertThat(counted.counts().get(Count.EXTRA_CONTACTS)).isEqualTo(contacts.size());
        assertThat(counted.counts().get(Count.FAILED_CONTACTS)).isEqualTo((int) failed);
        assertThat(counted.counts().get(Count.HANDOFFS)).isEqualTo(handoffs);
        assertThat(counted.sinceReview()).isEqualTo(counted.counts());
        assertThat(cases.rises(caseId))
                .extracting(Rise::to)
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo(Level.ESCALATE);
        return contacts.stream().map(Contact::id).toList();
    }
}
