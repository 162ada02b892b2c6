package io.journeybpm.rest;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Cause;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Page;
import io.journeybpm.ledger.TimelineEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/cases/{caseId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class CaseHistoryController {

    /** The next person reads this at a door: what was done last, not all that ever was. */
    private static final int CONTACTS_IN_BRIEF = 5;

    private final Cases cases;
    private final Desk desk;
    private final Paging paging;

    CaseHistoryController(Cases cases, Desk desk, Paging paging) {
        this.cases = cases;
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
    @Operation(summary = "What the next person must know before meeting the customer")
    BriefView brief(@PathVariable String caseId) {
        Case told = desk.find(caseId);
        String customer = told.customer();
        return BriefView.of(
                told,
                customer == null ? null : cases.customer(customer).orElse(null),
                cases.latestContacts(caseId, CONTACTS_IN_BRIEF),
                cases.facts(caseId),
                cases.openHandoffs(caseId),
                desk.now());
    }
}
