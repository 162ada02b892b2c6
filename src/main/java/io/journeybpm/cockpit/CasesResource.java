package io.journeybpm.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What Cockpit shows of cases. Camunda has checked that the user may use Cockpit; the screens check the rest. */
public final class CasesResource {

    private final Screens screens;

    CasesResource(Screens screens) {
        this.screens = screens;
    }

    /** Figures across all cases the user may see. */
    @GET
    @Path("dashboard")
    public Response dashboard() {
        return Answers.shown(screens::dashboard);
    }

    /** A part of the list of cases; see {@link CaseSearch}. */
    @GET
    @Path("cases")
    public Response cases(
            @QueryParam("journey") @Nullable String journey,
            @QueryParam("level") @Nullable String level,
            @QueryParam("status") @Nullable String status,
            @QueryParam("search") @Nullable String search,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return Answers.shown(
                () -> screens.cases(CaseSearch.of(journey, level, status, search, sort), after, Paging.limit(limit)));
    }

    /** The brief of a case. */
    @GET
    @Path("cases/{case}")
    public Response brief(@PathParam("case") String caseId) {
        return Answers.found(() -> screens.brief(caseId));
    }

    /** The brief of the case a process instance belongs to. */
    @GET
    @Path("instances/{instance}")
    public Response briefOfInstance(@PathParam("instance") String instance) {
        return Answers.found(() -> screens.briefOfInstance(instance));
    }

    /** A part of all that happened to a case, oldest first. */
    @GET
    @Path("cases/{case}/timeline")
    public Response timeline(
            @PathParam("case") String caseId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return Answers.found(() -> screens.timeline(caseId, after, Paging.limit(limit)));
    }
}
