package io.journeybpm.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.rest.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;

/** What the pages without a login say and are told, whatever the application's own JSON looks like. */
final class PageJson {

    private static final Logger LOG = LoggerFactory.getLogger(PageJson.class);

    /** Longer than all the texts of a page together. */
    private static final int MOST_BYTES = 64 << 10;

    private static final String COME_BACK = "60";

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    /**
     * What a page sent.
     *
     * @throws InvalidRequest if it is none of ours
     */
    <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new InvalidRequest("body", "is larger than " + MOST_BYTES + " bytes");
        }
        T read = null;
        try {
            read = json.readValue(body, type);
        } catch (JsonProcessingException unreadable) {
            // said below, without repeating what was sent
        }
        if (read == null) {
            throw new InvalidRequest("body", "isn't what this page sends");
        }
        return read;
    }

    ResponseEntity<byte[]> show(Object view) throws IOException {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(view));
    }

    /** A failure in words, as RFC 9457 has it. The address is a secret and stays out of it, and out of the log. */
    ResponseEntity<byte[]> refuse(Exception failure) throws IOException {
        if (failure instanceof Doors.Gone) {
            return problem(
                    HttpStatus.NOT_FOUND, "No such page", String.valueOf(failure.getMessage()), new HttpHeaders());
        }
        if (failure instanceof Doors.TooOften) {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, COME_BACK);
            return problem(
                    HttpStatus.TOO_MANY_REQUESTS, "Too many requests", String.valueOf(failure.getMessage()), headers);
        }
        if (failure instanceof Doors.FromElsewhere) {
            return problem(HttpStatus.FORBIDDEN, "Forbidden", String.valueOf(failure.getMessage()), new HttpHeaders());
        }
        Refusals known = Refusals.of(failure).orElse(null);
        return known == null ? unexpected(failure) : send(known.problem(), known.headers());
    }

    private ResponseEntity<byte[]> unexpected(Exception failure) throws IOException {
        String reference = UUID.randomUUID().toString();
        LOG.error("JOURNEY-PAGES-001 a page without a login failed, reference {}", reference, failure);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Internal error",
                "something went wrong here; the log knows it by its reference " + reference,
                new HttpHeaders());
    }

    ResponseEntity<byte[]> problem(HttpStatus status, String title, String detail, HttpHeaders headers)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(title);
        problem.setDetail(detail);
        return send(problem, headers);
    }

    ResponseEntity<byte[]> send(ProblemDetail problem, HttpHeaders headers) throws IOException {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json.writeValueAsBytes(problem));
    }
}
