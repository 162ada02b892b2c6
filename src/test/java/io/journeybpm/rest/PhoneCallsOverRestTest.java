package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@DisplayName("A customer's call is recorded by the phone number, and the next step is said aloud")
class PhoneCallsOverRestTest extends ServerTest {

    private final String phone = "+45 2" + (1_000_000 + (int) (Math.random() * 8_000_000));
    private final String reference = "caller-" + UUID.randomUUID();

    private String open(String reference) {
        String caseId = "C-" + UUID.randomUUID();
        as("integrator")
                .post(
                        "/api/journeys/kitchen/cases",
                        "{'caseId':'" + caseId + "','customer':{'reference':'" + reference + "','phone':'" + phone
                                + "'}}")
                .expect(201);
        return caseId;
    }

    private Answer call(String body, String... headers) {
        return as("ops").post("/api/calls", body, headers);
    }

    @Test
    void theOneOpenCaseOfThePhoneIsTaken() {
        String caseId = open(reference);
        LocalDate day = LocalDate.now(ZoneId.of("Europe/Copenhagen")).plusDays(5);
        as("integrator")
                .post(
                        "/api/cases/" + caseId + "/promises",
                        "{'what':'the carpenter comes','party':'carpenter','from':'" + at(day, 8) + "','to':'"
                                + at(day, 10) + "'}")
                .expect(201);
        Answer answer = call("{'phone':'" + phone.substring(4) + "','reason':'chasing','note':'wants to know when'}")
                .expect(201);
        assertThat(answer.at("/case/caseId")).isEqualTo(caseId);
        assertThat(answer.at("/case/counts/chasingContacts")).isEqualTo("1");
        assertThat(answer.at("/case/counts/handoffs")).isEqualTo("0");
        String weekday =
                DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH).format(day);
        assertThat(answer.at("/say"))
                .isEqualTo("The next step is the carpenter comes, on " + weekday + " between 8 and 10.");
        JsonNode contact =
                as("owner").get(answer.header("Location")).expect(200).json();
        assertThat(contact.at("/reason").asText()).isEqualTo("chasing");
        assertThat(contact.at("/channel").asText()).isEqualTo("phone");
        assertThat(contact.at("/direction").asText()).isEqualTo("inbound");
        assertThat(contact.at("/user").asText()).isEqualTo("ops");
        assertThat(contact.at("/note").asText()).isEqualTo("wants to know when");
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZoneId.of("Europe/Copenhagen")).toInstant();
    }

    @Test
    void ofSeveralOpenCasesOneIsToBeChosen() {
        String first = open(reference);
        String second = open(reference + "-partner");
        Answer several = call("{'phone':'" + phone + "','reason':'question'}").problem(409, "phone");
        assertThat(several.json().at("/cases").findValuesAsText("caseId")).containsExactlyInAnyOrder(first, second);
        assertThat(call("{'customer':'" + reference + "','reason':'question'}")
                        .expect(201)
                        .at("/case/caseId"))
                .isEqualTo(first);
        assertThat(call("{'caseId':'" + second + "','reason':'suggestion','party':'desk'}")
                        .expect(201)
                        .at("/case/counts/contacts"))
                .isEqualTo("1");
    }

    @Test
    void aNumberThatOnlyEndsAlikeIsNotTakenForTheCustomers() {
        String caseId = open(reference);
        String foreign = "+46 7" + phone.substring(4);
        Answer asked = call("{'phone':'" + foreign + "','reason':'question'}").problem(409, "phone");
        assertThat(asked.json().at("/cases").findValuesAsText("caseId")).containsExactly(caseId);
    }

    @Test
    void whoHasNoOpenCaseIsToldHowToOpenOne() {
        Answer nobody = call("{'phone':'" + phone + "','reason':'question'}").problem(404, "phone");
        assertThat(nobody.at("/detail")).contains("POST /journeys/{key}/cases").doesNotContain(phone);
        String caseId = open(reference);
        as("ops")
                .post("/api/cases/" + caseId + "/close", "{'reason':'settled'}")
                .expect(200);
        assertThat(call("{'phone':'" + phone + "','reason':'question'}")
                        .problem(404)
                        .json()
                        .at("/closed/0")
                        .asText())
                .isEqualTo(caseId);
        call("{'caseId':'" + caseId + "','reason':'question'}").problem(409);
        call("{'caseId':'no-such-case','reason':'question'}").problem(404);
    }

    @Test
    void aCallThatIsSentTwiceIsOneContact() {
        String caseId = open(reference);
        String body = "{'caseId':'" + caseId + "','reason':'complaint'}";
        Answer first = call(body, "Idempotency-Key", reference).expect(201);
        Answer second = call(body, "Idempotency-Key", reference).expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(as("ops").get("/api/cases/" + caseId).at("/counts/contacts")).isEqualTo("1");
    }

    @Test
    void whatIsWrongIsSaidWithItsField() {
        call("{'reason':'question'}").problem(400, "phone");
        call("{'phone':'1','caseId':'K','reason':'question'}").problem(400, "phone");
        call("{'phone':'20304050'}").problem(400, "reason");
        call("{'phone':'20304050','reason':'weather'}").problem(400, "reason");
        call("{'phone':'20304050','reason':'question','repeatedQuestions':-1}").problem(400, "repeatedQuestions");
        as("owner")
                .post("/api/calls", "{'phone':'20304050','reason':'question'}")
                .problem(403);
    }

    @Test
    void theNextStepIsSaidInTheCallersLanguage() {
        String caseId = open(reference);
        as("integrator")
                .post("/api/cases/" + caseId + "/promises", "{'what':'maling','party':'painter'}")
                .expect(201);
        String body = "{'caseId':'" + caseId + "','reason':'chasing'}";
        assertThat(List.of(
                        call(body, "Accept-Language", "da-DK,da;q=0.9,en;q=0.8").at("/say"),
                        call(body, "Accept-Language", "sv").at("/say"),
                        call(body, "Accept-Language", "de, *;q=0.1").at("/say"),
                        call(body, "Accept-Language", "no;such;thing").at("/say")))
                .containsExactly(
                        "Det næste skridt er maling ved painter, men ingen har aftalt en tid endnu. Sig, at ops ringer"
                                + " tilbage.",
                        "Nästa steg är maling av painter, men ingen har bokat en tid ännu. Säg att ops ringer tillbaka.",
                        "The next step is maling by the painter, but nobody has booked a time yet. Say that ops calls"
                                + " back.",
                        "The next step is maling by the painter, but nobody has booked a time yet. Say that ops calls"
                                + " back.");
    }
}
