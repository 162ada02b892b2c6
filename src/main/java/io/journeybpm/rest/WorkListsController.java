package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.WorkLists;
import io.journeybpm.settings.JourneyProperties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Work lists", description = "Promises and handoffs across all cases")
class WorkListsController {

    private final WorkLists lists;
    private final Desk desk;
    private final Paging paging;
    private final ZoneId zone;
    private final Duration warnBefore;

    WorkListsController(WorkLists lists, Desk desk, Paging paging, JourneyProperties settings) {
        this.lists = lists;
        this.desk = desk;
        this.paging = paging;
        this.zone = settings.zone();
        this.warnBefore = settings.promises().warnBefore();
    }

    /** States a caller may ask for: those of the ledger, and open ones whose window closes soon or has closed. */
    enum Wanted implements Word {
        OPEN(Promise.State.OPEN),
        DUE_SOON(Promise.State.OPEN),
        OVERDUE(Promise.State.OPEN),
        UNSCHEDULED(Promise.State.UNSCHEDULED),
        KEPT(Promise.State.KEPT),
        LATE(Promise.State.LATE),
        BROKEN(Promise.State.BROKEN),
        WITHDRAWN(Promise.State.WITHDRAWN);

        private final Promise.State kept;

        Wanted(Promise.State kept) {
            this.kept = kept;
        }
    }

    @GetMapping("/promises")
    @Operation(summary = "Promises by the end of their window, unscheduled ones only when asked for")
    ListView<PromiseView> promises(
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        Checks checks = new Checks();
        String of = checks.text("party", party, Limits.NAME);
        Wanted wanted = checks.word("state", Wanted.class, state);
        LocalDate on = day(day, checks);
        checks.done();
        int most = paging.limit(limit);
        Instant from = on == null ? null : on.atStartOfDay(zone).toInstant();
        Instant to = until(on, wanted);
        Promise.State kept = wanted == null ? null : wanted.kept;
        return ListView.of(
                Paging.part(() -> wanted == Wanted.DUE_SOON
                        ? lists.dueSoon(of, later(from, desk.now()), soon(to), Paging.after(after), most)
                        : lists.promises(of, from, to, kept, Paging.after(after), most)),
                desk::promise);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    /** Nobody was warned of what closes later. */
    private Instant soon(@Nullable Instant to) {
        Instant soon = desk.now().plus(warnBefore).plusMillis(1);
        return to == null || soon.isBefore(to) ? soon : to;
    }

    @GetMapping("/handoffs")
    @Operation(summary = "Handoffs, oldest first")
    ListView<HandoffView> handoffs(
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        Checks checks = new Checks();
        String to = checks.text("party", party, Limits.NAME);
        HandoffView.State wanted = checks.word("state", HandoffView.State.class, state);
        checks.done();
        int most = paging.limit(limit);
        Boolean open = wanted == null ? null : wanted != HandoffView.State.MET;
        Boolean read = wanted == null || !open ? null : wanted == HandoffView.State.ACKNOWLEDGED;
        return ListView.of(
                Paging.part(() -> lists.handoffs(to, read, open, Paging.after(after), most)), HandoffView::of);
    }

    private @Nullable Instant until(@Nullable LocalDate day, @Nullable Wanted wanted) {
        Instant end = day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
        if (wanted != Wanted.OVERDUE) {
            return end;
        }
        Instant now = desk.now();
        return end == null || now.isBefore(end) ? now : end;
    }

    private static @Nullable LocalDate day(@Nullable String written, Checks checks) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException unread) {
            checks.wrong("day", "isn't a date such as 2026-08-03");
            return null;
        }
    }
}
