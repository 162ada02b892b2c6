package io.journeybpm.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeybpm.casework.FieldError;
import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.casework.Refusal;
import io.journeybpm.ledger.LedgerProblem;
import io.journeybpm.links.Traffic;
import io.journeybpm.photos.PhotoRefused;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What goes wrong on pages whose address is the key, as problem details without an {@code instance}: that would be the
 * address. What nobody expected is logged without it, too; and what the ledger and the engine say names the case, so that
 * only its kind is told.
 */
@RestControllerAdvice(assignableTypes = OpenPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class OpenPageProblems {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPageProblems.class);

    private final PageJson json = new PageJson();

    /**
     * RFC 9457.
     *
     * @param status of the answer
     * @param title what is wrong
     * @param detail how
     * @param errors what was sent that can't be taken
     */
    record Problem(
            int status,
            String title,
            String detail,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {}

    @ExceptionHandler
    ResponseEntity<byte[]> gone(Doors.Gone gone) throws IOException {
        return answer(HttpStatus.NOT_FOUND, gone);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> tooOften(Doors.TooOften often) throws IOException {
        HttpHeaders later = new HttpHeaders();
        later.set(HttpHeaders.RETRY_AFTER, String.valueOf(Traffic.WINDOW.toSeconds()));
        return answer(HttpStatus.TOO_MANY_REQUESTS, "asked too often; try again in a minute", List.of(), later);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> fromElsewhere(Doors.FromElsewhere foreign) throws IOException {
        return answer(HttpStatus.FORBIDDEN, foreign);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unacceptable(InvalidRequest wrong) throws IOException {
        return answer(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()), wrong.errors(), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> notNow(VisitorDesk.NotNow overtaken) throws IOException {
        return answer(HttpStatus.CONFLICT, overtaken);
    }

    /** The page is there all the same, whatever it is that the case hasn't got, or not any more. */
    @ExceptionHandler
    ResponseEntity<byte[]> refused(LedgerProblem refused) throws IOException {
        return answer(HttpStatus.CONFLICT);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> noPhoto(PhotoRefused refused) throws IOException {
        boolean large = refused.why() == PhotoRefused.Why.TOO_LARGE;
        return answer(large ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.UNSUPPORTED_MEDIA_TYPE, refused);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> others(Exception failure) throws IOException {
        if (failure instanceof ErrorResponse known) {
            return answer(HttpStatus.valueOf(known.getStatusCode().value()));
        }
        Refusal refusal = Refusal.of(failure).orElse(null);
        if (refusal != null) {
            return answer(HttpStatus.valueOf(refusal.status()));
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("JOURNEY-PAGES-001 a page without a login failed, reference {}", reference, failure);
        String detail = "something went wrong here, reference " + reference;
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, detail, List.of(), new HttpHeaders());
    }

    private ResponseEntity<byte[]> answer(HttpStatus status) throws IOException {
        String detail =
                switch (status) {
                    case CONFLICT -> "this is not possible any more";
                    case SERVICE_UNAVAILABLE -> "others were busy with the same case; try again";
                    default -> status.getReasonPhrase();
                };
        return answer(status, detail, List.of(), new HttpHeaders());
    }

    private ResponseEntity<byte[]> answer(HttpStatus status, Exception failure) throws IOException {
        return answer(status, String.valueOf(failure.getMessage()), List.of(), new HttpHeaders());
    }

    private ResponseEntity<byte[]> answer(
            HttpStatus status, String detail, List<FieldError> errors, HttpHeaders headers) throws IOException {
        Problem problem = new Problem(status.value(), status.getReasonPhrase(), detail, errors);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json.write(problem));
    }
}
