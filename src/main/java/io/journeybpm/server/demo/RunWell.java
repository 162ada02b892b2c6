package io.journeybpm.server.demo;

import static io.journeybpm.server.demo.Cast.CARL;
import static io.journeybpm.server.demo.Cast.DORA;
import static io.journeybpm.server.demo.Cast.EVA;
import static io.journeybpm.server.demo.Cast.FINN;
import static io.journeybpm.server.demo.Cast.METTE;
import static io.journeybpm.server.demo.Cast.PIA;
import static io.journeybpm.server.demo.Cast.POUL;
import static io.journeybpm.server.demo.Cast.SAM;
import static io.journeybpm.server.demo.Story.Window.between;

import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.Fact;

/** The neighbour with the same pipes: fourteen contacts, two of them extra, and the house is as before. */
final class RunWell {

    private RunWell() {}

    static Story told() {
        Story jonas = new Story(
                "WD-2026-0804",
                new Customer(
                        "C-1002", "Jonas Berg", "jonas.berg@example.com", "+45 12 34 56 79", "Ellevej 14, Roskilde"),
                new Fact("access to the house", "gate code 4417, somebody is at home until ten", null),
                new Fact("photos of the damage", "six, sent by e-mail", "leak-search"));
        aPlanAndAName(jonas);
        theLeakIsNotStopped(jonas);
        bothComeTogether(jonas);
        threeWeeksOfDrying(jonas);
        theHouseIsRestored(jonas);
        theEnd(jonas);
        return jonas;
    }

    private static void aPlanAndAName(Story jonas) {
        jonas.on("2026-08-03", "10:25", METTE)
                .completes("report-damage")
                .done("Water behind the bathroom wall. He has my name and number, we have his photos.")
                .csat(5);
        jonas.on("2026-08-03", "11:05", METTE)
                .completes("plan-and-appointment")
                .done("Told him the plan: the leak, about three weeks of drying, the trades, the end.")
                .next("leak search", FINN, between("2026-08-04", "08:00", "10:00"));
    }

    private static void theLeakIsNotStopped(Story jonas) {
        jonas.on("2026-08-04", "07:35", FINN).readsTheBrief();
        jonas.on("2026-08-04", "08:10", FINN)
                .completes("leak-search")
                .partly("Marked a spot in the bathroom floor. Unsure, 70 %.")
                .leaves("test the pressure after the repair")
                .next("repair of the pipe", POUL, between("2026-08-05", "08:00", "10:00"))
                .csat(5);
        jonas.on("2026-08-04", "08:50", FINN).handsTo(POUL, "a spot is marked, unsure, 70 %", "test the pressure");
        jonas.on("2026-08-05", "07:30", POUL).readsTheBrief();
        jonas.on("2026-08-05", "08:15", POUL)
                .completes("repair")
                .done("Opened the floor at the mark and repaired a break.")
                .csat(5);
        jonas.on("2026-08-05", "10:40", POUL)
                .completes("pressure-test")
                .failed("The pressure still drops, more slowly.")
                .answers("leakStopped", "no");
    }

    private static void bothComeTogether(Story jonas) {
        jonas.on("2026-08-05", "11:15", METTE)
                .completes("agree-new-plan")
                .done("Told him why, and that both come together.")
                .next("second leak search", FINN, between("2026-08-06", "08:00", "10:00"));
        jonas.on("2026-08-05", "11:20", METTE)
                .promises("repair right after the search", POUL, between("2026-08-06", "08:30", "10:30"));
        jonas.on("2026-08-05", "11:30", METTE).handsTo(FINN, "one break is repaired", "the pressure still drops");
        jonas.on("2026-08-05", "11:35", METTE).handsTo(POUL, "the leak finder comes along", "repair what he finds");
        jonas.on("2026-08-06", "07:30", FINN).readsTheBrief();
        jonas.on("2026-08-06", "07:40", POUL).readsTheBrief();
        jonas.on("2026-08-06", "08:10", FINN)
                .completes("leak-search")
                .done("Found a second break, at the joint below the first.")
                .because(FINN)
                .csat(5);
        jonas.on("2026-08-06", "09:00", POUL)
                .completes("repair")
                .done("Replaced the joint.")
                .csat(5);
        jonas.on("2026-08-06", "10:20", POUL)
                .completes("pressure-test")
                .done("The pressure holds, for an hour.")
                .answers("leakStopped", "yes");
        jonas.on("2026-08-06", "10:45", METTE)
                .completes("one-plan-one-call")
                .done("The leak is sealed; he knows who comes tomorrow and how long it dries.")
                .next("drying is set up", DORA, between("2026-08-07", "08:00", "10:00"))
                .answers("level", "none")
                .answers("reason", "both came together, the leak is sealed");
    }

    private static void threeWeeksOfDrying(Story jonas) {
        jonas.on("2026-08-07", "07:30", DORA).readsTheBrief();
        jonas.on("2026-08-07", "08:15", DORA)
                .completes("set-up-drying")
                .done("Two dryers, quiet at night.")
                .csat(5);
        jonas.on("2026-08-07", "09:00", DORA)
                .completes("moisture-check")
                .done("First reading taken. About three weeks; he knows when I come again.")
                .answers("dry", "no")
                .next("next moisture check", DORA, between("2026-08-28", "10:00", "12:00"));
        jonas.on("2026-08-28", "10:20", DORA)
                .completes("moisture-check")
                .done("Dry.")
                .answers("dry", "yes")
                .next("collection of the equipment", DORA, between("2026-08-31", "09:00", "11:00"))
                .csat(5);
        jonas.on("2026-08-31", "09:20", DORA)
                .completes("collect-equipment")
                .done("Dryers collected, readings handed over.")
                .next("scoping visit", SAM, between("2026-09-02", "09:00", "11:00"));
    }

    private static void theHouseIsRestored(Story jonas) {
        jonas.on("2026-09-02", "08:30", SAM).readsTheBrief();
        jonas.on("2026-09-02", "09:10", SAM)
                .completes("scoping-visit")
                .done("Floor, cables, paint: in this order, one visit each.")
                .answers("trades", "carpenter, electrician, painter")
                .next("the floor", CARL, between("2026-09-07", "08:00", "12:00"))
                .csat(5);
        jonas.on("2026-09-02", "10:00", METTE).promises("the cables", EVA, between("2026-09-09", "08:00", "12:00"));
        jonas.on("2026-09-02", "10:05", METTE).promises("the paint", PIA, between("2026-09-14", "08:00", "12:00"));
        jonas.on("2026-09-02", "10:30", SAM).handsTo(CARL, "the floor is dry", "leave the cables reachable");
        jonas.on("2026-09-07", "07:30", CARL).readsTheBrief();
        jonas.on("2026-09-07", "08:30", CARL)
                .completes("restoration-visit")
                .done("New floor in the bathroom, one board left loose above the cables.")
                .answers("finished", "no")
                .answers("tradesLeft", "electrician, painter")
                .csat(5);
        jonas.on("2026-09-07", "12:10", CARL).handsTo(EVA, "the floor is laid", "fix the board above the cables");
        jonas.on("2026-09-09", "07:30", EVA).readsTheBrief();
        jonas.on("2026-09-09", "08:20", EVA)
                .completes("restoration-visit")
                .done("Cables moved, the loose board is fixed.")
                .answers("finished", "no")
                .answers("tradesLeft", "painter")
                .csat(5);
        jonas.on("2026-09-09", "11:00", EVA).handsTo(PIA, "all cables are in the wall", "two holes to fill");
        jonas.on("2026-09-11", "10:00", METTE)
                .moves("the paint", between("2026-09-15", "08:00", "12:00"), "the filler needs a day more to dry");
        jonas.on("2026-09-11", "10:05", METTE)
                .warnsByText()
                .done("The painter comes on Tuesday instead of Monday, same time; the filler has to dry.");
        jonas.on("2026-09-15", "07:30", PIA).readsTheBrief();
        jonas.on("2026-09-15", "08:40", PIA)
                .completes("restoration-visit")
                .done("Walls and ceiling painted.")
                .answers("finished", "yes")
                .next("walk-through", METTE, between("2026-09-17", "14:00", "15:00"))
                .csat(5);
    }

    private static void theEnd(Story jonas) {
        jonas.on("2026-09-17", "13:30", METTE).readsTheBrief();
        jonas.on("2026-09-17", "14:05", METTE)
                .completes("walk-through")
                .done("Looked at every room together, nothing is missing.")
                .next("settlement call", METTE, between("2026-09-18", "10:00", "11:00"))
                .csat(5);
        jonas.on("2026-09-18", "10:10", METTE)
                .completes("settlement-call")
                .done("Paid today. Asked the one question of the survey, he gives us nine of ten.")
                .nps(9);
    }
}
