package io.journeybpm.cockpit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;

/**
 * Answers as these pages need them, whatever JSON the web application of the host is set to write. Whoever may not see
 * something is told the same as if it didn't exist.
 */
final class Answers {

    private static final String PROBLEM = "application/problem+json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private Answers() {}

    /**
     * The screens of an engine.
     *
     * @throws WebApplicationException with 404 if it runs no journeys
     */
    static Screens screens(@Nullable ProcessEngine engine) {
        return Optional.ofNullable(engine)
                .flatMap(ScreensPlugin::of)
                .orElseThrow(() -> problem(Status.NOT_FOUND, "this engine runs no journeys"));
    }

    /** What is asked for, or 404. */
    static Response found(Supplier<? extends Optional<?>> asked) {
        return shown(() -> asked.get()
                .orElseThrow(() -> problem(Status.NOT_FOUND, "there is no such case, or you may not see it")));
    }

    /** What is there to be shown; 204, without a word, where there is nothing for this user. */
    static Response ifAny(Supplier<? extends Optional<?>> asked) {
        Optional<?> found = asked.get();
        return found.isEmpty() ? Response.noContent().cacheControl(notKept()).build() : shown(found::get);
    }

    /** What is asked for; 400 if the question can't be read. */
    static Response shown(Supplier<?> asked) {
        try {
            return Response.ok(JSON.writeValueAsString(asked.get()), "application/json;charset=UTF-8")
                    .cacheControl(notKept())
                    .build();
        } catch (IllegalArgumentException unread) {
            throw problem(Status.BAD_REQUEST, String.valueOf(unread.getMessage()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file that is written while it is sent; 400 if the question can't be read. */
    static Response download(String name, Supplier<StreamingOutput> asked) {
        try {
            return Response.ok(asked.get(), "text/csv;charset=UTF-8")
                    .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                    .header("X-Content-Type-Options", "nosniff")
                    .cacheControl(notKept())
                    .build();
        } catch (IllegalArgumentException unread) {
            throw problem(Status.BAD_REQUEST, String.valueOf(unread.getMessage()));
        }
    }

    private static CacheControl notKept() {
        CacheControl control = new CacheControl();
        control.setNoStore(true);
        return control;
    }

    /** A refusal. */
    static WebApplicationException problem(Status status, String detail) {
        return problem(status.getStatusCode(), status.getReasonPhrase(), detail, Map.of());
    }

    /** A refusal, with whatever else helps to put it right. */
    static WebApplicationException problem(int status, String title, String detail, Map<String, Object> more) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.putAll(more);
        try {
            return new WebApplicationException(Response.status(status)
                    .type(PROBLEM)
                    .entity(JSON.writeValueAsString(problem))
                    .build());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
