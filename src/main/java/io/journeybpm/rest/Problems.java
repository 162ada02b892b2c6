package io.journeybpm.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers every failure under this interface's path with problem details, and no failure anywhere else. */
final class Problems implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ApiPath path;
    private final ObjectMapper json =
            StrictJson.mapper().addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class);

    Problems(ApiPath path) {
        this.path = path;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean forSecurity = failure instanceof AuthenticationException || failure instanceof AccessDeniedException;
        if (!path.covers(request) || forSecurity || response.isCommitted()) {
            return null;
        }
        try {
            send(Refusals.of(failure).orElseGet(() -> unexpected(request, failure)), response);
        } catch (IOException gone) {
            LOG.debug("JOURNEY-REST-002 the caller has gone", gone);
        }
        return new ModelAndView();
    }

    private static Refusals unexpected(HttpServletRequest request, Exception failure) {
        String reference = UUID.randomUUID().toString();
        LOG.error(
                "JOURNEY-REST-001 {} {} failed, reference {}",
                request.getMethod(),
                request.getRequestURI(),
                reference,
                failure);
        ProblemDetail problem = Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Internal error",
                "something went wrong here; nothing was written. The log knows it by its reference.");
        return new Refusals(
                Problem.with(problem, Map.of("code", "JOURNEY-REST-001", "reference", reference)),
                org.springframework.http.HttpHeaders.EMPTY);
    }

    private void send(Refusals refusal, HttpServletResponse response) throws IOException {
        ProblemDetail problem = refusal.problem();
        response.resetBuffer();
        response.setStatus(problem.getStatus());
        refusal.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
