package io.journeybpm.rest;

import io.journeybpm.casework.FieldError;
import io.journeybpm.casework.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Makes RFC 9457 problem details. */
final class Problem {

    private static final String ERRORS = "errors";
    private static final String FIELD = "field";

    private Problem() {}

    static ProblemDetail of(HttpStatus status, String title, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(title);
        problem.setDetail(detail == null ? status.getReasonPhrase() : detail);
        return problem;
    }

    /** One that blames a field; absent: none in particular. */
    static ProblemDetail of(HttpStatus status, String title, @Nullable String detail, @Nullable String field) {
        ProblemDetail problem = of(status, title, detail);
        if (field != null) {
            blame(problem, List.of(new FieldError(field, problem.getDetail() == null ? title : problem.getDetail())));
        }
        return problem;
    }

    /** One that blames every field that is wrong. */
    static ProblemDetail of(Refusal refusal) {
        ProblemDetail problem = of(HttpStatus.valueOf(refusal.status()), refusal.title(), refusal.detail());
        if (!refusal.errors().isEmpty()) {
            blame(problem, refusal.errors());
        }
        return with(problem, refusal.more());
    }

    static ProblemDetail with(ProblemDetail problem, Map<String, Object> properties) {
        properties.forEach(problem::setProperty);
        return problem;
    }

    private static void blame(ProblemDetail problem, List<FieldError> errors) {
        problem.setProperty(FIELD, errors.get(0).field());
        problem.setProperty(ERRORS, errors);
    }
}
