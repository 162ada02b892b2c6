package io.journeybpm.rest;

import io.journeybpm.engine.Briefings;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Cause;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Page;
import io.journeybpm.ledger.TimelineEntry;
import io.journeybpm.rest.Bodies.PartyBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/cases/{caseId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class CaseHistoryController {

    private final Cases cases;
    private final Briefings briefings;
    private final BriefDesk briefs;
    private final Commits commits;
    private final Desk desk;
    private final Paging paging;

    CaseHistoryController(
            Cases cases, Briefings briefings, BriefDesk briefs, Commits commits, Desk desk, Paging paging) {
        this.cases = cases;
        this.briefings = briefings;
        this.briefs = briefs;
        this.commits = commits;
        this.desk = desk;
        this.paging = paging;
    }

    @GetMapping("/timeline")
    @Operation(summary = "All that happened to a case, in order")
    ListView<TimelineView> timeline(
            @PathVariable String caseId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        int most = paging.limit(limit);
        String found = desk.find(caseId).caseId();
        Instant now = desk.now();
        Page<TimelineEntry> page = Paging.part(() -> cases.timeline(found, Paging.after(after), most));
        Map<Integer, Cause> causes = cases.causes(found, contactsOf(page));
        return ListView.of(page, each -> TimelineView.of(each, causes, now));
    }

    private static List<Integer> contactsOf(Page<TimelineEntry> page) {
        return page.items().stream()
                .filter(Contact.class::isInstance)
                .map(TimelineEntry::entry)
                .toList();
    }

    @GetMapping("/brief")
    @Operation(summary = "What the next person must know before meeting the customer, on one page")
    BriefView brief(@PathVariable String caseId) {
        return briefs.brief(desk.find(caseId));
    }

    @PostMapping("/brief/read")
    @Operation(summary = "A party has read the brief, and with it every handoff that waits for it")
    Reply<BriefView> read(@PathVariable String caseId, @RequestBody PartyBody body, Call call) {
        String party = body.required();
        return commits.commit(
                call, () -> Reply.done(briefs.brief(briefings.read(Desk.id(caseId), party, call.user()))));
    }
}
