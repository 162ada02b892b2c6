package io.journeybpm.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.WebApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Cockpit and Tasklist")
class CockpitResourcesTest extends CockpitTest {

    /** The zone the server tells times in unless it is told otherwise. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    @Test
    void operationsSeeACaseAsASentenceInsteadOfBareCounts() {
        String caseId = newCase();
        contact(
                caseId,
                "{'touchpoint':'first-call','outcome':'done','note':'<b>water</b>',"
                        + "'nextStep':{'what':'a visit','party':'leak-finder'}}");
        contact(caseId, "{'channel':'phone','direction':'inbound','party':'handler','reason':'chasing'}");

        Answer line = cockpit("ops").get("default/cases?search=" + caseId).expect(200);
        assertThat(line.at("/items/0/contacts")).isEqualTo("2 contacts = 1 planned + 1 extra");
        assertThat(line.at("/items/0/next")).isEqualTo("next: leak finder, nobody has said when");
        assertThat(line.header("Cache-Control")).contains("no-store");

        Answer brief =
                cockpit("ops").get("default/instances/" + instance(caseId)).expect(200);
        assertThat(brief.at("/line/caseId")).isEqualTo(caseId);
        assertThat(brief.at("/done/1/note")).as("as it was said").isEqualTo("<b>water</b>");

        JsonNode timeline = cockpit("ops")
                .get("default/cases/" + caseId + "/timeline?limit=200")
                .expect(200)
                .json();
        assertThat(timeline.path("items").findValuesAsText("title"))
                .contains("Case opened", "Phase: plan", "Touchpoint", "Promised: a visit", "Phone");
        assertThat(timeline.path("items").findValues("marks").toString()).contains("extra", "chasing");
    }

    @Test
    void aTimelineAndAListComeInParts() {
        String caseId = newCase();
        for (int each = 0; each < 5; each++) {
            contact(caseId, "{'channel':'phone','direction':'inbound'}");
        }
        WebApplication cockpit = cockpit("ops");
        Answer first =
                cockpit.get("default/cases/" + caseId + "/timeline?limit=3").expect(200);
        assertThat(first.json().path("items")).hasSize(3);
        Answer second = cockpit.get("default/cases/" + caseId + "/timeline?limit=3&after=" + first.at("/next"))
                .expect(200);
        assertThat(second.json().path("items").get(0).path("entry").asInt())
                .isGreaterThan(first.json().path("items").get(2).path("entry").asInt());

        newCase();
        Answer highest =
                cockpit.get("default/cases?journey=kitchen&sort=level&limit=1").expect(200);
        String next = highest.at("/next");
        Answer lower = cockpit.get("default/cases?journey=kitchen&sort=level&limit=200&after=" + next)
                .expect(200);
        assertThat(lower.json().path("items").findValuesAsText("caseId"))
                .isNotEmpty()
                .doesNotContain(highest.at("/items/0/caseId"));
        assertThat(levels(highest)).singleElement().isNotEqualTo("none");
        assertThat(rank(levels(highest).get(0)))
                .isGreaterThanOrEqualTo(rank(levels(lower).get(0)));
        assertThat(levels(lower)).isSortedAccordingTo((one, other) -> rank(other) - rank(one));
    }

    @Test
    void whoMayUseCockpitButSeeNoInstanceSeesNothing() {
        String caseId = newCase();
        contact(caseId, "{'touchpoint':'first-call','outcome':'done','nextStep':{'what':'a visit'}}");
        String blind = user("blind", "cockpit");
        grant(blind, Resources.PROCESS_DEFINITION, KITCHEN, ProcessDefinitionPermissions.READ);

        WebApplication cockpit = cockpit(blind);
        Answer list = cockpit.get("default/cases?status=").expect(200);
        assertThat(list.json().path("items")).isEmpty();
        assertThat(list.json().path("journeys")).isEmpty();
        assertThat(cockpit.get("default/cases?journey=kitchen&search=" + caseId).body())
                .doesNotContain(caseId);
        Answer dashboard = cockpit.get("default/dashboard").expect(200);
        assertThat(dashboard.json().path("journeys")).isEmpty();
        assertThat(dashboard.json().findValuesAsText("count")).containsOnly("0");
        for (String path : List.of(
                "cases/" + caseId, "cases/" + caseId + "/timeline", "instances/" + instance(caseId), "cases/none")) {
            Answer refused = cockpit.get("default/" + path).problem(404);
            assertThat(refused.at("/detail")).isEqualTo("there is no such case, or you may not see it");
        }
    }

    @Test
    void whoMaySeeOneJourneySeesThatOneAndNoOther() {
        String kitchen = newCase();
        String letterbox = newCase(LETTERBOX);
        String reader = user("reader", "cockpit");
        grant(reader, Resources.PROCESS_DEFINITION, LETTERBOX, ProcessDefinitionPermissions.READ_INSTANCE);

        WebApplication cockpit = cockpit(reader);
        Answer list = cockpit.get("default/cases?limit=200").expect(200);
        assertThat(list.json().path("items").findValuesAsText("journey")).containsOnly(LETTERBOX);
        assertThat(list.at("/all")).isEqualTo("false");
        assertThat(cockpit.get("default/dashboard").json().path("journeys").findValuesAsText("journey"))
                .containsExactly(LETTERBOX);
        cockpit.get("default/cases/" + letterbox).expect(200);
        cockpit.get("default/cases/" + kitchen).problem(404);
        assertThat(cockpit.get("default/cases?journey=kitchen").json().path("items"))
                .isEmpty();
    }

    @Test
    void whoMaySeeOneInstanceSeesItsCase() {
        String mine = newCase();
        String other = newCase();
        String reader = user("guest", "cockpit");
        grant(reader, Resources.PROCESS_INSTANCE, instance(mine), ProcessInstancePermissions.READ);

        cockpit(reader).get("default/instances/" + instance(mine)).expect(200);
        cockpit(reader).get("default/instances/" + instance(other)).problem(404);
    }

    @Test
    void nobodyGetsInWithoutALoginOrWithoutTheApplication() {
        WebApplication nobody = new WebApplication(root(), "cockpit");
        nobody.get("default/dashboard").expect(401);
        nobody.get("default/cases").expect(401);
        nobody.get("static/app/plugin.js").expect(200);
        nobody.get("static/app/unknown.js").expect(403);
        String outsider = user("outsider", "tasklist");
        WebApplication tasklist = new WebApplication(root(), "tasklist").login(outsider);
        assertThat(tasklist.get("default/dashboard").status()).isEqualTo(404);
    }

    @Test
    void aQuestionThatCannotBeReadIsAnsweredWithAReason() {
        String caseId = newCase();
        WebApplication cockpit = cockpit("ops");
        for (String path : List.of(
                "cases?limit=0",
                "cases?limit=1000",
                "cases?level=terrible",
                "cases?sort=level&after=rubbish",
                "cases?sort=contacts&after=rubbish",
                "cases?sort=sideways",
                "cases?without=hope",
                "cases?search=" + "x".repeat(129),
                "cases?after=rubbish",
                "cases/" + caseId + "/timeline?after=rubbish")) {
            cockpit.get("default/" + path).problem(400);
        }
    }

    @Test
    void whoeverMaySeeTheTaskReadsTheBriefAndWhoWorksOnItAcknowledgesTheHandoff() {
        String caseId = newCase();
        as("integrator")
                .post("/api/cases/" + caseId + "/facts", "{'name':'gate code','value':'4711','showAt':'carpentry'}")
                .expect(200);
        contact(caseId, "{'touchpoint':'first-call','outcome':'done'}");
        as("integrator")
                .post("/api/cases/" + caseId + "/handoffs", "{'from':'handler','to':'carpenter','open':'a wet floor'}")
                .expect(201);
        Task task = task(caseId);
        String helper = user("helper", "tasklist");
        grant(helper, Resources.TASK, task.getId(), TaskPermissions.READ);
        String stranger = user("stranger", "tasklist");
        String carpenter = user("carl", "tasklist");
        engine.getTaskService().addCandidateUser(task.getId(), carpenter);
        String path = "default/tasks/" + task.getId();

        tasklist(stranger).get(path).problem(404);
        tasklist(stranger).get(path + "/timeline").problem(404);
        tasklist(stranger).post(path + "/acknowledged").problem(404);
        Answer read = tasklist(helper).get(path).expect(200);
        assertThat(read.at("/facts/0/here")).isEqualTo("true");
        assertThat(read.at("/open/0/what")).isEqualTo("a wet floor");
        assertThat(read.at("/task/unread")).isEqualTo("true");
        tasklist(helper).post(path + "/acknowledged").problem(404);
        assertThat(tasklist(carpenter).postWithoutToken(path + "/acknowledged").status())
                .isEqualTo(403);
        assertThat(handoff(caseId).at("/handoffs/0/state")).isEqualTo("open");

        Answer acknowledged = tasklist(carpenter).post(path + "/acknowledged").expect(200);
        assertThat(acknowledged.at("/task/unread")).isEqualTo("false");
        assertThat(handoff(caseId).at("/handoffs/0/acknowledgedBy")).isEqualTo(carpenter);
        tasklist(carpenter).get(path + "/timeline").expect(200);
    }

    @Test
    void allOfItsFilesAreServed() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("target/classes", Assets.FOLDER, "app"))) {
            assertThat(files.map(each -> "app/" + each.getFileName()).filter(each -> !each.endsWith(".txt")))
                    .containsExactlyInAnyOrderElementsOf(Assets.ALL);
        }
        WebApplication nobody = new WebApplication(root(), "tasklist");
        for (String each : Assets.ALL) {
            String content = nobody.get("static/" + each).expect(200).body();
            assertThat(content).as(each).isNotBlank();
            if (!each.matches("app/(preact|hooks)\\.js")) {
                assertThat(content).as(each).doesNotContain("http://", "https://", "innerHTML", "dangerously");
            }
        }
    }

    private Answer handoff(String caseId) {
        return as("ops").get("/api/cases/" + caseId + "/brief").expect(200);
    }

    private Task task(String caseId) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult();
    }

    private static List<String> levels(Answer list) {
        return list.json().path("items").findValuesAsText("level");
    }

    private static int rank(String level) {
        return io.journeybpm.journey.Word.find(io.journeybpm.ledger.Level.class, level)
                .orElseThrow()
                .ordinal();
    }
}
