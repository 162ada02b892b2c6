package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.casework.Once;
import io.journeybpm.casework.PromiseCalendar;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.WorkLists;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(produces = PromiseCalendar.MEDIA_TYPE)
@Tag(name = "Calendars", description = "Promised windows, for calendars to subscribe to")
class CalendarsController {

    /** A calendar can't be read in parts; who has more to do than this doesn't look it up there. */
    private static final int MOST = 2_000;

    /** What a calendar needs of the past: the cancellation of what it may still show. */
    private static final Duration PAST = Duration.ofDays(30);

    private final Cases cases;
    private final WorkLists lists;
    private final Desk desk;

    CalendarsController(Cases cases, WorkLists lists, Desk desk) {
        this.cases = cases;
        this.lists = lists;
        this.desk = desk;
    }

    @GetMapping("/cases/{caseId}/calendar.ics")
    @Operation(summary = "The promised windows of a case as iCalendar; unscheduled promises are left out")
    ResponseEntity<byte[]> ofCase(@PathVariable String caseId) {
        String found = desk.find(caseId).caseId();
        return answer(found, cases.scheduledPromises(found, MOST));
    }

    @GetMapping("/calendar.ics")
    @Operation(summary = "The promised windows of a party as iCalendar, from 30 days ago, at most 2,000")
    ResponseEntity<byte[]> ofParty(@RequestParam(required = false) @Nullable String party) {
        Checks checks = new Checks();
        String whose = checks.required("party", party, Limits.NAME);
        checks.done();
        return answer(
                "promises",
                lists.promises(whose, desk.now().minus(PAST), null, null, null, MOST)
                        .items());
    }

    /** With an entity tag: a calendar that asks every hour is mostly told that nothing has changed. */
    private static ResponseEntity<byte[]> answer(String name, List<Promise> promises) {
        byte[] calendar = PromiseCalendar.of(promises);
        ContentDisposition file =
                ContentDisposition.inline().filename(name + ".ics").build();
        return ResponseEntity.ok()
                .eTag(Once.digest(calendar))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .header(HttpHeaders.CONTENT_TYPE, PromiseCalendar.MEDIA_TYPE)
                .body(calendar);
    }
}
