package io.journeybpm.pages;

import io.journeybpm.casework.Once;
import io.journeybpm.casework.PromiseCalendar;
import io.journeybpm.engine.CustomerMessages;
import io.journeybpm.engine.CustomerMessages.Taken;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.Link.Purpose;
import io.journeybpm.ledger.Promise;
import io.journeybpm.links.CaseLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A customer's own page of a case. */
@RestController
class CustomerPageController implements OpenPage {

    private static final int MOST_EVENTS = 200;
    private static final Set<Promise.State> TOLD = Set.of(Promise.State.OPEN, Promise.State.WITHDRAWN);

    private final Doors doors;
    private final CustomerPages pages;
    private final CustomerMessages messages;
    private final Once once;
    private final CaseLinks links;
    private final Cases cases;
    private final PageJson json = new PageJson();
    private final SpokenPage html;

    CustomerPageController(
            Doors doors,
            CustomerPages pages,
            CustomerMessages messages,
            Once once,
            CaseLinks links,
            Cases cases,
            SpokenPage html) {
        this.doors = doors;
        this.pages = pages;
        this.messages = messages;
        this.once = once;
        this.links = links;
        this.cases = cases;
        this.html = html;
    }

    /**
     * A message was taken.
     *
     * @param handedOn whether somebody is told of it
     * @param page as it is from now on
     */
    record Answer(boolean handedOn, CustomerPage page) {}

    @GetMapping(PageAddresses.CUSTOMERS + "/{token}")
    ResponseEntity<byte[]> page(@PathVariable String token, HttpServletRequest request) {
        return html.answer(request, () -> doors.open(Purpose.CUSTOMER, token, request));
    }

    /** Whatever else somebody makes of an address, slashes at its end included. */
    @GetMapping(PageAddresses.CUSTOMERS + "/**")
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        return html.gone(request);
    }

    @GetMapping(path = PageAddresses.CUSTOMERS + "/{token}/page.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> content(@PathVariable String token, HttpServletRequest request) throws IOException {
        Link link = doors.open(Purpose.CUSTOMER, token, request);
        if (link.openedAt() == null) {
            once.write(() -> links.opened(link));
        }
        return json.show(pages.of(link.caseId()));
    }

    @PostMapping(
            path = PageAddresses.CUSTOMERS + "/{token}/messages",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> take(@PathVariable String token, HttpServletRequest request) throws IOException {
        Link link = doors.openToWrite(Purpose.CUSTOMER, token, request);
        CustomerMessages.Message message = json.read(request, MessageBody.class).read();
        Taken taken = once.write(() -> {
            links.answered(link);
            return messages.take(link.caseId(), message);
        });
        return json.show(new Answer(taken.handedOn(), pages.of(link.caseId())));
    }

    @GetMapping(PageAddresses.CUSTOMERS + "/{token}/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token, HttpServletRequest request) {
        Link link = doors.open(Purpose.CUSTOMER, token, request);
        List<Promise> told = cases.scheduledPromises(link.caseId(), MOST_EVENTS).stream()
                .filter(each -> TOLD.contains(each.state()))
                .toList();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, PromiseCalendar.MEDIA_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("calendar.ics")
                                .build()
                                .toString())
                .body(PromiseCalendar.of(
                        told, new CustomerCalendar(html.words(request), pages.contact(link.caseId()))));
    }
}
