package io.journeybpm.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** What Cockpit finds on its classpath: the dashboard, the page of journeys, and the tab of a process instance. */
public final class JourneyCockpit extends AbstractCockpitPlugin {

    @Override
    public String getId() {
        return Assets.ID;
    }

    @Override
    public String getAssetDirectory() {
        return Assets.FOLDER;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(CockpitRoot.class);
    }
}
