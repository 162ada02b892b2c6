package io.journeybpm.engine;

import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the application's own decisions, in business rule tasks and in the decision service, have their FEEL parsed once. */
final class AcceleratedDecisions extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(AcceleratedDecisions.class);

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (configuration.getDmnEngineConfiguration() == null) {
            configuration.setDmnEngineConfiguration(new DefaultDmnEngineConfiguration());
        }
        DefaultDmnEngineConfiguration decisions = configuration.getDmnEngineConfiguration();
        boolean stock = configuration.getDmnEngine() == null
                && decisions.getFeelEngineFactory() == null
                && !decisions.isEnableFeelLegacyBehavior()
                && !configuration.isDmnFeelEnableLegacyBehavior();
        if (stock) {
            // asked for only when the engine has told its configuration of the application's functions
            decisions.setFeelEngineFactory(() -> new ParsedFeel(decisions.getFeelCustomFunctionProviders()));
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        DefaultDmnEngineConfiguration decisions =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDmnEngineConfiguration();
        if (!(decisions.getFeelEngine() instanceof ParsedFeel)) {
            LOG.warn(
                    "JOURNEY-ENGINE-021 journey.decision.accelerate=all has no effect: the application has a FEEL engine"
                            + " of its own, {}",
                    decisions.getFeelEngine().getClass().getName());
        }
    }
}
