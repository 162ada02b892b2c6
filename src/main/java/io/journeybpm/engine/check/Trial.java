package io.journeybpm.engine.check;

import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformer;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionRequirementsDefinitionDeployer;
import org.jspecify.annotations.Nullable;

/**
 * What the engine reads files with.
 *
 * @param parser of processes
 * @param transformer of decisions; absent where the engine has none
 * @param listener ours, which takes part in parsing
 */
record Trial(BpmnParser parser, @Nullable DmnTransformer transformer, BpmnParseListener listener) {

    static Trial of(ProcessEngineConfigurationImpl engine, BpmnParseListener listener) {
        return new Trial(
                engine.getDeployers().stream()
                        .filter(BpmnDeployer.class::isInstance)
                        .map(each -> ((BpmnDeployer) each).getBpmnParser())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("the engine deploys no BPMN")),
                engine.getDeployers().stream()
                        .filter(DecisionRequirementsDefinitionDeployer.class::isInstance)
                        .map(each -> ((DecisionRequirementsDefinitionDeployer) each).getTransformer())
                        .findFirst()
                        .orElse(null),
                listener);
    }
}
