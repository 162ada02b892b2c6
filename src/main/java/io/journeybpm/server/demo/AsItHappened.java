package io.journeybpm.server.demo;

import static io.journeybpm.server.demo.Cast.CARL;
import static io.journeybpm.server.demo.Cast.DORA;
import static io.journeybpm.server.demo.Cast.EVA;
import static io.journeybpm.server.demo.Cast.FINN;
import static io.journeybpm.server.demo.Cast.JENS;
import static io.journeybpm.server.demo.Cast.METTE;
import static io.journeybpm.server.demo.Cast.PIA;
import static io.journeybpm.server.demo.Cast.POUL;
import static io.journeybpm.server.demo.Story.Window.between;

import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.Fact;
import io.journeybpm.ledger.NewContact;

/** Fourteen contacts, each of them nice, and the drying has not begun. */
final class AsItHappened {

    private static final String CHASING = NewContact.Reasons.CHASING;

    private AsItHappened() {}

    static Story told() {
        Story ida = new Story(
                "WD-2026-0803",
                new Customer("C-1001", "Ida Holm", "ida.holm@example.com", "+45 12 34 56 78", "Ellevej 12, Roskilde"),
                new Fact("access to the house", "at home on Mondays, else the key is at number 14", null),
                new Fact("photos of the damage", "two, sent by e-mail", "leak-search"));
        aQuickStart(ida);
        theWrongPlace(ida);
        oneTradeAfterTheOther(ida);
        return ida;
    }

    private static void aQuickStart(Story ida) {
        ida.on("2026-08-03", "09:10", METTE)
                .completes("report-damage")
                .done("Water comes up in the hall. Calmed her down, had the main tap turned off.")
                .csat(5);
        ida.on("2026-08-03", "15:40", METTE)
                .completes("plan-and-appointment")
                .done("The leak finder comes first, we shall see then.")
                .next("leak search", FINN, between("2026-08-05", "08:00", "12:00"))
                .csat(5);
    }

    private static void theWrongPlace(Story ida) {
        ida.on("2026-08-05", "09:30", FINN)
                .completes("leak-search")
                .partly("Measured bathroom and hall. Nothing certain, most likely the pipe in the hall.")
                .leaves("the leak is not found for certain")
                .next("repair of the pipe", POUL, between("2026-08-07", "08:00", "12:00"))
                .csat(4);
        ida.on("2026-08-07", "08:45", POUL)
                .completes("repair")
                .done("Opened the floor in the hall, found a break in the pipe and repaired it.")
                .because(FINN)
                .csat(5);
        ida.on("2026-08-07", "11:30", POUL)
                .completes("pressure-test")
                .failed("The pressure still drops.")
                .answers("leakStopped", "no");
        ida.on("2026-08-10", "16:15", JENS)
                .isCalled()
                .about("still-leaking")
                .done("Water still comes and the floor stands open. Not my case; passed it on.")
                .asksAgain(2)
                .costs("120 DKK", "0 DKK")
                .csat(4);
        ida.on("2026-08-11", "10:05", METTE)
                .completes("agree-new-plan")
                .done("Apologised and ordered a second leak search.")
                .next("second leak search", FINN, between("2026-08-13", "08:00", "12:00"))
                .csat(5);
        ida.on("2026-08-13", "09:00", FINN)
                .completes("leak-search")
                .done("Found it: a joint in the bathroom wall, two metres from the break repaired.")
                .because(FINN)
                .next("second repair of the pipe", POUL, between("2026-08-14", "08:00", "12:00"))
                .csat(5);
        ida.on("2026-08-14", "09:20", POUL)
                .completes("repair")
                .done("Replaced the joint in the bathroom wall.")
                .leaves("the floor in the hall and the wall in the bathroom are open")
                .nextSomeDay("drying, one of these days or next week", DORA)
                .csat(5);
        ida.on("2026-08-14", "11:10", POUL)
                .completes("pressure-test")
                .done("The pressure holds.")
                .answers("leakStopped", "yes");
    }

    private static void oneTradeAfterTheOther(Story ida) {
        ida.on("2026-08-18", "10:00", CARL)
                .visits()
                .done("Closed the floor in the hall.")
                .costs("4600 DKK", "1100 DKK")
                .csat(5);
        ida.on("2026-08-19", "16:20", JENS)
                .isCalled()
                .about(CHASING)
                .done("When does the drying begin? Could not see whose turn it is, passed it on.")
                .asksAgain(1)
                .costs("120 DKK", "0 DKK")
                .csat(4);
        ida.on("2026-08-20", "10:30", EVA)
                .visits()
                .partly("New sockets in the bathroom. The cables in the hall lie under the closed floor.")
                .leaves("the cables under the floor in the hall")
                .but("came two hours late")
                .nextSomeDay("the rest of the cables, when the floor is open", EVA)
                .costs("3900 DKK", "1100 DKK")
                .csat(5);
        ida.on("2026-08-21", "09:00", CARL)
                .visits()
                .redone("Took the floor up again, for the electrician.")
                .because(CARL)
                .but("left dirt all over the hall")
                .costs("3100 DKK", "1100 DKK")
                .csat(4);
        ida.on("2026-08-24", "13:00", PIA)
                .visits()
                .partly("Primed the ceiling. The wall is too wet for paint.")
                .leaves("the wall in the bathroom")
                .nextSomeDay("painting, perhaps at the end of the week", PIA)
                .costs("2800 DKK", "1100 DKK")
                .csat(5);
        ida.on("2026-08-25", "10:15", EVA)
                .visits()
                .done("Moved the cables I could not reach the first time.")
                .because(EVA)
                .costs("2200 DKK", "1100 DKK")
                .csat(5);
        ida.on("2026-08-26", "15:50", JENS)
                .isCalled()
                .about(CHASING)
                .done("The drying again. Nobody has booked it; very sorry about that.")
                .costs("120 DKK", "0 DKK")
                .csat(4);
        ida.on("2026-08-28", "09:40", PIA)
                .visits()
                .done("Painted the wall, so that it looks nice for now.")
                .because(PIA)
                .but("painted over a wet wall")
                .costs("3400 DKK", "1100 DKK")
                .csat(5);
    }
}
