package io.journeybpm.imports;

import static io.journeybpm.imports.LogFixtures.event;
import static io.journeybpm.imports.LogFixtures.mapping;
import static io.journeybpm.imports.LogFixtures.trace;
import static io.journeybpm.imports.LogFixtures.xes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Phase;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.Rise;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a log becomes in the ledger. */
class ImportedCasesTest extends OnAnEmptyLedger {

    @Test
    void anImportCountsCasesContactsHandoffsAndLevels() throws Exception {
        ImportView view = read(
                xes(trace("quiet", visits("a", 3))
                        + trace("busy", visits("a", 4))
                        + trace("Case 9", visits("abcabc", 6))),
                mapping(""));

        assertThat(view.state()).isEqualTo("done");
        assertThat(view.percent()).isEqualTo(100);
        assertThat(view.cases()).isEqualTo(3);
        assertThat(view.contacts()).isEqualTo(13);
        assertThat(view.levels())
                .isEqualTo(Map.of("none", 1L, "watch", 1L, "coordinate", 0L, "escalate", 1L, "executive", 0L));
        assertThat(view.rejected()).isEqualTo(new ImportView.Rejected(0, List.of()));
        Case escalated = cases.find("Case-9").orElseThrow();
        assertThat(escalated.counts())
                .containsEntry(Count.CONTACTS, 6)
                .containsEntry(Count.HANDOFFS, 5)
                .containsEntry(Count.PLANNED_CONTACTS, 0)
                .containsEntry(Count.EXTRA_CONTACTS, 0);
        assertThat(escalated.openedAt()).isEqualTo("2026-08-01T09:00:00Z");
        assertThat(timeline("Case-9", HandoffEntry.class)).hasSize(5);
    }

    @Test
    void levelsAreReachedAtTheTimeOfTheContactThatReachedThem() throws Exception {
        read(xes(trace("1", visits("abab", 4))), mapping(""));

        assertThat(timeline("1", Rise.class))
                .extracting(Rise::to, Rise::raisedAt)
                .containsExactly(
                        tuple(Level.WATCH, Instant.parse("2026-08-03T09:00:00Z")),
                        tuple(Level.ESCALATE, Instant.parse("2026-08-04T09:00:00Z")));
    }

    @Test
    void eventsGoByTimeAndTiesInLogOrder() throws Exception {
        read(
                xes(trace(
                        "1",
                        event("third", "p", "2026-08-03T09:00:00Z"),
                        event("first", "p", "2026-08-01T09:00:00Z"),
                        event("fourth", "p", "2026-08-03T09:00:00Z"),
                        event("second", "p", "2026-08-02T09:00:00Z"))),
                mapping(""));

        assertThat(timeline("1", Contact.class))
                .extracting(each -> each.reported().place().touchpoint())
                .containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void contactsAtModelledTouchpointsAreKnownByIdOrTitle() throws Exception {
        deployed.journeys.add(journey());

        read(
                xes(trace(
                        "1",
                        "<event><string key=\"concept:name\" value=\"Leak search\"/>"
                                + "<date key=\"time:timestamp\" value=\"2026-08-01T09:00:00Z\"/></event>",
                        event("leak-search", "leak finder", "2026-08-02T09:00:00Z"),
                        event("Text", "office", "2026-08-03T09:00:00Z"),
                        event("complaint", "office", "2026-08-04T09:00:00Z"))),
                mapping(""));

        Case read = cases.find("1").orElseThrow();
        assertThat(read.version()).isEqualTo(3);
        assertThat(read.counts())
                .containsEntry(Count.CONTACTS, 3)
                .containsEntry(Count.PLANNED_CONTACTS, 1)
                .containsEntry(Count.EXTRA_CONTACTS, 2)
                .containsEntry(Count.REWORK_CONTACTS, 1);
        List<Contact> contacts = timeline("1", Contact.class);
        assertThat(contacts.get(0)).satisfies(first -> {
            assertThat(first.reported().place().touchpoint()).isEqualTo("leak-search");
            assertThat(first.reported().place().title()).isEqualTo("Leak search");
            assertThat(first.phase()).isEqualTo("find");
            assertThat(first.reported().channel()).isEqualTo(Channel.VISIT);
            assertThat(first.reported().direction()).isEqualTo(Direction.OUTBOUND);
            assertThat(first.reported().party()).isEqualTo("leak finder");
        });
        assertThat(contacts.get(2).counted()).isFalse();
        assertThat(contacts.get(3).reported().channel()).isEqualTo(Channel.PHONE);
    }

    @Test
    void risesAreRaisedInTheEngineOnlyWhereTheMappingSaysSo() throws Exception {
        read(xes(trace("1", visits("aaaaaa", 6))), mapping(""));
        assertThat(queued.all).isEmpty();

        read(xes(trace("2", visits("aaaaaa", 6))), mapping(", 'raise':true"));
        assertThat(queued.all).extracting(Rise::to).containsExactly(Level.WATCH, Level.ESCALATE);
    }

    @Test
    void missedAndFailedContactsAreCountedAsSuch() throws Exception {
        String log = """
                id;what;who;when;how;customer
                1;visit;plumber;2026-08-03 09:00;no show;C-1
                1;visit;plumber;2026-08-04 09:00;KO;C-1
                1;visit;plumber;2026-08-05 09:00;;C-1
                """;

        ImportView view = read(log, ImportMapping.parse("""
                {"journey":"j","caseId":"id","customer":"customer","touchpoint":"what","party":"who",
                 "occurredAt":"when","channel":"visit",
                 "outcome":{"attribute":"how","values":{"no show":"missed","ko":"failed"}}}"""));

        assertThat(view.rejected().count()).isZero();
        Case read = cases.find("1").orElseThrow();
        assertThat(read.customer()).isEqualTo("C-1");
        assertThat(read.counts())
                .containsEntry(Count.CONTACTS, 2)
                .containsEntry(Count.MISSED_CONTACTS, 1)
                .containsEntry(Count.FAILED_CONTACTS, 1);
        assertThat(timeline("1", Contact.class))
                .extracting(Contact::outcome)
                .containsExactly(Outcome.MISSED, Outcome.FAILED, Outcome.DONE);
        assertThat(timeline("1", Contact.class).get(0).occurredAt()).isEqualTo("2026-08-03T07:00:00Z");
    }

    private static Journey journey() {
        return new Journey(
                "j:3:1",
                "j",
                3,
                "Journey",
                List.of(new Phase("find", "Find")),
                List.of(
                        touchpoint("leak-search", "Leak search", "find", "visit", "leak finder", null, null),
                        touchpoint("text", "Text", null, "sms", "${office}", "outbound", "false")),
                List.of(),
                List.of());
    }

    private static Touchpoint touchpoint(
            String id, String title, String phase, String channel, String party, String direction, String counts) {
        return new Touchpoint(
                id,
                title,
                "userTask",
                phase,
                channel,
                party,
                direction,
                null,
                counts,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false,
                false,
                null,
                List.of(),
                null,
                null,
                null,
                false);
    }
}
