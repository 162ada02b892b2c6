package io.journeybpm.rest;

import io.journeybpm.casework.Refusal;
import io.journeybpm.casework.UnreadableJson;
import io.journeybpm.engine.Migrations;
import io.journeybpm.imports.Imports;
import io.journeybpm.photos.PhotoRefused;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * What a failure means to the caller.
 *
 * @param problem what to say
 * @param headers what else to send
 */
record Refusals(ProblemDetail problem, HttpHeaders headers) {

    private static final String COME_BACK = "1";

    /** The refusal a failure stands for, looked for through its causes; empty for one nobody expected. */
    static Optional<Refusals> of(Throwable failure) {
        return Refusal.causes(failure)
                .flatMap(each -> known(each).stream())
                .findFirst()
                .or(() -> Refusal.of(failure).map(Refusals::of));
    }

    private static Refusals of(Refusal refusal) {
        ProblemDetail problem = Problem.of(refusal);
        return refusal.later() ? comeBack(problem) : new Refusals(problem, HttpHeaders.EMPTY);
    }

    private static Optional<Refusals> known(Throwable failure) {
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return Refusal.of(UnreadableJson.explain(unreadable.getCause())).map(Refusals::of);
        }
        if (failure instanceof FiguresController.UnknownCustomer unknown) {
            return just(Problem.of(HttpStatus.NOT_FOUND, "Customer unknown", unknown.getMessage()));
        }
        if (failure instanceof ImportsController.ImportUnknown unknown) {
            return just(Problem.of(HttpStatus.NOT_FOUND, "Import unknown", unknown.getMessage()));
        }
        if (failure instanceof BacktestsController.BacktestUnknown unknown) {
            return just(Problem.of(HttpStatus.NOT_FOUND, "Backtest unknown", unknown.getMessage()));
        }
        if (failure instanceof Migrations.VersionUnknown unknown) {
            return just(Problem.of(HttpStatus.NOT_FOUND, "Version unknown", unknown.getMessage(), unknown.field()));
        }
        if (failure instanceof MigrationBody.NothingMigrated none) {
            return just(Problem.with(
                    Problem.of(HttpStatus.CONFLICT, "Nothing migrated", none.getMessage()),
                    Map.of("problems", none.problems())));
        }
        if (failure instanceof Callers.NobodyFound nobody) {
            return just(Problem.with(
                    Problem.of(HttpStatus.NOT_FOUND, "No open case", nobody.getMessage(), nobody.field()),
                    Map.of("closed", nobody.closed())));
        }
        if (failure instanceof Callers.SeveralFound several) {
            return just(Problem.with(
                    Problem.of(HttpStatus.CONFLICT, "Several cases", several.getMessage(), several.field()),
                    Map.of("cases", several.cases())));
        }
        return calling(failure);
    }

    /** What is wrong with the call rather than with what it says. */
    private static Optional<Refusals> calling(Throwable failure) {
        if (failure instanceof Content.TooLarge large) {
            return just(Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "Too large", large.getMessage()));
        }
        if (failure instanceof PhotoRefused refused) {
            HttpStatus status = refused.why() == PhotoRefused.Why.TOO_LARGE
                    ? HttpStatus.PAYLOAD_TOO_LARGE
                    : HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            return just(Problem.of(status, "Photo refused", refused.getMessage(), "photo"));
        }
        if (failure instanceof Imports.LogTooLarge large) {
            return just(Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "Too large", large.getMessage(), "log"));
        }
        if (failure instanceof MissingServletRequestPartException missing) {
            return just(Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "Invalid request",
                    "the part '" + missing.getRequestPartName() + "' is required",
                    missing.getRequestPartName()));
        }
        if (failure instanceof ErrorResponse response) {
            return Optional.of(ofSpring(response));
        }
        if (failure instanceof MultipartException) {
            return just(Problem.of(
                    HttpStatus.BAD_REQUEST, "Invalid request", "the body isn't multipart/form-data", "body"));
        }
        return Optional.empty();
    }

    private static Refusals ofSpring(ErrorResponse response) {
        HttpStatusCode code = response.getStatusCode();
        HttpStatus status = HttpStatus.valueOf(code.value());
        String detail = status == HttpStatus.NOT_FOUND
                ? "there is nothing here"
                : response.getBody().getDetail();
        return new Refusals(Problem.of(status, status.getReasonPhrase(), detail), response.getHeaders());
    }

    private static Optional<Refusals> just(ProblemDetail problem) {
        return Optional.of(new Refusals(problem, HttpHeaders.EMPTY));
    }

    private static Refusals comeBack(ProblemDetail problem) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, COME_BACK);
        return new Refusals(problem, headers);
    }
}
