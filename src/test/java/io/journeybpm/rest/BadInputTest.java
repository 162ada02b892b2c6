package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is wrong is refused by the name of its field, and nothing is written")
class BadInputTest extends ServerTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "channel             | {'channel':'pigeon'}",
                "channel             | {'channel':5}",
                "channel             | {'touchpoint':'nowhere'}",
                "direction           | {'channel':'visit','direction':'sideways'}",
                "outcome             | {'channel':'visit','outcome':'great'}",
                "costs[0].amount     | {'channel':'visit','costs':[{'payer':'company','amount':-1,'currency':'DKK'}]}",
                "costs[0].amount     | {'channel':'visit','costs':[{'payer':'company','amount':'5','currency':'DKK'}]}",
                "costs[0].amount     | {'channel':'visit','costs':[{'payer':'company','amount':1e99,'currency':'DKK'}]}",
                "costs[0].amount     | {'channel':'visit','costs':[{'payer':'company','amount':-1e9999,'currency':'DKK'}]}",
                "costs[0].amount     | {'channel':'visit','costs':[{'payer':'company','currency':'DKK'}]}",
                "costs[0].currency   | {'channel':'visit','costs':[{'payer':'company','amount':1,'currency':'KRONER'}]}",
                "costs[0].currency   | {'channel':'visit','costs':[{'payer':'company','amount':1}]}",
                "costs[0].payer      | {'channel':'visit','costs':[{'payer':'nobody','amount':1,'currency':'DKK'}]}",
                "costs[0].payer      | {'channel':'visit','costs':[{'amount':1,'currency':'DKK'}]}",
                "costs[1].payer      | {'channel':'visit','costs':[{'payer':'company','amount':1,'currency':'DKK'},"
                        + "{'payer':'company','amount':2,'currency':'DKK'}]}",
                "costs[1].currency   | {'channel':'visit','costs':[{'payer':'company','amount':1,'currency':'DKK'},"
                        + "{'payer':'customer','amount':2,'currency':'EUR'}]}",
                "costs[0]            | {'channel':'visit','costs':[null]}",
                "costs               | {'channel':'visit','costs':{}}",
                "occurredAt          | {'channel':'visit','occurredAt':'2026-08-03T10:00:00'}",
                "occurredAt          | {'channel':'visit','occurredAt':'yesterday'}",
                "occurredAt          | {'channel':'visit','occurredAt':'2999-01-01T00:00:00Z'}",
                "occurredAt          | {'channel':'visit','occurredAt':'+99999-01-01T00:00:00Z'}",
                "occurredAt          | {'channel':'visit','occurredAt':1754200000}",
                "causedBy            | {'channel':'visit','causedBy':'K-1~7'}",
                "score.scale         | {'channel':'visit','score':{'scale':'stars','value':3}}",
                "score.value         | {'channel':'visit','score':{'scale':'nps','value':11}}",
                "score.value         | {'channel':'visit','score':{'scale':'nps'}}",
                "score.value         | {'channel':'visit','score':{'scale':'nps','value':7.12345}}",
                "nextStep.what       | {'channel':'visit','nextStep':{'party':'plumber'}}",
                "nextStep.to         | {'channel':'visit','nextStep':{'what':'a visit','from':'2026-08-04T10:00Z',"
                        + "'to':'2026-08-03T10:00Z'}}",
                "nextStep.from       | {'channel':'visit','nextStep':{'what':'a visit','from':'tomorrow'}}",
                "incidents[1]        | {'channel':'visit','incidents':['late',null]}",
                "incidents[0]        | {'channel':'visit','incidents':['']}",
                "incidents           | {'channel':'visit','incidents':'late'}",
                "repeatedQuestions   | {'channel':'visit','repeatedQuestions':-1}",
                "repeatedQuestions   | {'channel':'visit','repeatedQuestions':1.5}",
                "counts              | {'channel':'visit','counts':'yes'}",
                "note                | {'channel':'visit','note':'a\\u0000b'}",
                "note                | {'channel':'visit','note':'bell \\u0007'}",
                "note                | {'channel':'visit','note':'half \\ud83d'}",
                "note                | {'channel':'visit','note':['a']}",
                "chanel              | {'chanel':'visit'}",
                "nextStep.untill     | {'channel':'visit','nextStep':{'what':'x','untill':'2026-08-04T10:00Z'}}",
                "body                | {'channel':'visit'",
                "body                | {'channel':'visit'} {}",
                "body                | {'channel':'visit','channel':'phone'}",
                "body                | []",
                "body                | null",
                "body                | 'visit'"
            })
    void aContact(String field, String body) {
        String caseId = newCase();
        as("integrator").post("/api/cases/" + caseId + "/contacts", body).problem(400, field);
        assertThat(as("integrator").get("/api/cases/" + caseId).at("/counts/contacts"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "note, 4000",
        "open, 4000",
        "party, 255",
        "touchpoint, 255",
        "user, 255",
        "reason, 64",
        "externalId, 128",
        "activityInstanceId, 64"
    })
    void aTextThatIsTooLong(String field, int most) {
        String contacts = "/api/cases/" + newCase() + "/contacts";
        String longest = "å".repeat(most);
        as("integrator")
                .post(contacts, "{'channel':'visit','" + field + "':'" + longest + "x'}")
                .problem(400, field);
        as("integrator")
                .post(contacts, "{'channel':'visit','" + field + "':'" + longest + "'}")
                .expect(201);
    }

    @Test
    void manyWrongFieldsAreNamedAtOnce() {
        Answer answer = as("integrator")
                .post("/api/cases/" + newCase() + "/contacts", "{'channel':'pigeon','outcome':'great'}")
                .problem(400, "channel")
                .problem(400, "outcome");
        assertThat(answer.at("/field")).isEqualTo("channel");
        assertThat(answer.at("/detail"))
                .contains("phone, email, sms, letter, visit")
                .contains("sent-away");
    }

    @Test
    void aMisspeltPropertyIsGuessed() {
        Answer answer = as("integrator").post("/api/cases/" + newCase() + "/contacts", "{'occuredAt':'x'}");
        assertThat(answer.problem(400, "occuredAt").at("/detail")).contains("did you mean 'occurredAt'?");
    }

    @Test
    void aClockMayRunAMinuteAhead() {
        String contacts = "/api/cases/" + newCase() + "/contacts";
        Instant now = Instant.now();
        as("integrator")
                .post(contacts, "{'channel':'visit','occurredAt':'" + now.plus(30, ChronoUnit.SECONDS) + "'}")
                .expect(201);
        as("integrator")
                .post(contacts, "{'channel':'visit','occurredAt':'" + now.plus(5, ChronoUnit.MINUTES) + "'}")
                .problem(400, "occurredAt");
    }

    @Test
    void costsOfACaseStayInOneCurrency() {
        String contacts = "/api/cases/" + newCase() + "/contacts";
        as("integrator")
                .post(contacts, "{'channel':'visit','costs':[{'payer':'company','amount':1,'currency':'DKK'}]}")
                .expect(201);
        as("integrator")
                .post(contacts, "{'channel':'visit','costs':[{'payer':'company','amount':1,'currency':'EUR'}]}")
                .problem(400, "costs");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "caseId               | {}",
                "caseId               | {'caseId':'with blanks'}",
                "caseId               | {'caseId':'a~1'}",
                "customer.reference   | {'caseId':'B-1','customer':{'name':'Ida'}}",
                "customer.phone       | {'caseId':'B-1','customer':{'reference':'r','phone':"
                        + "'00000000000000000000000000000000000000000000000000000000000000000'}}",
                "facts[0].value       | {'caseId':'B-1','facts':[{'name':'gate code'}]}",
                "facts[1].name        | {'caseId':'B-1','facts':[{'name':'a','value':'1'},{'name':'a','value':'2'}]}",
                "promises[0].what     | {'caseId':'B-1','promises':[{'origin':'campaign'}]}",
                "promises[0].origin   | {'caseId':'B-1','promises':[{'what':'x','origin':'rumour'}]}",
                "variables            | {'caseId':'B-1','variables':[]}",
                "variables.big        | {'caseId':'B-1','variables':{'big':99999999999999999999999}}",
                "variables.text       | {'caseId':'B-1','variables':{'text':'a\\u0000b'}}",
                "customer.nmae        | {'caseId':'B-1','customer':{'reference':'r','nmae':'Ida'}}"
            })
    void aCase(String field, String body) {
        as("integrator").post("/api/journeys/kitchen/cases", body).problem(400, field);
        as("integrator").get("/api/cases/B-1").problem(404);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "reviews                | level  | {'reason':'seen'}",
                "reviews                | level  | {'level':'high','reason':'seen'}",
                "reviews                | reason | {'level':'none'}",
                "level                  | reason | {'level':'watch','reason':' '}",
                "close                  | reason | {}",
                "reopen                 | reason | {}",
                "facts                  | name   | {'value':'1234'}",
                "promises               | what   | {}",
                "promises               | to     | {'what':'x','to':'soon'}",
                "handoffs               | to     | {'from':'plumber'}",
                "handoffs               | nextStep.what | {'to':'plumber','nextStep':{}}"
            })
    void whatIsDoneToACase(String path, String field, String body) {
        as("demo").post("/api/cases/" + newCase() + "/" + path, body).problem(400, field);
    }

    @Test
    void anAmbassadorWithoutAName() {
        as("ops")
                .put("/api/cases/" + newCase() + "/ambassador", "{'reason':'why'}")
                .problem(400, "user");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/cases?level=high,level",
        "/api/cases?status=gone,status",
        "/api/cases?limit=0,limit",
        "/api/cases?limit=501,limit",
        "/api/cases?limit=many,limit",
        "/api/cases?after=x,after",
        "/api/cases?customer=%00,customer",
        "/api/cases?after=bm9uc2Vuc2U,after",
        "/api/promises?day=today,day",
        "/api/promises?state=lost,state",
        "/api/promises?after=x,after",
        "/api/handoffs?state=lost,state",
        "/api/handoffs?limit=-1,limit",
        "/api/handoffs?after=MjAyNi0wMS0wMVQwMDowMDowMFogeA,after"
    })
    void aQuery(String path, String field) {
        as("ops").get(path).problem(400, field);
    }

    @Test
    void aTimelineCutAtAPlaceItNeverGaveOut() {
        as("ops").get("/api/cases/" + newCase() + "/timeline?after=x").problem(400, "after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/cases/nobody",
                "GET /api/cases/nobody/timeline",
                "GET /api/cases/nobody/brief",
                "GET /api/cases/with%20blanks",
                "GET /api/journeys/nowhere",
                "POST /api/journeys/nowhere/cases",
                "POST /api/cases/nobody/contacts",
                "POST /api/cases/nobody/reviews",
                "POST /api/cases/nobody/level",
                "POST /api/cases/nobody/decision",
                "POST /api/cases/nobody/close",
                "POST /api/cases/nobody/reopen",
                "POST /api/cases/nobody/facts",
                "POST /api/cases/nobody/promises",
                "POST /api/cases/nobody/handoffs",
                "PUT /api/cases/nobody/ambassador",
                "POST /api/cases/nobody/promises/nobody~1/kept",
                "POST /api/cases/nobody/handoffs/nobody~1/acknowledged",
                "POST /api/cases/nobody/contacts/nobody~1/void",
                "GET /api/cases/nobody/contacts/nobody~1",
                "GET /api/nowhere"
            })
    void whatIsNotThere(String call) {
        String path = call.split(" ")[1];
        String body =
                switch (path.substring(path.lastIndexOf('/') + 1)) {
                    case "cases" -> "{'caseId':'N-1'}";
                    case "contacts" -> "{'channel':'visit'}";
                    case "reviews", "level" -> "{'level':'watch','reason':'seen'}";
                    case "facts" -> "{'name':'a','value':'b'}";
                    case "promises" -> "{'what':'a'}";
                    case "handoffs" -> "{'to':'a'}";
                    case "ambassador" -> "{'user':'a'}";
                    default -> "{'reason':'a'}";
                };
        String method = call.split(" ")[0];
        as("demo").send(method, path, method.equals("GET") ? null : body).problem(404);
    }

    @ParameterizedTest
    @CsvSource({
        "contacts/{case}~99/void,contactId",
        "contacts/other~1/void,contactId",
        "contacts/1/void,contactId",
        "promises/{case}~99/kept,promiseId",
        "promises/nonsense/withdrawn,promiseId",
        "handoffs/{case}~99/acknowledged,handoffId"
    })
    void anEntryTheCaseNeverHad(String path, String field) {
        String caseId = newCase();
        as("demo")
                .post("/api/cases/" + caseId + "/" + path.replace("{case}", caseId), "{'reason':'a'}")
                .problem(404, field);
    }

    @Test
    void causedByAContactTheCaseNeverHad() {
        String caseId = newCase();
        as("integrator")
                .post("/api/cases/" + caseId + "/contacts", "{'channel':'visit','causedBy':'" + caseId + "~99'}")
                .problem(400, "causedBy");
    }

    @Test
    void callsThatMakeNoSense() {
        String contacts = "/api/cases/" + newCase() + "/contacts";
        assertThat(as("demo").send("DELETE", contacts, null).problem(405).header("Allow"))
                .contains("POST");
        as("demo").post(contacts, "{'channel':'visit'}", "Accept", "text/html").problem(406);
        as("demo")
                .post(contacts, "channel=visit", "Content-Type", "application/x-www-form-urlencoded")
                .problem(415);
        as("demo").post(contacts, null).problem(400, "body");
        as("demo").post(contacts, null, "Content-Type", "application/json").problem(400, "body");
        as("demo")
                .post(contacts, "{'channel':'visit','note':'" + "x".repeat(1 << 20) + "'}")
                .problem(413);
        assertThat(as("demo").get("/api/cases/" + contacts.split("/")[3]).at("/counts/contacts"))
                .isEqualTo("0");
    }

    @Test
    void aBodyThatIsNoUtf8() {
        var request = as("integrator")
                .request("/api/cases/" + newCase() + "/contacts")
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray("{\"note\":\"å\"}".getBytes(StandardCharsets.ISO_8859_1)));
        as("integrator").send(request.build()).problem(400, "body");
    }

    @Test
    void aBodyTooDeepForAnybody() {
        as("integrator")
                .post(
                        "/api/journeys/kitchen/cases",
                        "{'caseId':'B-1','variables':{'a':" + "[".repeat(2000) + "]".repeat(2000) + "}}")
                .problem(400, "body");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\tb"})
    void anIdempotencyKeyNobodyCanRead(String key) {
        var request = as("integrator").request("/api/cases/" + newCase() + "/contacts");
        request.setHeader("Content-Type", "application/json");
        request.setHeader("Idempotency-Key", key);
        request.POST(BodyPublishers.ofString("{\"channel\":\"visit\"}"));
        as("integrator").send(request.build()).problem(400, "Idempotency-Key");
    }

    @Test
    void anIdempotencyKeyThatIsTooLong() {
        String contacts = "/api/cases/" + newCase() + "/contacts";
        as("integrator")
                .post(contacts, "{'channel':'visit'}", "Idempotency-Key", "k".repeat(256))
                .problem(400, "Idempotency-Key");
        as("integrator")
                .post(contacts, "{'channel':'visit'}", "Idempotency-Key", "k".repeat(255))
                .expect(201);
    }
}
