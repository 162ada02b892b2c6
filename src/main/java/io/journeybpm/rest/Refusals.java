package io.journeybpm.rest;

import io.journeybpm.engine.JourneyRefused;
import io.journeybpm.engine.Migrations;
import io.journeybpm.engine.RunningCases.ChannelMissing;
import io.journeybpm.engine.RunningCases.JourneyUnknown;
import io.journeybpm.engine.RunningCases.SeveralWaiting;
import io.journeybpm.engine.StepBlocked;
import io.journeybpm.engine.Transients;
import io.journeybpm.imports.Imports;
import io.journeybpm.ledger.Answers;
import io.journeybpm.ledger.LedgerProblem;
import io.journeybpm.photos.PhotoRefused;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
public record Refusals(ProblemDetail problem, HttpHeaders headers) {

    /** Fields in which a caller names an entry; any other names it in the path. */
    private static final Set<String> IN_BODY = Set.of("causedBy", "keeps", "with");

    private static final String COME_BACK = "1";

    /** The refusal a failure stands for, looked for through its causes; empty for one nobody expected. */
    public static Optional<Refusals> of(Throwable failure) {
        return causes(failure)
                .flatMap(each -> known(each).stream())
                .findFirst()
                .or(() -> causes(failure)
                        .flatMap(each -> byTheJourney(each).stream())
                        .findFirst())
                .or(() -> whereOthersAreBusy(failure));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, each -> each.getCause() == each ? null : each.getCause());
    }

    /** The engine names the ledger's reasons as causes of its own; what is left over the model says. */
    private static Optional<Refusals> byTheJourney(Throwable failure) {
        return failure instanceof JourneyRefused
                ? just(Problem.of(HttpStatus.CONFLICT, "Journey refused", failure.getMessage()))
                : Optional.empty();
    }

    private static Optional<Refusals> whereOthersAreBusy(Throwable failure) {
        return Transients.isTransient(failure)
                ? Optional.of(comeBack(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Busy",
                        "others kept changing the same case; nothing was written, try again")))
                : Optional.empty();
    }

    private static Optional<Refusals> known(Throwable failure) {
        if (failure instanceof InvalidRequest invalid) {
            return just(Problem.of(invalid));
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return just(Problem.of(UnreadableJson.explain(unreadable)));
        }
        if (failure instanceof LedgerProblem refused) {
            return just(ofLedger(refused));
        }
        if (failure instanceof JourneyUnknown unknown) {
            return just(Problem.of(HttpStatus.NOT_FOUND, "Journey unknown", unknown.getMessage()));
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
        if (failure instanceof ChannelMissing missing) {
            return just(Problem.of(HttpStatus.BAD_REQUEST, "Channel missing", missing.getMessage(), "channel"));
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
        if (failure instanceof StepBlocked blocked) {
            return just(Problem.with(
                    Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, title(blocked), blocked.getMessage(), field(blocked)),
                    Map.of("missing", blocked.missing())));
        }
        if (failure instanceof SeveralWaiting several) {
            return just(Problem.with(
                    Problem.of(HttpStatus.CONFLICT, "Several waiting", several.getMessage()),
                    Map.of("waiting", several.waiting())));
        }
        return calling(failure);
    }

    private static String title(StepBlocked blocked) {
        return blocked.gate() == StepBlocked.Gate.HANDOFF ? "Handoff incomplete" : "Visit not ready";
    }

    /** What has to be told may be any field, or none of the body at all; a visit needs one answer in any case. */
    private static @Nullable String field(StepBlocked blocked) {
        return blocked.gate() == StepBlocked.Gate.VISIT ? "override.reason" : null;
    }

    /** What is wrong with the call rather than with what it says. */
    private static Optional<Refusals> calling(Throwable failure) {
        if (failure instanceof Answers.KeyReused reused) {
            return just(Problem.of(
                    HttpStatus.UNPROCESSABLE_ENTITY, "Idempotency-Key reused", reused.getMessage(), Calls.KEY));
        }
        if (failure instanceof Commits.StillRunning running) {
            return Optional.of(
                    comeBack(Problem.of(HttpStatus.CONFLICT, "Still running", running.getMessage(), Calls.KEY)));
        }
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

    private static ProblemDetail ofLedger(LedgerProblem refused) {
        String detail = refused.getMessage();
        String field = refused.field();
        if (refused instanceof LedgerProblem.CaseUnknown) {
            return Problem.of(HttpStatus.NOT_FOUND, "Case unknown", detail);
        }
        if (refused instanceof LedgerProblem.CaseExists) {
            return Problem.of(HttpStatus.CONFLICT, "Case exists", detail, field);
        }
        if (refused instanceof LedgerProblem.CaseClosed) {
            return Problem.of(HttpStatus.CONFLICT, "Case closed", detail);
        }
        if (refused instanceof LedgerProblem.EntryUnknown) {
            boolean inBody = IN_BODY.contains(field);
            return Problem.of(inBody ? HttpStatus.BAD_REQUEST : HttpStatus.NOT_FOUND, "Entry unknown", detail, field);
        }
        if (refused instanceof LedgerProblem.CauseCircular) {
            return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "Cause goes in a circle", detail, field);
        }
        if (refused instanceof LedgerProblem.CurrencyDiffers) {
            return Problem.of(HttpStatus.BAD_REQUEST, "Currency differs", detail, field);
        }
        return Problem.of(HttpStatus.CONFLICT, "Not possible now", detail, field);
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
