package io.journeybpm.rest;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.casework.CaseBriefs;
import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.RunningCases.NewRun;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.Fact;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.NewHandoff;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.testing.CountedStatements;
import io.journeybpm.testing.CountedStatements.Count;
import io.journeybpm.testing.EngineTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** However long a case is and whatever people wrote into it, its brief is read at a door. */
@DisplayName("The brief of a case of 10,000 contacts")
@Import(CountedStatements.class)
class BriefOfALongCaseTest extends EngineTest {

    private static final int CONTACTS = 10_000;
    private static final int ONE_PAGE = 64 * 1024;

    /** What somebody might paste who doesn't mean well, or a whole e-mail. */
    private static final String LONG = "<script>\"\\\uD83D\uDE00".repeat(400);

    @Autowired
    private CountedStatements statements;

    @Autowired
    private Briefings briefings;

    @Autowired
    private CaseClock clock;

    private int first;

    private static NewContact contact(int number, String note, Integer causedBy) {
        return NewContact.at(
                        NewContact.Place.adHoc("visit " + number % 40, false),
                        Channel.VISIT,
                        Direction.OUTBOUND,
                        number % 3 == 0 ? Outcome.PARTLY : Outcome.DONE)
                .party("party " + number % 30)
                .user("user " + number)
                .causedBy(causedBy)
                .note(note)
                .leftOpen(note)
                .build();
    }

    private void fill(CaseFile file) {
        Contact cause = file.contacts().record(contact(0, "the first look in the wrong place", null));
        first = cause.entry();
        for (int each = 1; each < CONTACTS; each++) {
            file.contacts()
                    .record(contact(
                            each, each > CONTACTS - 10 ? LONG.substring(0, 4000) : "n", each % 2 == 0 ? first : null));
        }
        Instant now = Instant.now();
        for (int each = 0; each < 150; each++) {
            file.facts().tell(new Fact("fact " + each, LONG.substring(0, 4000), "somewhere"), "user");
            file.promises()
                    .make(
                            new NewPromise(
                                    LONG.substring(0, 1000),
                                    null,
                                    "party " + each,
                                    null,
                                    now.plus(Duration.ofDays(each + 1)),
                                    NewPromise.Origin.CUSTOMER),
                            now);
            file.handoffs()
                    .make(NewHandoff.reported(
                                    LONG.substring(0, 255),
                                    "party-" + each,
                                    LONG.substring(0, 4000),
                                    LONG.substring(0, 4000))
                            .requiring(List.of("a", "b" + LONG.substring(0, 200))));
        }
    }

    @Test
    void isOnePageOfWhatMattersAndAskedForWithFewStatements() throws Exception {
        String visit = userTask("visit", touchpoint("visit", "party 0"));
        deploy("long.bpmn", document(process("long", row("j", phase("phase", row("p", visit))))));
        Customer customer =
                new Customer("long", LONG.substring(0, 255), null, "+45 20 30 40 50", LONG.substring(0, 1000));
        runningCases.open(new NewRun("long", "long", customer, List.of(), List.of(), Map.of()));
        runningCases.change("long", file -> {
            fill(file);
            return file;
        });

        Desk desk = new Desk(cases, clock, new ApiPath("/api"));
        BriefDesk briefs = new BriefDesk(new CaseBriefs(cases, briefings), desk);
        briefs.brief(desk.find("long"));
        AtomicReference<BriefView> read = new AtomicReference<>();
        Map<String, Count> sent = statements.during(() -> read.set(briefs.brief(desk.find("long"))));
        sent.keySet().removeIf(each -> each.startsWith("select act_re_"));
        BriefView brief = read.get();
        String json = StrictJson.mapper().writeValueAsString(brief);
        int size = json.getBytes(StandardCharsets.UTF_8).length;
        System.out.println("brief of " + CONTACTS + " contacts: " + size + " bytes, statements " + sent);

        assertThat(size).isLessThan(ONE_PAGE);
        assertThat(sent.entrySet().stream()
                        .filter(each -> each.getKey().startsWith("select"))
                        .mapToInt(each -> each.getValue().statements())
                        .sum())
                .isEqualTo(8);
        assertThat(brief.contacts()).isEqualTo(CONTACTS);
        assertThat(brief.lastContacts()).hasSize(5).allSatisfy(each -> assertThat(each.note())
                .endsWith("… (4000 characters)"));
        assertThat(brief.rootCauses()).singleElement().satisfies(each -> {
            assertThat(each.contactId()).isEqualTo("long~" + first);
            assertThat(each.note()).isEqualTo("the first look in the wrong place");
            assertThat(each.contacts()).as("of the latest 500").isEqualTo(250);
        });
        assertThat(brief.facts()).hasSize(20);
        assertThat(brief.promises()).hasSize(8);
        assertThat(brief.promises().get(0).party()).isEqualTo("party 0");
        assertThat(brief.promises().get(0).missing())
                .extracting(each -> each.what())
                .as("the visit before ended partly done")
                .containsExactly(
                        "the address, confirmed by the customer",
                        "the place, confirmed by whoever was there before",
                        "the parts");
        assertThat(brief.handoffs()).hasSize(3);
        assertThat(brief.more())
                .containsEntry("contacts", CONTACTS - 5)
                .containsEntry("facts", 130)
                .containsEntry("promises", 142)
                .containsEntry("handoffs", 147);
    }
}
