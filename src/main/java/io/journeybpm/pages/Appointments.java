package io.journeybpm.pages;

import io.journeybpm.engine.RunningCases;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.VisitRecords;
import io.journeybpm.pages.Slot.Window;
import java.util.Objects;

/** Appointments that visitors keep. */
final class Appointments {

    private final RunningCases running;
    private final VisitRecords records;

    Appointments(RunningCases running, VisitRecords records) {
        this.running = running;
        this.records = records;
    }

    /** Moves one to the window said, if any, and confirms it; said again, it changes nothing. */
    void settle(Promise promise, Slot.Said said, String visitor) {
        Window window = said.window();
        boolean moves = window != null
                && !(Objects.equals(window.from(), promise.made().from())
                        && window.to().equals(promise.made().to()));
        boolean confirms = moves || records.confirmed(promise).isEmpty();
        if (confirms) {
            running.change(promise.caseId(), file -> {
                if (moves) {
                    file.promises().move(promise.entry(), window.from(), window.to(), said.reason(), visitor);
                }
                file.promises().confirm(promise.entry(), visitor);
                return file;
            });
        }
    }
}
