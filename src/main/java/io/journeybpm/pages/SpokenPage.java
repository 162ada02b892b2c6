package io.journeybpm.pages;

import io.journeybpm.links.Traffic;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The HTML of a page whose address is the key, in the reader's language, whatever has become of the link. */
final class SpokenPage {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Shell shell;
    private final Map<Locale, PageWords> words;
    private final String files;
    private final Map<String, String> values;

    /**
     * A page.
     *
     * @param shell the name of its shell
     * @param words the name of its words
     * @param files where its scripts lie within the application
     * @param values what else the shell names
     */
    SpokenPage(String shell, String words, String files, Map<String, String> values) {
        this.shell = Shell.named(shell);
        this.words = PageWords.of(words);
        this.files = files;
        this.values = values;
    }

    /** The words for whoever asks. */
    PageWords words(HttpServletRequest request) {
        return Objects.requireNonNull(words.get(PageWords.chosen(Collections.list(request.getLocales()).stream())));
    }

    /**
     * The page, if the door opens; else it says why not.
     *
     * @param door throws {@link Doors.Gone} or {@link Doors.TooOften}
     */
    ResponseEntity<byte[]> answer(HttpServletRequest request, Runnable door) {
        try {
            door.run();
            return answer(request, HttpStatus.OK, "shown");
        } catch (Doors.Gone gone) {
            return gone(request);
        } catch (Doors.TooOften often) {
            return answer(request, HttpStatus.TOO_MANY_REQUESTS, "busy");
        }
    }

    /** There is no such page. */
    ResponseEntity<byte[]> gone(HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, "gone");
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, HttpStatus status, String state) {
        PageWords spoken = words(request);
        Map<String, String> all = new HashMap<>(values);
        all.put("lang", spoken.language().getLanguage());
        all.put("title", spoken.say("title"));
        all.put("noscript", spoken.say("noscript"));
        all.put("words", spoken.json());
        all.put("files", files(request));
        all.put("state", state);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(Traffic.WINDOW.toSeconds()));
        }
        return answer.contentType(HTML).body(shell.with(all).getBytes(StandardCharsets.UTF_8));
    }

    /** Seen from the page, as only the proxies in front know what stands before the application's own path. */
    private String files(HttpServletRequest request) {
        long slashes = request.getRequestURI()
                .substring(request.getContextPath().length())
                .chars()
                .filter(each -> each == '/')
                .count();
        return "../".repeat((int) Math.max(0, slashes - 1)) + files.substring(1);
    }
}
