package io.journeybpm.pages;

import io.journeybpm.engine.Transients;
import io.journeybpm.ledger.LedgerProblem;
import io.journeybpm.links.Traffic;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What goes wrong on pages whose address is the key, as problem details without an {@code instance}: that would be the
 * address. What nobody expected is logged without it, too.
 */
@RestControllerAdvice(assignableTypes = OpenPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class OpenPageProblems {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPageProblems.class);

    /**
     * RFC 9457.
     *
     * @param status of the answer
     * @param title what is wrong
     * @param detail how, where that can be said
     * @param field which part of what was sent
     */
    record Problem(
            int status,
            String title,
            @Nullable String detail,
            @Nullable String field) {}

    /** Something that was sent can't be taken. */
    static final class Unacceptable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;

        Unacceptable(String field, String message) {
            super(message, null, false, false);
            this.field = field;
        }
    }

    @ExceptionHandler
    ResponseEntity<Problem> gone(Doors.Gone gone) {
        return answer(HttpStatus.NOT_FOUND, gone.getMessage(), null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooOften(Doors.TooOften often) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(Traffic.WINDOW.toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(HttpStatus.TOO_MANY_REQUESTS, "asked too often; try again in a minute", null));
    }

    @ExceptionHandler
    ResponseEntity<Problem> fromElsewhere(Doors.FromElsewhere foreign) {
        return answer(HttpStatus.FORBIDDEN, foreign.getMessage(), null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unacceptable(Unacceptable wrong) {
        return answer(HttpStatus.BAD_REQUEST, wrong.getMessage(), wrong.field);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable) {
        return answer(HttpStatus.BAD_REQUEST, "the body isn't the JSON it should be", "body");
    }

    /** The ledger's own words name the case. */
    @ExceptionHandler
    ResponseEntity<Problem> refused(LedgerProblem refused) {
        return refused instanceof LedgerProblem.EntryUnknown
                ? answer(HttpStatus.CONFLICT, "this is not promised any more", refused.field())
                : answer(HttpStatus.CONFLICT, "the case is closed", null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unexpected(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(status, status.getReasonPhrase(), null);
        }
        if (Transients.isTransient(failure)) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE, "others were busy with the same case; try again", null);
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("JOURNEY-PAGES-001 a page without a login failed, reference {}", reference, failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "something went wrong here, reference " + reference, null);
    }

    private static ResponseEntity<Problem> answer(HttpStatus status, @Nullable String detail, @Nullable String field) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status, detail, field));
    }

    private static Problem problem(HttpStatus status, @Nullable String detail, @Nullable String field) {
        return new Problem(status.value(), status.getReasonPhrase(), detail, field);
    }
}
