package io.journeybpm.accounts;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;

/**
 * Lets group ids have hyphens, as ours and many a party do ({@code leak-finder}); Camunda takes letters and digits
 * unless it is told otherwise.
 */
final class HyphenatedGroups extends AbstractProcessEnginePlugin {

    private static final String HYPHENATED = "[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*";

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        String configured = engine.getGroupResourceWhitelistPattern();
        String general = configured == null ? engine.getGeneralResourceWhitelistPattern() : configured;
        engine.setGroupResourceWhitelistPattern(with(general));
    }

    static String with(@Nullable String allowed) {
        return allowed == null ? HYPHENATED : "(" + allowed + ")|" + HYPHENATED;
    }
}
