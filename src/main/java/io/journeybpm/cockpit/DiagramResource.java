package io.journeybpm.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/**
 * What Cockpit shows on its diagrams. Most diagrams are of no journey, or of one whose cases the user may not see: they
 * stay as they are, and that is no error.
 */
public final class DiagramResource {

    private final Diagrams diagrams;

    DiagramResource(Diagrams diagrams) {
        this.diagrams = diagrams;
    }

    /** What happened on the journey a process definition is a version of; 204 if nothing is to be shown. */
    @GET
    @Path("definitions/{definition}")
    public Response figures(@PathParam("definition") String definition) {
        return Answers.ifAny(() -> diagrams.figures(definition));
    }

    /** The way the case of a process instance went; 204 if nothing is to be shown. */
    @GET
    @Path("instances/{instance}")
    public Response path(@PathParam("instance") String instance) {
        return Answers.ifAny(() -> diagrams.path(instance));
    }
}
