package io.journeybpm.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.migration.validation.activity.SupportedActivityValidator;
import org.camunda.bpm.engine.impl.migration.validation.instance.MigratingActivityInstanceValidator;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.jspecify.annotations.Nullable;

/** Takes part in the engine: reads journeys as they are parsed, and brings its own jobs. */
final class JourneyEnginePlugin extends AbstractProcessEnginePlugin {

    private static final List<Class<? extends ActivityBehavior>> MIGRATABLE =
            List.of(TouchpointBehavior.class, ExternalTouchpointBehavior.class);

    private final JourneyParseListener parseListener;
    private final List<JobHandler<?>> jobHandlers;
    private final Deployer check;
    private final MigratingActivityInstanceValidator migrated;
    private final Runnable deployed;

    JourneyEnginePlugin(
            JourneyParseListener parseListener,
            List<JobHandler<?>> jobHandlers,
            Deployer check,
            MigratingActivityInstanceValidator migrated,
            Runnable deployed) {
        this.parseListener = parseListener;
        this.jobHandlers = jobHandlers;
        this.check = check;
        this.migrated = migrated;
        this.deployed = deployed;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(
                with(configuration.getCustomPostBPMNParseListeners(), parseListener));
        List<JobHandler> handlers = new ArrayList<>(jobHandlers);
        if (configuration.getCustomJobHandlers() != null) {
            handlers.addAll(configuration.getCustomJobHandlers());
        }
        configuration.setCustomJobHandlers(handlers);
        configuration.setCustomPostMigratingActivityInstanceValidators(
                with(configuration.getCustomPostMigratingActivityInstanceValidators(), migrated));
        configuration.setCustomPreDeployers(with(configuration.getCustomPreDeployers(), check));
        configuration.setCustomPostDeployers(
                with(configuration.getCustomPostDeployers(), deployment -> deployed.run()));
        configuration.setCustomPreCommandInterceptorsTxRequired(
                with(configuration.getCustomPreCommandInterceptorsTxRequired(), new RefusalInterceptor()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                with(configuration.getCustomPreCommandInterceptorsTxRequiresNew(), new RefusalInterceptor()));
        MIGRATABLE.stream()
                .filter(each -> !SupportedActivityValidator.SUPPORTED_ACTIVITY_BEHAVIORS.contains(each))
                .forEach(SupportedActivityValidator.SUPPORTED_ACTIVITY_BEHAVIORS::add);
    }

    private static <T> List<T> with(@Nullable List<T> others, T ours) {
        List<T> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
        all.add(ours);
        return all;
    }
}
