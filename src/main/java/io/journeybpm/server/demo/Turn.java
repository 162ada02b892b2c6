package io.journeybpm.server.demo;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.NewHandoff;
import io.journeybpm.server.demo.Story.Act;
import io.journeybpm.server.demo.Story.Scene;
import io.journeybpm.server.demo.Story.Window;
import java.time.LocalDateTime;

/** Somebody's turn in a story: what this one does then. */
final class Turn {

    private final Story story;
    private final LocalDateTime at;
    private final Cast who;

    Turn(Story story, LocalDateTime at, Cast who) {
        this.story = story;
        this.at = at;
        this.who = who;
    }

    /** Completes a task of the journey. */
    Meeting completes(String task) {
        return meets(Meeting.at(task, who));
    }

    /** Comes to the house, though the journey has no such visit. */
    Meeting visits() {
        return meets(Meeting.besides(who, Channel.VISIT, Direction.OUTBOUND));
    }

    /** Takes a call the journey doesn't have. */
    Meeting isCalled() {
        return meets(Meeting.besides(who, Channel.PHONE, Direction.INBOUND));
    }

    /** Tells of a change before the customer finds out. */
    Meeting warnsByText() {
        return meets(Meeting.besides(who, Channel.SMS, Direction.OUTBOUND).about(NewContact.Reasons.WARNING));
    }

    /** Reads what those before have left. */
    void readsTheBrief() {
        does(stage -> stage.change(file -> file.handoffs().open().stream()
                .filter(each -> each.made().to().equals(who.party()))
                .forEach(each -> file.handoffs().acknowledge(each.entry(), who.user()))));
    }

    /** Tells whoever comes next what was done and what is left. */
    void handsTo(Cast next, String done, String leftOpen) {
        NewHandoff handoff = NewHandoff.reported(who.party(), next.party(), done, leftOpen);
        does(stage -> stage.handOff(handoff, who.user()));
    }

    /** Promises the customer that somebody comes. */
    void promises(String what, Cast whom, Window window) {
        does(stage -> stage.change(file -> file.promises().make(stage.promise(what, whom, window), stage.now())));
    }

    /** Gives a promise another time frame. */
    void moves(String what, Window window, String reason) {
        does(stage -> stage.change(file -> file.promises().open().stream()
                .filter(each -> each.made().what().equals(what))
                .forEach(each -> file.promises()
                        .move(each.entry(), stage.at(window.from()), stage.at(window.to()), reason, who.user()))));
    }

    private Meeting meets(Meeting meeting) {
        does(meeting);
        return meeting;
    }

    private void does(Act act) {
        story.add(new Scene(at, act));
    }
}
