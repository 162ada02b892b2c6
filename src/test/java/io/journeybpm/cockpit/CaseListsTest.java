package io.journeybpm.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.WebApplication;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists of cases, the dashboard and what is exported, as somebody with more cases than anybody knows asks for them. */
@DisplayName("Cockpit finds cases")
class CaseListsTest extends CockpitTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    @Test
    void theDashboardCountsWhatIsDueTodayAndCasesWithoutANextStep() {
        Instant noon = LocalDate.now(ZONE).atTime(12, 0).atZone(ZONE).toInstant();
        ClockUtil.setCurrentTime(Date.from(noon));
        try {
            WebApplication cockpit = cockpit("ops");
            JsonNode before = cockpit.get("default/dashboard").expect(200).json();
            String caseId = newCase();
            promise(caseId, noon.plusSeconds(3_600), noon.plusSeconds(7_200));
            promise(caseId, noon.plusSeconds(90_000), noon.plusSeconds(93_600));
            String silent = newCase();
            String vague = newCase();
            promise(vague, null, null);

            JsonNode after = cockpit.get("default/dashboard").expect(200).json();
            assertThat(count(after, "due")).isEqualTo(count(before, "due") + 1);
            assertThat(after.at("/due/items").findValuesAsText("window")).contains("today 13–14");
            assertThat(count(after, "withoutNextStep")).isEqualTo(count(before, "withoutNextStep") + 2);
            List<String> listed = all("without=next-step");
            assertThat(listed).contains(silent, vague).doesNotContain(caseId);
            assertThat(open(after, "none")).isEqualTo(open(before, "none") + 3);
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    void aCaseHasANextStepAsLongAsAWindowIsPromised() {
        String caseId = newCase();
        assertThat(withoutNextStep(caseId)).isTrue();
        Instant tomorrow = Instant.now().plusSeconds(90_000);
        Answer promise = promise(caseId, tomorrow, tomorrow.plusSeconds(3_600));
        assertThat(withoutNextStep(caseId)).isFalse();

        as("ops")
                .post(
                        "/api/cases/" + caseId + "/promises/" + promise.at("/promiseId") + "/withdrawn",
                        "{'reason':'the carpenter is ill'}")
                .expect(200);
        assertThat(withoutNextStep(caseId)).isTrue();
        as("ops")
                .post("/api/cases/" + caseId + "/close", "{'reason':'moved away'}")
                .expect(200);
        assertThat(withoutNextStep(caseId)).isFalse();
    }

    private boolean withoutNextStep(String caseId) {
        return cockpit("ops")
                .get("default/cases?without=next-step&journey=kitchen&limit=200")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("caseId")
                .contains(caseId);
    }

    private static int count(JsonNode dashboard, String tile) {
        return dashboard.at("/" + tile + "/count").asInt();
    }

    @Test
    void theTrendTellsOfEachOfTheLastDaysWhatHappened() {
        Instant noon = LocalDate.now(ZONE).atTime(12, 0).atZone(ZONE).toInstant();
        ClockUtil.setCurrentTime(Date.from(noon));
        try {
            JsonNode before = today("ops");
            String caseId = newCase();
            Answer promise = promise(caseId, noon.plusSeconds(60), noon.plusSeconds(7_200));
            as("ops")
                    .post("/api/cases/" + caseId + "/promises/" + promise.at("/promiseId") + "/kept", "{}")
                    .expect(200);
            for (int each = 0; each < 4; each++) {
                contact(caseId, "{'channel':'phone','direction':'inbound'}");
            }
            String closed = newCase();
            promise(closed, noon.minusSeconds(7_200), noon.minusSeconds(60));
            as("ops")
                    .post("/api/cases/" + closed + "/close", "{'reason':'moved away'}")
                    .expect(200);

            JsonNode after = today("ops");
            assertThat(after.path("day").asText()).isEqualTo(LocalDate.now(ZONE).toString());
            assertThat(after.path("opened").asInt())
                    .isEqualTo(before.path("opened").asInt() + 2);
            assertThat(after.path("closed").asInt())
                    .isEqualTo(before.path("closed").asInt() + 1);
            assertThat(after.at("/rises/watch").asInt())
                    .isEqualTo(before.at("/rises/watch").asInt() + 1);
            assertThat(after.path("kept").asInt()).isEqualTo(before.path("kept").asInt() + 1);
            assertThat(after.path("broken").asInt())
                    .isEqualTo(before.path("broken").asInt() + 1);

            String blind = user("trendless", "cockpit");
            JsonNode nothing = today(blind);
            assertThat(nothing.path("opened").asInt() + nothing.path("kept").asInt())
                    .isZero();
            assertThat(nothing.path("rises")).isEmpty();
        } finally {
            ClockUtil.reset();
        }
    }

    private JsonNode today(String user) {
        JsonNode days = cockpit(user).get("default/trend").expect(200).json().path("days");
        assertThat(days).hasSize(30);
        return days.get(29);
    }

    private static int open(JsonNode dashboard, String level) {
        int open = 0;
        for (JsonNode row : dashboard.path("journeys")) {
            open += row.path("journey").asText().equals(KITCHEN)
                    ? row.at("/levels/" + level).asInt()
                    : 0;
        }
        return open;
    }

    private Answer promise(String caseId, @Nullable Instant from, @Nullable Instant to) {
        String window = from == null ? "" : ",'from':'" + from + "','to':'" + to + "'";
        return as("integrator")
                .post("/api/cases/" + caseId + "/promises", "{'what':'a visit','party':'carpenter'" + window + "}")
                .expect(201);
    }

    @Test
    void customersAreFoundByWhateverTheySayOfThemselves() {
        String name = "Thyra" + Long.toString(System.nanoTime(), 36);
        String mail = Long.toString(System.nanoTime() * 31, 36);
        String first = caseOf("T-1-" + name, name + " Kobberup", "post." + mail + "@example.org", "Gaslygten 14");
        String second = caseOf("T-1-" + name, name + " Kobberup", "post." + mail + "@example.org", "Gaslygten 14");
        String other = caseOf("T-2-" + name, name + " Vinterlund", "else@example.org", "Havnegade 3");

        assertThat(found(name + " Kobberup")).containsExactly(second, first);
        assertThat(found("kobberup " + name)).containsExactly(second, first);
        assertThat(found("post." + mail + "@example.org"))
                .contains(first, second)
                .doesNotContain(other);
        assertThat(found("T-2-" + name)).containsExactly(other);
        assertThat(found(name + " Havnegade")).containsExactly(other);
        assertThat(found(name)).containsExactly(other, second, first);

        Answer part = cockpit("ops")
                .get("default/cases?sort=level&limit=2&search=" + name)
                .expect(200);
        assertThat(cockpit("ops")
                        .get("default/cases?sort=level&limit=2&search=" + name + "&after=" + part.at("/next"))
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("caseId"))
                .containsExactly(first);
    }

    private String caseOf(String reference, String name, String email, String address) {
        String caseId = "K-" + UUID.randomUUID();
        as("integrator")
                .post(
                        "/api/journeys/kitchen/cases",
                        "{'caseId':'%s','customer':{'reference':'%s','name':'%s','email':'%s','address':'%s'}}"
                                .formatted(caseId, reference, name, email, address))
                .expect(201);
        return caseId;
    }

    private List<String> found(String text) {
        return cockpit("ops")
                .get("default/cases?search=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("caseId");
    }

    @Test
    void aListIsInAnyOrderAndEachCaseInItOnce() {
        String busy = newCase();
        for (int each = 0; each < 9; each++) {
            contact(busy, "{'channel':'phone','direction':'inbound'}");
        }
        String dear = newCase();
        contact(
                dear,
                "{'channel':'visit','costs':[{'payer':'company','amount':70000,'currency':'DKK'},"
                        + "{'payer':'customer','amount':29999.5,'currency':'DKK'}]}");
        assertThat(all("sort=contacts&journey=kitchen")).containsSubsequence(busy, dear);
        assertThat(all("sort=cost&journey=kitchen")).containsSubsequence(dear, busy);
        assertThat(all("sort=newest&journey=kitchen")).containsSubsequence(dear, busy);
        for (String status : List.of("open", "closed", "")) {
            for (String sort : List.of("level", "newest", "days", "contacts", "cost")) {
                String asked = "sort=" + sort + "&status=" + status;
                List<String> whole = in(asked);
                assertThat(whole).as(asked).doesNotHaveDuplicates();
                assertThat(parts(asked, whole.size())).as(asked).isEqualTo(whole);
            }
        }
    }

    private List<String> in(String asked) {
        return cockpit("ops")
                .get("default/cases?limit=200&" + asked)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("caseId");
    }

    private List<String> parts(String asked, int most) {
        List<String> found = new ArrayList<>();
        String after = "";
        while (found.size() < most) {
            after = part(asked, after, Math.min(37, most - found.size()), found);
        }
        return found;
    }

    /** To the end, however many cases other tests have left. */
    private List<String> all(String asked) {
        List<String> found = new ArrayList<>();
        String after = part(asked, "", 200, found);
        while (!after.isEmpty()) {
            after = part(asked, after, 200, found);
        }
        return found;
    }

    private String part(String asked, String after, int limit, List<String> found) {
        JsonNode part = cockpit("ops")
                .get("default/cases?limit=" + limit + "&" + asked + "&after=" + after)
                .expect(200)
                .json();
        found.addAll(part.path("items").findValuesAsText("caseId"));
        return part.path("next").asText("");
    }

    @Test
    void aListIsFilteredByPhaseAndByWhoStandsForTheCompany() {
        String mine = newCase();
        String nobodys = newCase();
        as("ops")
                .put("/api/cases/" + mine + "/ambassador", "{'user':'ops','reason':'I know them'}")
                .expect(200);
        contact(mine, "{'touchpoint':'first-call','outcome':'done'}");

        assertThat(in("ambassador=@me")).contains(mine).doesNotContain(nobodys);
        assertThat(in("ambassador=ops&level=none")).contains(mine);
        assertThat(in("ambassador=@nobody&journey=kitchen")).contains(nobodys).doesNotContain(mine);
        assertThat(in("ambassador=@nobody&without=next-step")).contains(nobodys).doesNotContain(mine);
        assertThat(in("ambassador=@nobody&status=closed")).isEmpty();
        assertThat(in("journey=kitchen&phase=build")).contains(mine).doesNotContain(nobodys);
        assertThat(in("phase=plan&without=next-step")).contains(nobodys).doesNotContain(mine);
        Answer kitchen =
                cockpit("ops").get("default/cases?journey=kitchen&limit=1").expect(200);
        assertThat(kitchen.json().path("phases").findValuesAsText("key")).containsExactly("plan", "build");
    }

    @Test
    void aListIsExportedAsATableInWhichNoTextIsAFormula() throws Exception {
        String name = "Olga" + Long.toString(System.nanoTime(), 36);
        String caseId = caseOf("=HYPERLINK(1)" + name, "=cmd|calc " + name, "a@example.org", "+45");
        contact(
                caseId,
                "{'channel':'visit','party':'carpenter','costs':[{'payer':'company','amount':1850.5,'currency':'DKK'}],"
                        + "'nextStep':{'what':'@SUM(1) ætling, \"quoted\"','party':'-2+3','from':'2030-01-07T08:00:00Z','to':'2030-01-07T10:00:00Z'}}"
                                .replace("\"quoted\"", "quoted"));

        Answer file = cockpit("ops")
                .get("default/cases.csv?status=open&search=" + caseId)
                .expect(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("attachment");
        assertThat(file.body()).startsWith("\uFEFF");
        CSVRecord row = CSVParser.parse(
                        file.body().substring(1),
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())
                .getRecords()
                .get(0);
        assertThat(row.get("Case")).isEqualTo(caseId);
        assertThat(row.get("Customer")).isEqualTo("'=HYPERLINK(1)" + name);
        assertThat(row.get("Customer's name")).isEqualTo("'=cmd|calc " + name);
        assertThat(row.get("Open for (days)")).isEqualTo("0");
        assertThat(new BigDecimal(row.get("Cost to the company (currency)"))).isEqualByComparingTo("1850.5");
        assertThat(row.get("Currency")).isEqualTo("DKK");
        assertThat(row.get("Next step")).isEqualTo("'@SUM(1) ætling, quoted");
        assertThat(row.get("Next party")).isEqualTo("'-2+3");
        assertThat(row.get("Next step until (Europe/Copenhagen)")).isEqualTo("2030-01-07 11:00");
    }

    @Test
    void anExportHoldsWhatTheUserMaySeeAndNothingElse() throws IOException {
        String kitchen = newCase();
        String letterbox = newCase(LETTERBOX);
        String reader = user("exporter", "cockpit");
        assertThat(cockpit(reader).get("default/cases.csv").expect(200).body().lines())
                .hasSize(1);
        grant(reader, Resources.PROCESS_DEFINITION, LETTERBOX, ProcessDefinitionPermissions.READ_INSTANCE);

        String file = cockpit(reader).get("default/cases.csv").expect(200).body();
        assertThat(file).contains(letterbox).doesNotContain(kitchen);
        assertThat(cockpit(reader).get("default/cases.csv?journey=kitchen").body())
                .doesNotContain(kitchen);
        new WebApplication(root(), "cockpit").get("default/cases.csv").expect(401);
        cockpit(reader).get("default/cases.csv?level=terrible").problem(400);
        String whole =
                cockpit("ops").get("default/cases.csv?status=").expect(200).body();
        try (CSVParser rows = CSVParser.parse(whole, CSVFormat.RFC4180)) {
            assertThat(rows.getRecords())
                    .as("a row for each case there is")
                    .hasSize(1 + all("status=").size());
        }
    }
}
