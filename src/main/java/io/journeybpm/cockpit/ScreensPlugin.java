package io.journeybpm.cockpit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.CompositeProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The way from Camunda's web applications, which make their resources themselves and know engines only by name, to the
 * screens of the application that built the engine: the engine carries it along as one of its plugins.
 */
final class ScreensPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Screens> screens;

    /** Takes a provider, as plugins exist before their engine. */
    ScreensPlugin(ObjectProvider<Screens> screens) {
        this.screens = screens;
    }

    /** The screens of an engine; empty if it was built without this plugin. */
    static Optional<Screens> of(ProcessEngine engine) {
        return engine.getProcessEngineConfiguration() instanceof ProcessEngineConfigurationImpl configuration
                ? all(configuration.getProcessEnginePlugins())
                        .filter(ScreensPlugin.class::isInstance)
                        .map(each -> ((ScreensPlugin) each).screens.getObject())
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<ProcessEnginePlugin> all(List<ProcessEnginePlugin> plugins) {
        return plugins.stream()
                .flatMap(each -> each instanceof CompositeProcessEnginePlugin several
                        ? all(several.getPlugins())
                        : Stream.of(each));
    }
}
