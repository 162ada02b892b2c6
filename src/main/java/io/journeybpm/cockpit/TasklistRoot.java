package io.journeybpm.cockpit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Everything Tasklist serves of this plugin. What lies below an engine is for users who may use Tasklist there. */
@Path("plugin/" + Assets.ID)
public final class TasklistRoot extends AbstractTasklistPluginRootResource {

    public TasklistRoot() {
        super(Assets.ID);
    }

    @Override
    protected List<String> getAllowedAssets() {
        return Assets.ALL;
    }

    /** What can be done to the case of a task. */
    @Path("{engine}/tasks/{task}/acts")
    public ActionsResource acts(@PathParam("engine") String engine, @PathParam("task") String task) {
        Acting acting = Answers.screens(Tasklist.getRuntimeDelegate().getProcessEngine(engine))
                .acting();
        return new ActionsResource(acting, () -> acting.atTask(task));
    }

    /** The tasks of one engine. */
    @Path("{engine}")
    public TasksResource tasks(@PathParam("engine") String engine) {
        return new TasksResource(Answers.screens(Tasklist.getRuntimeDelegate().getProcessEngine(engine)));
    }
}
