package io.journeybpm.rest;

import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.LedgerProblem.CaseClosed;
import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.NewLink;
import io.journeybpm.links.CaseLinks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
@RequestMapping(path = "/cases/{caseId}/links", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Links", description = "Addresses by which customers and visitors without a login see a case or a visit")
class LinksController {

    private static final String KIND = "link";

    private final CaseLinks links;
    private final Cases cases;
    private final Commits commits;
    private final Desk desk;
    private final ZoneId zone;

    LinksController(CaseLinks links, Cases cases, Commits commits, Desk desk, ZoneId zone) {
        this.links = links;
        this.cases = cases;
        this.commits = commits;
        this.desk = desk;
        this.zone = zone;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Makes a link to the customer's page of the case, or to a visitor's page of one visit",
            description = "Its address is shown in this answer only: it is for the one who is to open it.")
    Reply<LinkView> make(@PathVariable String caseId, @RequestBody LinkBody body, Call call) {
        Case shown = desk.find(caseId);
        NewLink wanted = body.read(shown.caseId(), links.usualEnd(), desk.now(), zone);
        String base = ServletUriComponentsBuilder.fromCurrentServletMapping().toUriString();
        if (shown.status() == Case.Status.CLOSED) {
            throw new CaseClosed(shown);
        }
        requirePromise(wanted);
        return commits.commit(call, () -> {
            Link made = links.make(wanted, call.user());
            return Reply.created(
                    desk.path().ofEntry(shown.caseId(), "links", made.id()),
                    LinkView.of(made, links.address(made, base)));
        });
    }

    @GetMapping
    @Operation(summary = "The links of a case, newest first, without their addresses; the newest 200")
    ListView<LinkView> all(@PathVariable String caseId) {
        return new ListView<>(
                links.ofCase(desk.find(caseId).caseId()).stream()
                        .map(LinkView::of)
                        .toList(),
                null);
    }

    @GetMapping("/{linkId}")
    @Operation(summary = "One link as it stands, without its address")
    LinkView one(@PathVariable String caseId, @PathVariable String linkId) {
        return LinkView.of(find(caseId, linkId));
    }

    @DeleteMapping("/{linkId}")
    @Operation(summary = "Revokes a link: its page is gone from now on; a link that is revoked already stays so")
    Reply<LinkView> revoke(@PathVariable String caseId, @PathVariable String linkId, Call call) {
        Link link = find(caseId, linkId);
        return commits.commit(call, () -> {
            links.revoke(link, call.user());
            return Reply.done(LinkView.of(find(caseId, linkId)));
        });
    }

    private void requirePromise(NewLink wanted) {
        Integer promise = wanted.promise();
        if (promise != null && cases.promise(wanted.caseId(), promise).isEmpty()) {
            throw new InvalidRequest("promiseId", "isn't the promiseId of a promise of this case");
        }
    }

    private Link find(String caseId, String linkId) {
        return links.find(desk.find(caseId).caseId(), linkId).orElseThrow(() -> Desk.unknown(KIND, linkId));
    }
}
