package io.journeybpm.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * What Tasklist shows beside a task's form. Whoever may see the task may see its case: it is who is about to meet the
 * customer.
 */
public final class TasksResource {

    private final Screens screens;

    TasksResource(Screens screens) {
        this.screens = screens;
    }

    /** The brief for a task. */
    @GET
    @Path("tasks/{task}")
    public Response brief(@PathParam("task") String task) {
        return Answers.found(() -> screens.briefOfTask(task));
    }

    /** A part of all that happened to the case of a task, oldest first. */
    @GET
    @Path("tasks/{task}/timeline")
    public Response timeline(
            @PathParam("task") String task,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return Answers.found(() -> screens.timelineOfTask(task, after, Paging.limit(limit)));
    }

    /** Whoever works on the task has read the brief: the handoffs to its party are acknowledged. */
    @POST
    @Path("tasks/{task}/acknowledged")
    public Response acknowledge(@PathParam("task") String task) {
        return Answers.found(() -> screens.acknowledge(task));
    }
}
