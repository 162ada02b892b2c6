package io.journeybpm.cockpit;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** What Tasklist finds on its classpath: the brief beside a touchpoint's form. */
public final class JourneyTasklist extends AbstractTasklistPlugin {

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
        return Set.of(TasklistRoot.class);
    }
}
