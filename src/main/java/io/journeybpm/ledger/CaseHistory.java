package io.journeybpm.ledger;

import java.time.Instant;
import java.util.List;

/** All that the ledger holds of a case, to be gone through again in the order in which it became known. */
public final class CaseHistory implements Replayed {

    private final CaseRow row;
    private final List<TimelineEntry> entries;
    private final Cases cases;

    /** Takes entries in any order. */
    CaseHistory(CaseRow row, List<TimelineEntry> entries, Cases cases) {
        this.row = row;
        this.entries = entries;
        this.cases = cases;
    }

    @Override
    public String caseId() {
        return row.caseId;
    }

    @Override
    public String journey() {
        return row.journey;
    }

    /** The level the case stands at in the ledger. */
    public Level level() {
        return row.escalation.level();
    }

    @Override
    public Case.Escalation replay(Witness witness) {
        PaperClock clock = new PaperClock(row.openedAt);
        NewCase opened = new NewCase(row.caseId, row.journey, row.version, null, row.openedAt, List.of(), null);
        CaseFile file = Histories.onPaper(opened, cases, clock);
        new Replay(file, clock, entries, witness).run();
        return file.view().escalation();
    }

    /** The time of a case on paper: that of the entry at hand. */
    static final class PaperClock implements CaseClock {

        private Instant now;

        PaperClock(Instant start) {
            now = start;
        }

        @Override
        public Instant now() {
            return now;
        }

        /** Entries know their times to the millisecond; servers' clocks differ, but nothing becomes known backwards. */
        void reach(Instant moment) {
            now = moment.isAfter(now) ? moment : now;
        }
    }
}
