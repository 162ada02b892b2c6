package io.journeybpm.imports;

import static io.journeybpm.imports.LogFixtures.event;
import static io.journeybpm.imports.LogFixtures.mapping;
import static io.journeybpm.imports.LogFixtures.trace;
import static io.journeybpm.imports.LogFixtures.xes;
import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.handler;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.Rise;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Logs on a real engine: its decision tables are asked, its processes start only where the mapping says so. */
class ImportedIntoEngineTest extends EngineTest {

    private static final String KEY = "j";

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Test
    void theTableIsAskedAsOfEachContactsOwnTime() throws Exception {
        deploy("table.dmn", Dmn.table("contact-escalation-" + KEY, "daysOpen", ">= 30", "watch", "-", "none"));
        String caseId = caseId();

        read(log(caseId, "2020-01-01", "2020-01-20", "2020-02-05", "2020-03-05"), "");

        assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.WATCH);
        assertThat(cases.rises(caseId))
                .extracting(Rise::raisedAt)
                .containsExactly(Instant.parse("2020-02-05T09:00:00Z"));
    }

    @Test
    void noProcessStartsUnlessTheMappingSaysSo() throws Exception {
        deploy("table.dmn", Dmn.table("contact-escalation-" + KEY, "contacts", ">= 2", "escalate", "-", "none"));
        String quiet = caseId();
        String raised = caseId();

        read(log(quiet, "2026-08-01", "2026-08-02", "2026-08-03"), "");
        assertThat(management.createJobQuery().count()).isZero();

        read(log(raised, "2026-08-01", "2026-08-02", "2026-08-03"), ", 'raise':true");
        runJobs();
        assertThat(theCase(raised).escalation().level()).isEqualTo(Level.ESCALATE);
        assertThat(runtime.createProcessInstanceQuery().list())
                .singleElement()
                .satisfies(instance -> assertThat(instance.getBusinessKey()).isEqualTo(raised));
    }

    @Test
    void aRiseOfARunningCaseIsCaughtInItsJourney() throws Exception {
        deploy("table.dmn", Dmn.table("contact-escalation-" + KEY, "contacts", ">= 2", "escalate", "-", "none"));
        deploy(
                "j.bpmn",
                document(process(
                        KEY,
                        row("p", phase("care", row("c", userTask("T", touchpoint("visit", "plumber"))))),
                        handler("caught", "escalate", false, userTask("H")))));
        String caseId = caseId();
        runtime.startProcessInstanceByKey(KEY, caseId);

        read(log(caseId, "2026-08-01", "2026-08-02"), ", 'raise':true");
        runJobs();

        assertThat(tasks.createTaskQuery().taskDefinitionKey("H").count()).isEqualTo(1);
        assertThat(tasks.createTaskQuery().taskDefinitionKey("T").count()).isEqualTo(1);
        assertThat(theCase(caseId).counts())
                .containsEntry(Count.CONTACTS, 2)
                .containsEntry(Count.PLANNED_CONTACTS, 1)
                .containsEntry(Count.EXTRA_CONTACTS, 1);
    }

    @Test
    void importingAgainChangesNothingOnThisDatabaseEither() throws Exception {
        String caseId = caseId();
        String log = log(caseId, "2026-08-01", "2026-08-01", "2026-08-02");

        ImportView first = read(log, "");
        ImportView again = read(log, "");

        assertThat(again.levels()).isEqualTo(first.levels());
        assertThat(again.contacts()).isEqualTo(first.contacts()).isEqualTo(3);
        assertThat(contacts(caseId)).hasSize(3);
    }

    private ImportView read(String log, String more) throws Exception {
        ImportView view =
                imports.run(Files.writeString(folder.resolve("log"), log), mapping(more), null, (done, total) -> {});
        assertThat(view.state()).as(view.toString()).isEqualTo("done");
        assertThat(view.rejected().count()).as(view.toString()).isZero();
        return view;
    }

    private static String log(String caseId, String... days) {
        StringBuilder events = new StringBuilder();
        for (String day : days) {
            events.append(event("T", "plumber", day + "T09:00:00Z"));
        }
        return xes(trace(caseId, events.toString()));
    }

    private static String caseId() {
        return "case-" + System.nanoTime();
    }
}
