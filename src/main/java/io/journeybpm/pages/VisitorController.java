package io.journeybpm.pages;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Once;
import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.Link.Purpose;
import io.journeybpm.ledger.Photos;
import io.journeybpm.photos.Pictures;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of a visitor without a login. Looking at it, as programs do that show a link in a message, changes nothing; the
 * page itself says when somebody reads it.
 */
@Controller
@RequestMapping(PageAddresses.VISITORS + "/{token}")
class VisitorController implements OpenPage {

    /** A photo never changes; kept on the phone for as long as a visit takes. */
    private static final Duration KEPT_BY_BROWSERS = Duration.ofHours(12);

    private final VisitorDesk desk;
    private final Doors doors;
    private final PageJson json = new PageJson();
    private final SpokenPage html;

    /** Its files lie below that path. */
    VisitorController(VisitorDesk desk, Doors doors, String files) {
        this.desk = desk;
        this.doors = doors;
        this.html = new SpokenPage("visit.html", "visitor", files, Map.of());
    }

    /** The page says in the reader's language when its link has ended. */
    @GetMapping(produces = "text/html")
    ResponseEntity<byte[]> page(@PathVariable String token, HttpServletRequest request) {
        return html.answer(request, () -> doors.openPart(Purpose.VISIT, token, request));
    }

    @GetMapping("/visit")
    ResponseEntity<byte[]> visit(@PathVariable String token, HttpServletRequest request) throws IOException {
        return json.show(desk.show(doors.open(Purpose.VISIT, token, request)));
    }

    /**
     * The page was read.
     *
     * @param at when, as the phone says
     */
    record Opened(@Nullable String at) {}

    @PostMapping("/opened")
    ResponseEntity<byte[]> opened(@PathVariable String token, HttpServletRequest request) throws IOException {
        Link link = admit(token, request);
        desk.opened(link, json.read(request, Opened.class).at());
        return json.show(desk.show(link));
    }

    @PostMapping("/answer")
    ResponseEntity<byte[]> answer(@PathVariable String token, HttpServletRequest request) throws IOException {
        Link link = admit(token, request);
        desk.answer(link, json.read(request, VisitAnswer.class));
        return json.show(desk.show(link));
    }

    @PostMapping("/appointment")
    ResponseEntity<byte[]> appointment(@PathVariable String token, HttpServletRequest request) throws IOException {
        Link link = admit(token, request);
        desk.appointment(link, json.read(request, Slot.class));
        return json.show(desk.show(link));
    }

    @PostMapping("/photos")
    ResponseEntity<byte[]> photo(
            @PathVariable String token,
            @RequestHeader(Once.KEY) String key,
            @RequestHeader(name = "Taken-At", required = false) @Nullable String takenAt,
            HttpServletRequest request)
            throws IOException {
        Link link = admit(token, request);
        Checks checks = new Checks();
        String senderKey = SenderKey.read(Once.KEY, key, checks);
        checks.done();
        byte[] sent = request.getInputStream().readNBytes(Pictures.MOST_BYTES + 1);
        desk.photo(link, sent, senderKey, takenAt);
        return json.show(desk.show(link));
    }

    @GetMapping("/photos/{id}")
    ResponseEntity<byte[]> picture(
            @PathVariable String token,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String size,
            HttpServletRequest request) {
        Link link = doors.openPart(Purpose.VISIT, token, request);
        byte[] picture = desk.picture(link, id, "small".equals(size) ? Photos.Size.SMALL : Photos.Size.WHOLE)
                .orElseThrow(Doors.Gone::new);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(KEPT_BY_BROWSERS).cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().build().toString())
                .body(picture);
    }

    private Link admit(String token, HttpServletRequest request) {
        return doors.openToWrite(Purpose.VISIT, token, request);
    }
}
