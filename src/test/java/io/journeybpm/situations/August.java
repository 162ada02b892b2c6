package io.journeybpm.situations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/**
 * Water damage at home in August 2026, as a world in which the same things are true whoever looks at them: which search
 * finds the leak, which trade stands in the other's way, and when a customer picks up the phone. What people do in it
 * depends on what they are told and on what they are kept from; nothing here knows a figure of the ledger.
 */
final class August {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 8, 3);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 8, 28);
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    /** Working days a customer waits without a date before asking, and before asking again. */
    private static final int PATIENCE = 3;

    private static final int PATIENCE_AFTER_AN_EXCUSE = 5;

    private static final Set<String> OF_THE_HANDLER = Set.of("report-damage", "plan-and-appointment", "agree-new-plan");

    /** Wet walls need about three weeks. */
    private static final int DRYING_DAYS = 21;

    private final ProcessEngine engine;
    private final Caller integrator;
    private final String caseId;
    private final CaseTime time;
    private final boolean switchedOn;
    private final TreeMap<LocalDateTime, Runnable> diary = new TreeMap<>();

    private int searches;
    private boolean located;
    private boolean stopped;
    private boolean floorClosed;
    private boolean dryingBooked;
    private int daysWithoutADate;
    private int patience = PATIENCE;

    /**
     * A world that has not begun.
     *
     * @param switchedOn whether people read briefs, gates hold, and a next step has a date
     */
    August(ProcessEngine engine, Caller integrator, String journey, boolean switchedOn) {
        this.engine = engine;
        this.integrator = integrator;
        this.switchedOn = switchedOn;
        this.caseId = journey + "-ida";
        this.time = new CaseTime(engine, caseId, FIRST_DAY.atTime(9, 0));
        integrator
                .post(
                        "/api/journeys/" + journey + "/cases",
                        "{'caseId':'" + caseId + "','customer':{'reference':'" + caseId + "','name':'Ida Holm'},"
                                + "'facts':[{'name':'photos of the damage','value':'two','showAt':'leak-search'},"
                                + "{'name':'access to the house','value':'key at number 14'}]}")
                .expect(201);
    }

    /** Lets the month go by; answers the case as it stands on the evening of the 28th. */
    JsonNode play() {
        diary.put(FIRST_DAY.atTime(9, 10), this::report);
        for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            time.passTo(day.atTime(MORNING));
            while (!diary.isEmpty() && diary.firstKey().toLocalDate().equals(day)) {
                Map.Entry<LocalDateTime, Runnable> next = diary.pollFirstEntry();
                time.passTo(next.getKey());
                next.getValue().run();
            }
            if (CaseTime.isWorkday(day)) {
                time.passTo(day.atTime(AFTERNOON));
                waitsForADate();
            }
            time.passTo(day.atTime(EVENING));
            if (switchedOn) {
                takesCareOfTheCase();
            }
        }
        return integrator.get("/api/cases/" + caseId).expect(200).json();
    }

    private void report() {
        completes("report-damage", "done", "");
        time.passTo(time.today(15, 40));
        books("leak search", "leak-finder", time.workdays(2), 9, this::search, "plan-and-appointment");
    }

    private void search() {
        reads("leak-finder");
        located = ++searches > 1;
        if (located) {
            integrator
                    .post(
                            "/api/cases/" + caseId + "/facts",
                            "{'name':'location of the leak','value':'the joint in the bathroom wall'}")
                    .expect(200);
            books("repair of the pipe", "plumber", time.workdays(1), 9, this::repair, "leak-search");
            return;
        }
        Caller.Answer tried =
                tries("leak-search", "partly", next("repair of the pipe", "plumber", time.workdays(2), 8));
        if (!switchedOn) {
            tried.expect(201);
            diary.put(time.workdays(2).atTime(8, 45), this::repair);
            return;
        }
        // kept from sending the plumber: what is told is that somebody was there, and who comes instead
        assertThat(tried.problem(422).body()).contains("location of the leak");
        meets("{'channel':'visit','party':'leak-finder','outcome':'partly',"
                + "'costs':[{'payer':'company','amount':4200,'currency':'DKK'},"
                + "{'payer':'customer','amount':1100,'currency':'DKK'}],"
                + next("second leak search", "leak-finder", time.workdays(1), 8) + "}");
        diary.put(time.workdays(1).atTime(9, 0), this::search);
    }

    private void repair() {
        reads("plumber");
        completes("repair", "done", "");
        stopped = located;
        if (!stopped) {
            time.passTo(time.today(11, 30));
            completes("pressure-test", "failed", ",'variables':{'leakStopped':'no'}");
            diary.put(time.workdays(1).atTime(16, 15), this::stillLeaks);
            return;
        }
        String drying = switchedOn
                ? next("drying is set up", "drying-firm", time.workdays(1), 8)
                : "'nextStep':{'what':'drying, one of these days or next week','party':'drying-firm','to':'"
                        + CaseTime.zoned(time.fridayNextWeek().atTime(EVENING)) + "'}";
        time.passTo(time.today(11, 10));
        completes("pressure-test", "done", "," + drying + ",'variables':{'leakStopped':'yes'}");
        if (switchedOn) {
            dryingBooked = true;
            diary.put(time.workdays(1).atTime(9, 0), this::setUpDrying);
        }
        sends("carpenter", time.workdays(2), 10, this::closeTheFloor);
    }

    private void stillLeaks() {
        meets("{'channel':'phone','direction':'inbound','party':'handler','user':'jens','reason':'still-leaking',"
                + "'repeatedQuestions':2,'costs':[{'payer':'company','amount':120,'currency':'DKK'}]}");
        diary.put(
                time.workdays(1).atTime(10, 5),
                () -> books("second leak search", "leak-finder", time.workdays(2), 9, this::search, "agree-new-plan"));
    }

    private void setUpDrying() {
        reads("drying-firm");
        LocalDate dry = time.day().plusDays(DRYING_DAYS);
        completes("set-up-drying", "done", "," + next("first moisture check", "drying-firm", dry, 10));
    }

    /** A trade is ordered; whoever orders it is told what its visit still lacks. */
    private void sends(String trade, LocalDate day, int hour, Runnable visit) {
        if (switchedOn && isKeptFromBooking(trade, day, hour)) {
            return;
        }
        diary.put(day.atTime(hour, 0), visit);
    }

    private boolean isKeptFromBooking(String trade, LocalDate day, int hour) {
        Caller.Answer booked = integrator.post(
                "/api/cases/" + caseId + "/promises",
                "{'what':'visit of the " + trade + "','party':'" + trade + "','touchpoint':'restoration-visit','from':'"
                        + CaseTime.zoned(day.atTime(hour, 0)) + "','to':'" + CaseTime.zoned(day.atTime(hour + 2, 0))
                        + "'}");
        if (booked.status() == 201) {
            return false;
        }
        assertThat(booked.problem(422).body()).contains("the house, dry");
        return true;
    }

    private void closeTheFloor() {
        floorClosed = true;
        visits("carpenter", "done", 4600, null);
        sends("electrician", time.workdays(2), 10, this::cables);
    }

    private void cables() {
        visits("electrician", floorClosed ? "partly" : "done", 3900, floorClosed ? "came two hours late" : null);
        if (floorClosed) {
            sends("carpenter", time.workdays(1), 9, this::openTheFloorAgain);
        }
        sends("painter", time.workdays(2), 13, this::paint);
    }

    private void openTheFloorAgain() {
        floorClosed = false;
        visits("carpenter", "rework", 3100, "left dirt all over the hall");
        sends("electrician", time.workdays(2), 10, () -> visits("electrician", "done", 2200, null));
    }

    private void paint() {
        visits("painter", "partly", 2800, null);
        sends("painter", time.workdays(4), 9, () -> visits("painter", "done", 3400, "painted over a wet wall"));
    }

    /** In the afternoon the customer asks herself when somebody comes. */
    private void waitsForADate() {
        daysWithoutADate = stopped && !dryingBooked ? daysWithoutADate + 1 : 0;
        if (daysWithoutADate > patience) {
            daysWithoutADate = 1;
            patience = PATIENCE_AFTER_AN_EXCUSE;
            meets("{'channel':'phone','direction':'inbound','party':'handler','user':'jens','reason':'chasing',"
                    + "'costs':[{'payer':'company','amount':120,'currency':'DKK'}]}");
        }
    }

    /** In the evening somebody does what the escalation asks for. */
    private void takesCareOfTheCase() {
        for (Task each : engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .taskDefinitionKeyIn("one-plan-one-call", "take-the-case", "directors-weekly-list")
                .list()) {
            engine.getTaskService().setAssignee(each.getId(), "mette");
            engine.getTaskService()
                    .complete(
                            each.getId(),
                            Map.of("outcome", "done", "level", "none", "reason", "told Ida who comes, and when"));
        }
    }

    private void reads(String party) {
        if (!switchedOn) {
            return;
        }
        for (JsonNode each : integrator
                .get("/api/handoffs?party=" + party + "&state=open")
                .expect(200)
                .json()
                .path("items")) {
            if (caseId.equals(each.path("caseId").asText())) {
                integrator
                        .post(
                                "/api/cases/" + caseId + "/handoffs/"
                                        + each.path("handoffId").asText() + "/acknowledged",
                                null)
                        .expect(200);
            }
        }
    }

    private void books(String what, String party, LocalDate day, int hour, Runnable visit, String at) {
        completes(at, "done", "," + next(what, party, day, hour - 1));
        diary.put(day.atTime(hour, 0), visit);
    }

    private void visits(String trade, String outcome, int price, String incident) {
        meets("{'channel':'visit','party':'" + trade + "','outcome':'" + outcome + "','incidents':["
                + (incident == null ? "" : "'" + incident + "'") + "],'costs':[{'payer':'company','amount':" + price
                + ",'currency':'DKK'},{'payer':'customer','amount':1100,'currency':'DKK'}]}");
    }

    private void completes(String touchpoint, String outcome, String more) {
        tries(touchpoint, outcome, more.isEmpty() ? "" : more.substring(1)).expect(201);
    }

    private Caller.Answer tries(String touchpoint, String outcome, String more) {
        return integrator.post(
                "/api/cases/" + caseId + "/contacts",
                "{'touchpoint':'" + touchpoint + "','outcome':'" + outcome + "'"
                        + (OF_THE_HANDLER.contains(touchpoint) ? ",'user':'mette'" : "")
                        + (more.isEmpty() ? "" : "," + more) + "}");
    }

    private void meets(String contact) {
        integrator.post("/api/cases/" + caseId + "/contacts", contact).expect(201);
    }

    private static String next(String what, String party, LocalDate day, int hour) {
        return "'nextStep':{'what':'" + what + "','party':'" + party + "','from':'"
                + CaseTime.zoned(day.atTime(hour, 0)) + "','to':'" + CaseTime.zoned(day.atTime(hour + 4, 0)) + "'}";
    }
}
