package io.journeybpm.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

    /** What happened on each of the last days. */
    @GET
    @Path("trend")
    public Response trend() {
        return Answers.shown(screens::trend);
    }

    /** A part of the list of cases; see {@link CaseSearch}. */
    @GET
    @Path("cases")
    public Response cases(@Context UriInfo asked) {
        MultivaluedMap<String, String> query = asked.getQueryParameters();
        return Answers.shown(() -> screens.cases(
                CaseSearch.of(query), Paging.after(query.getFirst("after")), Paging.limit(query.getFirst("limit"))));
    }

    /** The whole list as a table for a spreadsheet, newest first. */
    @GET
    @Path("cases.csv")
    public Response export(@Context UriInfo asked) {
        return Answers.download("cases.csv", () -> screens.export(CaseSearch.of(asked.getQueryParameters())));
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
