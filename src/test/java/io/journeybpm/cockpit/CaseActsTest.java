package io.journeybpm.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Bpmn;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.WebApplication;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On the page of a case")
class CaseActsTest extends CockpitTest {

    /** The zone the server tells times in unless it is told otherwise. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private static final String REASON = "'reason':'she called and said so'";

    @Test
    void aContactCompletesWhatWaitsForItAndIsRecordedOnce() {
        String caseId = newCase();
        JsonNode choices = choices("ops", caseId);
        assertThat(waiting(choices)).containsExactly("first-call");

        String said = act("ops", caseId, "contact", """
                {'touchpoint':'first-call','outcome':'partly','note':'<b>wet</b>','open':'the floor',
                 'user':'ops','incidents':['late','no answer']}""").expect(200).at("/said");
        assertThat(said).contains("It completed \"Touchpoint\", which was waiting.");

        JsonNode timeline = as("ops").get("/api/cases/" + caseId + "/timeline").json();
        List<JsonNode> contacts = of(timeline, "contact").toList();
        assertThat(contacts).singleElement().satisfies(each -> {
            assertThat(each.at("/contact/outcome").asText()).isEqualTo("partly");
            assertThat(each.at("/contact/note").asText()).isEqualTo("<b>wet</b>");
            assertThat(each.at("/contact/open").asText()).isEqualTo("the floor");
            assertThat(each.at("/contact/user").asText()).isEqualTo("ops");
            assertThat(each.at("/contact/channel").asText()).isEqualTo("phone");
            assertThat(each.at("/contact/incidents").findValuesAsText("kind")).containsExactly("conduct", "process");
        });
        assertThat(waiting(choices("ops", caseId))).containsExactly("carpentry");
    }

    @Test
    void aContactNobodyPlannedMaySayWhenAndWhatMadeItNecessary() {
        String caseId = newCase();
        act("ops", caseId, "contact", "{'touchpoint':'first-call','outcome':'done'}")
                .expect(200);
        int cause = choices("ops", caseId).at("/contacts/0/entry").asInt();
        act(
                        "ops",
                        caseId,
                        "contact",
                        "{'channel':'phone','direction':'inbound','outcome':'done','reason':'chasing','date':'"
                                + LocalDate.now(ZONE) + "','time':'00:00','causedBy':" + cause + "}")
                .expect(200);
        JsonNode contact = of(
                        as("ops").get("/api/cases/" + caseId + "/timeline").json(), "contact")
                .filter(each -> each.at("/contact/reason").asText().equals("chasing"))
                .findFirst()
                .orElseThrow();
        assertThat(contact.at("/contact/causedBy").asText()).isEqualTo(caseId + "~" + cause);
        assertThat(contact.at("/at").asText())
                .isEqualTo(LocalDate.now(ZONE).atStartOfDay(ZONE).toInstant().toString());
        act("ops", caseId, "contact", "{'outcome':'done'}").problem(400, "channel");
        act(
                        "ops",
                        caseId,
                        "contact",
                        "{'channel':'phone','outcome':'done','date':'"
                                + LocalDate.now(ZONE).plusDays(1) + "','time':'10:00'}")
                .problem(400, "date");
    }

    @Test
    void whereATouchpointWaitsTwiceSomebodyHasToSayWhichOneIsMeant() {
        String visit = Bpmn.userTask("visit", Bpmn.touchpoint("visit", "carpenter"));
        String twice = visit.replace(
                "</userTask>",
                "<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask>");
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "twice.bpmn",
                        Bpmn.document(Bpmn.process("twice", Bpmn.row("t", Bpmn.phase("p", Bpmn.row("p", twice))))))
                .deploy();
        String caseId = newCase("twice");
        Answer several = act("ops", caseId, "contact", "{'touchpoint':'visit','outcome':'done'}")
                .problem(409);
        assertThat(several.json().path("waiting")).hasSize(2);
        assertThat(several.at("/detail")).contains("Choose which one");
        String one = several.at("/waiting/1/activityInstanceId");
        act("ops", caseId, "contact", "{'touchpoint':'visit','outcome':'done','activityInstanceId':'" + one + "'}")
                .expect(200);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(caseId)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aPromiseIsMadeMovedAndKeptByTheClockOnTheWall() {
        String caseId = newCase();
        LocalDate day = LocalDate.now(ZONE).plusDays(3);
        String made = act(
                        "ops",
                        caseId,
                        "promise",
                        "{'what':'a visit','party':'carpenter','date':'" + day + "','from':'08:00','to':'10:00'}")
                .expect(200)
                .at("/said");
        assertThat(made).contains("8–10");
        JsonNode open = choices("ops", caseId).at("/promises/0");
        assertThat(open.path("date").asText()).isEqualTo(day.toString());
        assertThat(open.path("from").asText()).isEqualTo("08:00");
        assertThat(open.path("to").asText()).isEqualTo("10:00");
        int entry = open.path("entry").asInt();
        assertThat(as("ops")
                        .get("/api/cases/" + caseId + "/promises/" + caseId + "~" + entry)
                        .at("/from"))
                .isEqualTo(day.atTime(8, 0).atZone(ZONE).toInstant().toString());

        act("ops", caseId, "promise-moved", "{'entry':" + entry + ",'date':'" + day + "','to':'12:00'}")
                .problem(400, "reason");
        act("ops", caseId, "promise-moved", "{'entry':" + entry + "," + REASON + "}")
                .problem(400, "date");
        act(
                        "ops",
                        caseId,
                        "promise-moved",
                        "{'entry':" + entry + ",'date':'" + day + "','from':'14:00','to':'12:00'," + REASON + "}")
                .problem(400, "to");
        act(
                        "ops",
                        caseId,
                        "promise-moved",
                        "{'entry':" + entry + ",'date':'" + day + "','from':'11:00','to':'12:00'," + REASON + "}")
                .expect(200);
        act("ops", caseId, "promise-kept", "{'entry':" + entry + "}").expect(200);
        assertThat(act("ops", caseId, "promise-kept", "{'entry':" + entry + "}")
                        .problem(409)
                        .at("/detail"))
                .contains("settled before");
        JsonNode timeline = as("ops").get("/api/cases/" + caseId + "/timeline").json();
        assertThat(of(timeline, "promise-moved")
                        .findFirst()
                        .orElseThrow()
                        .path("actor")
                        .asText())
                .isEqualTo("ops");
        assertThat(of(timeline, "promise-kept")
                        .findFirst()
                        .orElseThrow()
                        .path("actor")
                        .asText())
                .isEqualTo("ops");
    }

    @Test
    void aPromiseIsTakenBackWithAReason() {
        String caseId = newCase();
        act("ops", caseId, "promise", "{'what':'somebody comes, one of these days'}")
                .expect(200);
        int entry = choices("ops", caseId).at("/promises/0/entry").asInt();
        act("ops", caseId, "promise-withdrawn", "{'entry':" + entry + "}").problem(400, "reason");
        act("ops", caseId, "promise-withdrawn", "{'entry':" + entry + "," + REASON + "}")
                .expect(200);
        assertThat(choices("ops", caseId).path("promises")).isEmpty();
        act("ops", caseId, "promise-withdrawn", "{'entry':999," + REASON + "}").problem(404);
        act("ops", caseId, "promise", "{'what':'x','from':'08:00'}").problem(400, "date");
        act("ops", caseId, "promise", "{'what':'x','date':'soon'}").problem(400, "date");
        act("ops", caseId, "promise", "{'what':'x','date':'+999999999-01-01'}").problem(400, "date");
    }

    @Test
    void theLevelIsRaisedAndLoweredWithReasonsAndTheAmbassadorIsSomebody() {
        String caseId = newCase();
        act("ops", caseId, "level", "{'level':'coordinate'}").problem(400, "reason");
        act("ops", caseId, "level", "{" + REASON + "}").problem(400, "level");
        act("ops", caseId, "level", "{'level':'dreadful'," + REASON + "}").problem(400, "level");
        act("ops", caseId, "level", "{'level':'coordinate'," + REASON + "}").expect(200);
        assertThat(as("ops").get("/api/cases/" + caseId).at("/escalation/level"))
                .isEqualTo("coordinate");
        act("ops", caseId, "level", "{'level':'watch'," + REASON + "}").problem(400, "level");
        act("ops", caseId, "review", "{'level':'executive'," + REASON + "}").problem(400, "level");
        act("ops", caseId, "review", "{'level':'none'," + REASON + "}").expect(200);
        assertThat(as("ops").get("/api/cases/" + caseId).at("/escalation/level"))
                .isEqualTo("none");

        assertThat(cockpit("ops")
                        .get("default/cases/" + caseId + "/acts/people?search=inte")
                        .expect(200)
                        .json()
                        .findValuesAsText("id"))
                .contains("integrator");
        act("ops", caseId, "ambassador", "{'user':'nobody-at-all'," + REASON + "}")
                .problem(400, "user");
        act("ops", caseId, "ambassador", "{'user':'integrator'," + REASON + "}").expect(200);
        assertThat(as("ops").get("/api/cases/" + caseId).at("/ambassador")).isEqualTo("integrator");
        JsonNode timeline = as("ops").get("/api/cases/" + caseId + "/timeline").json();
        for (String type : List.of("escalation", "review", "ambassador")) {
            assertThat(of(timeline, type)
                            .findFirst()
                            .orElseThrow()
                            .path("actor")
                            .asText())
                    .as(type)
                    .isEqualTo("ops");
        }
    }

    @Test
    void aContactIsTakenBackAndACauseIsFound() {
        String caseId = newCase();
        for (int each = 0; each < 3; each++) {
            act("ops", caseId, "contact", "{'channel':'phone','direction':'inbound','outcome':'done'}")
                    .expect(200);
        }
        JsonNode contacts = choices("ops", caseId).path("contacts");
        int last = contacts.get(0).path("entry").asInt();
        int first = contacts.get(2).path("entry").asInt();
        act("ops", caseId, "cause", "{'entry':" + last + ",'causedBy':" + first + "}")
                .problem(400, "reason");
        act("ops", caseId, "cause", "{'entry':" + last + "," + REASON + "}").problem(400, "causedBy");
        act("ops", caseId, "cause", "{'entry':" + last + ",'causedBy':" + first + "," + REASON + "}")
                .expect(200);
        act("ops", caseId, "cause", "{'entry':" + first + ",'causedBy':" + last + "," + REASON + "}")
                .problem(422, "causedBy");

        act("ops", caseId, "void", "{'entry':" + last + "," + REASON + "}").expect(200);
        act("ops", caseId, "void", "{'entry':" + last + "," + REASON + "}").problem(409);
        assertThat(as("ops").get("/api/cases/" + caseId).at("/counts/contacts")).isEqualTo("2");
        assertThat(choices("ops", caseId).path("contacts")).hasSize(2);
    }

    @Test
    void aHandoffIsAcknowledgedAndAFactIsKept() {
        String caseId = newCase();
        as("integrator")
                .post("/api/cases/" + caseId + "/handoffs", "{'from':'handler','to':'carpenter'}")
                .expect(201);
        int entry = choices("ops", caseId).at("/handoffs/0/entry").asInt();
        act("ops", caseId, "acknowledge", "{'entry':" + entry + "}").expect(200);
        assertThat(choices("ops", caseId).path("handoffs")).isEmpty();
        assertThat(as("ops").get("/api/cases/" + caseId + "/brief").at("/handoffs/0/acknowledgedBy"))
                .isEqualTo("ops");

        act("ops", caseId, "fact", "{'name':'gate code'}").problem(400, "value");
        act("ops", caseId, "fact", "{'name':'gate code','value':'4711','showAt':'carpentry'}")
                .expect(200);
        assertThat(cockpit("ops").get("default/cases/" + caseId).at("/facts/0/value"))
                .isEqualTo("4711");
    }

    @Test
    void aCaseIsClosedAndOpenedAgainAndOnlySomeThingsCanBeDoneToAClosedOne() {
        String caseId = newCase();
        act("ops", caseId, "close", "{}").problem(400, "reason");
        act("ops", caseId, "close", "{" + REASON + "}").expect(200);
        assertThat(choices("ops", caseId).path("acts"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("contact", "void", "cause", "reopen");
        for (String act : List.of("promise", "level", "review", "ambassador")) {
            String form =
                    switch (act) {
                        case "promise" -> "{'what':'a visit'}";
                        case "ambassador" -> "{'user':'ops'," + REASON + "}";
                        case "review" -> "{'level':'none'," + REASON + "}";
                        default -> "{'level':'watch'," + REASON + "}";
                    };
            assertThat(act("ops", caseId, act, form).problem(409).at("/detail"))
                    .as(act)
                    .startsWith("This case is closed.");
        }
        act("ops", caseId, "reopen", "{" + REASON + "}").expect(200);
        assertThat(as("ops").get("/api/cases/" + caseId).at("/status")).isEqualTo("open");
    }

    @Test
    void whoMayOnlySeeIsRefusedAndWhoMayNotSeeIsToldThereIsNothing() {
        String caseId = newCase();
        String form = "{'what':'a visit'}";
        assertThat(choices("owner", caseId).path("acts")).isEmpty();
        assertThat(cockpit("owner")
                        .get("default/cases/" + caseId + "/acts/people?search=ops")
                        .json())
                .isEmpty();
        act("owner", caseId, "promise", form).problem(403);
        String stranger = user("passerby", "cockpit");
        act(stranger, caseId, "promise", form).problem(404);
        cockpit(stranger).get("default/cases/" + caseId + "/acts").problem(404);
        assertThat(promises(caseId)).isZero();

        String reader = user("readerofone", "cockpit");
        grant(reader, Resources.PROCESS_INSTANCE, instance(caseId), ProcessInstancePermissions.READ);
        act(reader, caseId, "promise", form).problem(403);
        grant(reader, Resources.PROCESS_INSTANCE, instance(caseId), ProcessInstancePermissions.UPDATE);
        act(reader, caseId, "promise", form).expect(200);
        act(reader, newCase(), "promise", form).problem(404);

        String keeper = user("keeper", "cockpit");
        grant(keeper, Resources.PROCESS_DEFINITION, KITCHEN, ProcessDefinitionPermissions.READ_INSTANCE);
        act(keeper, caseId, "promise", form).problem(403);
        grant(keeper, Resources.PROCESS_DEFINITION, KITCHEN, ProcessDefinitionPermissions.UPDATE_INSTANCE);
        act(keeper, caseId, "promise", form).expect(200);
        assertThat(promises(caseId)).isEqualTo(2);
        assertThat(cockpit(keeper)
                        .get("default/cases/" + caseId + "/acts/people?search=ops")
                        .json())
                .as("users are shown only to whom Camunda shows them")
                .isEmpty();
    }

    @Test
    void besideATaskPromisesAndHandoffsAreOfWhoeverWorksOnIt() {
        String caseId = newCase();
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult();
        String worker = user("worker", "tasklist");
        grant(worker, Resources.TASK, task.getId(), TaskPermissions.READ);
        String path = "default/tasks/" + task.getId() + "/acts";
        assertThat(tasklist(worker).get(path).expect(200).json().path("acts")).isEmpty();
        tasklist(worker).post(path + "/promise", "{'what':'a visit'}", key()).problem(403);
        grant(worker, Resources.TASK, task.getId(), TaskPermissions.TASK_WORK);
        assertThat(tasklist(worker).get(path).json().path("acts"))
                .extracting(JsonNode::asText)
                .contains("promise", "acknowledge", "fact")
                .doesNotContain("void", "level", "close", "ambassador");
        tasklist(worker).post(path + "/promise", "{'what':'a visit'}", key()).expect(200);
        tasklist(worker)
                .post(path + "/level", "{'level':'watch'," + REASON + "}", key())
                .problem(403);
        tasklist(user("nobodyhere", "tasklist"))
                .post(path + "/promise", "{'what':'a visit'}", key())
                .problem(404);
        assertThat(promises(caseId)).isEqualTo(1);
    }

    @Test
    void aFormSentEightTimesAtOnceIsDoneOnce() throws Exception {
        String caseId = newCase();
        WebApplication cockpit = cockpit("ops");
        String key = key();
        String form = "{'channel':'phone','direction':'inbound','outcome':'done','note':'double click'}";
        List<Callable<Answer>> clicks = new ArrayList<>();
        for (int each = 0; each < 8; each++) {
            clicks.add(() -> cockpit.post("default/cases/" + caseId + "/acts/contact", form, key));
        }
        ExecutorService fingers = Executors.newFixedThreadPool(clicks.size());
        List<String> said = new ArrayList<>();
        try {
            for (Future<Answer> each : fingers.invokeAll(clicks)) {
                said.add(each.get().expect(200).at("/said"));
            }
        } finally {
            fingers.shutdown();
        }
        assertThat(said).hasSize(8).containsOnly(said.get(0));
        assertThat(of(as("ops").get("/api/cases/" + caseId + "/timeline").json(), "contact"))
                .hasSize(1);
        cockpit.post("default/cases/" + caseId + "/acts/contact", form.replace("double", "another"), key)
                .problem(422);
    }

    @Test
    void whatCannotBeReadIsAnsweredWithTheFieldAtFault() {
        String caseId = newCase();
        WebApplication cockpit = cockpit("ops");
        String path = "default/cases/" + caseId + "/acts/";
        cockpit.post(
                        path + "contact",
                        "{'outcome':'lovely','channel':'pigeon','note':'" + "x".repeat(4001) + "'}",
                        key())
                .problem(400, "outcome")
                .problem(400, "channel")
                .problem(400, "note");
        cockpit.post(path + "fact", "{'name':'a','value':'b','colour':'red'}", key())
                .problem(400, "colour");
        cockpit.post(path + "fact", "{'name':7,'value':['b']}", key()).problem(400, "name");
        cockpit.post(path + "void", "{'entry':'1'," + REASON + "}", key()).problem(400, "entry");
        cockpit.post(path + "contact", "{'channel':'phone','outcome':'done','incidents':'late'}", key())
                .problem(400, "incidents");
        cockpit.post(path + "fact", "[]", key()).problem(400, "body");
        cockpit.post(path + "fact", "{'name':", key()).problem(400, "body");
        cockpit.post(path + "fact", "", key()).problem(400);
        cockpit.post(path + "unheard-of", "{}", key()).problem(404);
        cockpit.send(cockpit.form(path + "fact", "{\"name\":\"a\",\"value\":\"b\"}"))
                .problem(400);
        cockpit.post(path + "fact", "{'name':'a','value':'" + "x".repeat(1 << 17) + "'}", key())
                .problem(413);
        assertThat(cockpit.send(cockpit.form(path + "fact", "name=a").setHeader("Content-Type", "text/plain"))
                        .status())
                .isEqualTo(415);
        assertThat(cockpit.send(cockpit.form(path + "fact", "{\"name\":\"a\",\"value\":\"b\"}")
                                .setHeader("X-XSRF-TOKEN", "guessed")
                                .header("Idempotency-Key", key()))
                        .status())
                .isEqualTo(403);
        assertThat(cockpit.get("default/cases/" + caseId).json().path("facts")).isEmpty();
    }

    @Test
    void theBriefSaysWhatIsMissingWhatMostGoesBackToAndWhetherTheVisitIsReady() {
        String caseId = newCase();
        act("ops", caseId, "contact", "{'touchpoint':'first-call','outcome':'failed'}")
                .expect(200);
        int cause = choices("ops", caseId).at("/contacts/0/entry").asInt();
        for (int each = 0; each < 2; each++) {
            act(
                            "ops",
                            caseId,
                            "contact",
                            "{'channel':'phone','direction':'inbound','outcome':'done','causedBy':" + cause + "}")
                    .expect(200);
        }
        act("ops", caseId, "promise", "{'what':'a visit','party':'carpenter'}").expect(200);
        Answer brief = cockpit("ops").get("default/cases/" + caseId).expect(200);
        assertThat(brief.at("/causes/0/contacts")).isEqualTo("2");
        assertThat(brief.at("/causes/0/entry")).isEqualTo(String.valueOf(cause));
        assertThat(brief.json().at("/next/missing"))
                .as("nobody has named a time")
                .isNotEmpty();
        assertThat(brief.json().at("/next/missing").toString()).doesNotContain("null");
    }

    private static List<String> waiting(JsonNode choices) {
        return StreamSupport.stream(choices.path("touchpoints").spliterator(), false)
                .filter(each -> each.path("waits").asBoolean())
                .map(each -> each.path("key").asText())
                .toList();
    }

    private static Stream<JsonNode> of(JsonNode timeline, String type) {
        return StreamSupport.stream(timeline.path("items").spliterator(), false)
                .filter(each -> each.path("type").asText().equals(type));
    }

    private long promises(String caseId) {
        return of(as("demo").get("/api/cases/" + caseId + "/timeline").json(), "promise")
                .count();
    }

    private JsonNode choices(String user, String caseId) {
        return cockpit(user)
                .get("default/cases/" + caseId + "/acts")
                .expect(200)
                .json();
    }

    private Answer act(String user, String caseId, String act, String form) {
        return cockpit(user).post("default/cases/" + caseId + "/acts/" + act, form, key());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
