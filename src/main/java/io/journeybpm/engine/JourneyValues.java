package io.journeybpm.engine;

import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.WorkLists;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Helpers for expressions in models, as {@code ${journeyValues…}}. */
public final class JourneyValues {

    /** No business key: a blank is no case's id. */
    private static final String NOBODYS = " ";

    /** Nobody stands for more customers at a time; the newest ones. */
    private static final int CASES = 1000;

    private final WorkLists lists;
    private final CaseClock clock;
    private final ZoneId zone;

    JourneyValues(WorkLists lists, CaseClock clock, ZoneId zone) {
        this.lists = lists;
        this.clock = clock;
        this.zone = zone;
    }

    /** Midnight at the end of today, by the calendar of the settings' zone. */
    public Date endOfToday() {
        return Date.from(LocalDate.ofInstant(clock.now(), zone)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant());
    }

    /** Business keys of the open cases a user is the ambassador of, for a filter of tasks; never empty. */
    public String[] casesOf(@Nullable String ambassador) {
        List<String> cases = ambassador == null ? List.of() : lists.casesOf(ambassador, CASES);
        return cases.isEmpty() ? new String[] {NOBODYS} : cases.toArray(String[]::new);
    }

    /** The entries of a comma list, such as the trades a scoping visit found necessary; empty for nothing. */
    public List<String> list(@Nullable String commaSeparated) {
        return JourneyReader.list(commaSeparated);
    }
}
