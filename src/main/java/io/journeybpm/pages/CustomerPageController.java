package io.journeybpm.pages;

import io.journeybpm.engine.CustomerMessages;
import io.journeybpm.engine.CustomerMessages.Taken;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.Link.Purpose;
import io.journeybpm.ledger.Promise;
import io.journeybpm.links.CaseLinks;
import io.journeybpm.links.Traffic;
import io.journeybpm.rest.PromiseCalendar;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A customer's own page of a case. */
@RestController
class CustomerPageController implements OpenPage {

    private static final String CALENDAR = "text/calendar;charset=UTF-8";
    private static final int MOST_EVENTS = 200;
    private static final Set<Promise.State> TOLD = Set.of(Promise.State.OPEN, Promise.State.WITHDRAWN);

    private final Doors doors;
    private final CustomerPages pages;
    private final CustomerMessages messages;
    private final Writing writing;
    private final CaseLinks links;
    private final Cases cases;
    private final ZoneId zone;
    private final PageJson json = new PageJson();
    private final Shell shell = Shell.named("customer.html");
    private final Map<Locale, PageWords> words = PageWords.of("customer");

    CustomerPageController(
            Doors doors,
            CustomerPages pages,
            CustomerMessages messages,
            Writing writing,
            CaseLinks links,
            Cases cases,
            ZoneId zone) {
        this.doors = doors;
        this.pages = pages;
        this.messages = messages;
        this.writing = writing;
        this.links = links;
        this.cases = cases;
        this.zone = zone;
    }

    /**
     * A message was taken.
     *
     * @param handedOn whether somebody is told of it
     * @param page as it is from now on
     */
    record Answer(boolean handedOn, CustomerPage page) {}

    @GetMapping("/c/{token}")
    ResponseEntity<byte[]> page(@PathVariable String token, HttpServletRequest request) {
        try {
            doors.open(Purpose.CUSTOMER, token, request);
            return html(HttpStatus.OK, "shown", request);
        } catch (Doors.Gone gone) {
            return html(HttpStatus.NOT_FOUND, "gone", request);
        } catch (Doors.TooOften often) {
            return html(HttpStatus.TOO_MANY_REQUESTS, "busy", request);
        }
    }

    /** Whatever else somebody makes of an address, slashes at its end included. */
    @GetMapping("/c/**")
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        return html(HttpStatus.NOT_FOUND, "gone", request);
    }

    @GetMapping(path = "/c/{token}/page.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> content(@PathVariable String token, HttpServletRequest request) throws IOException {
        Link link = doors.open(Purpose.CUSTOMER, token, request);
        if (link.openedAt() == null) {
            writing.once(() -> links.opened(link));
        }
        return json.show(pages.of(link.caseId()));
    }

    @PostMapping(
            path = "/c/{token}/messages",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> take(@PathVariable String token, HttpServletRequest request) throws IOException {
        Link link = doors.openToWrite(Purpose.CUSTOMER, token, request);
        CustomerMessages.Message message = json.read(request, MessageBody.class).read();
        Taken taken = writing.once(() -> {
            links.answered(link);
            return messages.take(link.caseId(), message);
        });
        return json.show(new Answer(taken.handedOn(), pages.of(link.caseId())));
    }

    @GetMapping("/c/{token}/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token, HttpServletRequest request) {
        Link link = doors.open(Purpose.CUSTOMER, token, request);
        List<Promise> told = cases.scheduledPromises(link.caseId(), MOST_EVENTS).stream()
                .filter(each -> TOLD.contains(each.state()))
                .toList();
        CustomerPage.Contact contact = pages.of(link.caseId()).contact();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("calendar.ics")
                                .build()
                                .toString())
                .body(PromiseCalendar.of(told, new CustomerCalendar(words(request), contact)));
    }

    private PageWords words(HttpServletRequest request) {
        return Objects.requireNonNull(words.get(PageWords.chosen(Collections.list(request.getLocales()).stream())));
    }

    private ResponseEntity<byte[]> html(HttpStatus status, String state, HttpServletRequest request) {
        PageWords spoken = words(request);
        String page = shell.with(Map.of(
                "lang", spoken.language().getLanguage(),
                "title", spoken.say("title"),
                "noscript", spoken.say("noscript"),
                "files", request.getContextPath() + request.getServletPath().replaceAll("/c/.*", "") + PageFiles.PATH,
                "state", state,
                "zone", zone.getId(),
                "most", String.valueOf(MessageBody.MOST),
                "words", spoken.json()));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(Traffic.WINDOW.toSeconds()));
        }
        return answer.contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(page.getBytes(StandardCharsets.UTF_8));
    }
}
