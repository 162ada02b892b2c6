package io.journeybpm.cockpit;

import io.journeybpm.casework.Once;
import io.journeybpm.casework.Refusal;
import io.journeybpm.journey.Word;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a case. Who may not see it is told that there is none (404), who may see but not change it is
 * refused (403). Camunda asks for its token against forgery before any of this.
 */
public final class ActionsResource {

    /** More than any form holds, in bytes. */
    private static final int LARGEST = 1 << 17;

    private final Acting acting;
    private final Supplier<Optional<Acting.Desk>> desk;

    ActionsResource(Acting acting, Supplier<Optional<Acting.Desk>> desk) {
        this.acting = acting;
        this.desk = desk;
    }

    /** Something was done. */
    record Done(String said) {}

    /** What the user may do, and what there is to choose from. */
    @GET
    public Response choices() {
        return Answers.found(() -> desk.get().map(acting::choices));
    }

    /** Users by name. */
    @GET
    @Path("people")
    public Response people(@QueryParam("search") @Nullable String search) {
        return Answers.found(() -> desk.get().map(each -> acting.people(each, search)));
    }

    /**
     * Does something; see {@link Act}. The body is the form, one JSON object; its key makes it safe to send twice.
     */
    @POST
    @Path("{act}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response act(
            @PathParam("act") String act, @HeaderParam(Once.KEY) @Nullable String key, @Nullable InputStream form) {
        return Answers.found(() -> desk.get().map(each -> new Done(done(each, act, key, form))));
    }

    private String done(Acting.Desk at, String act, @Nullable String key, @Nullable InputStream form) {
        Act wanted = Word.find(Act.class, act)
                .orElseThrow(() -> Answers.problem(Status.NOT_FOUND, "nothing of that name can be done"));
        if (!at.may().contains(wanted)) {
            throw Answers.problem(Status.FORBIDDEN, "You may see this case, but not change it.");
        }
        try {
            return acting.act(at, wanted, key, read(form));
        } catch (WebApplicationException answered) {
            throw answered;
        } catch (RuntimeException failure) {
            throw Refusal.of(failure).map(ActionsResource::problem).orElseThrow(() -> failure);
        }
    }

    private static byte[] read(@Nullable InputStream form) {
        try {
            byte[] read = form == null ? new byte[0] : form.readNBytes(LARGEST + 1);
            if (read.length > LARGEST) {
                throw Answers.problem(Status.REQUEST_ENTITY_TOO_LARGE, "a form holds at most " + LARGEST + " bytes");
            }
            return read;
        } catch (IOException gone) {
            throw Answers.problem(Status.BAD_REQUEST, "the form didn't arrive");
        }
    }

    private static WebApplicationException problem(Refusal refusal) {
        Map<String, Object> more = new HashMap<>(refusal.more());
        more.put("errors", ActWords.fields(refusal));
        return Answers.problem(refusal.status(), refusal.title(), ActWords.refused(refusal), more);
    }
}
