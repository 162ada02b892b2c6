package io.journeybpm.cockpit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Everything Cockpit serves of this plugin. What lies below an engine is for users who may use Cockpit there. */
@Path("plugin/" + Assets.ID)
public final class CockpitRoot extends AbstractCockpitPluginRootResource {

    public CockpitRoot() {
        super(Assets.ID);
    }

    @Override
    protected List<String> getAllowedAssets() {
        return Assets.ALL;
    }

    /** What can be done to a case. */
    @Path("{engine}/cases/{case}/acts")
    public ActionsResource acts(@PathParam("engine") String engine, @PathParam("case") String caseId) {
        Acting acting = Answers.screens(Cockpit.getRuntimeDelegate().getProcessEngine(engine))
                .acting();
        return new ActionsResource(acting, () -> acting.atCase(caseId));
    }

    /** The cases of one engine. */
    @Path("{engine}")
    public CasesResource cases(@PathParam("engine") String engine) {
        return new CasesResource(screens(engine));
    }

    /** What is shown on the diagrams of one engine. */
    @Path("{engine}/diagram")
    public DiagramResource diagram(@PathParam("engine") String engine) {
        return new DiagramResource(screens(engine).diagrams());
    }

    private static Screens screens(String engine) {
        return Answers.screens(Cockpit.getRuntimeDelegate().getProcessEngine(engine));
    }
}
