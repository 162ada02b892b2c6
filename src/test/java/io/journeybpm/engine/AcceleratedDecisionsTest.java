package io.journeybpm.engine;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.journeybpm.ledger.Level;
import io.journeybpm.testing.Dmn;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunction;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.feel.FeelEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;

@DisplayName("Decisions of the application, accelerated; and all of ours kept in the engine's history")
@TestPropertySource(properties = {"journey.decision.accelerate=all", "journey.escalation.history=all"})
@Import(AcceleratedDecisionsTest.FunctionOfTheApplication.class)
class AcceleratedDecisionsTest extends RememberedDecisions {

    private static final String TABLE =
            Dmn.table("of-the-application", "twice(contacts)", "> 5", "many", "<= 5", "few");

    private FeelEngine parser;

    @TestConfiguration
    static class FunctionOfTheApplication {

        @Bean
        ProcessEnginePlugin functions() {
            return new AbstractProcessEnginePlugin() {
                @Override
                public void preInit(ProcessEngineConfigurationImpl configuration) {
                    configuration.setDmnFeelCustomFunctionProviders(List.of(new Twice()));
                }
            };
        }
    }

    private static final class Twice implements FeelCustomFunctionProvider {

        @Override
        public Optional<CustomFunction> resolveFunction(String name) {
            return Optional.of(CustomFunction.create()
                    .setParams("number")
                    .setFunction(arguments -> 2 * ((Number) arguments.get(0)).longValue())
                    .build());
        }

        @Override
        public Collection<String> getFunctionNames() {
            return List.of("twice");
        }
    }

    @BeforeEach
    void watchTheParser() {
        Object feel = configuration().getDmnEngineConfiguration().getFeelEngine();
        parser = (FeelEngine) ReflectionTestUtils.getField(feel, "feelEngine");
        ReflectionTestUtils.setField(feel, "feelEngine", spy(parser));
    }

    @AfterEach
    void leaveTheParserAlone() {
        ReflectionTestUtils.setField(configuration().getDmnEngineConfiguration().getFeelEngine(), "feelEngine", parser);
    }

    private FeelEngine watched() {
        return (FeelEngine) ReflectionTestUtils.getField(
                configuration().getDmnEngineConfiguration().getFeelEngine(), "feelEngine");
    }

    private String level(int contacts) {
        return engine.getDecisionService()
                .evaluateDecisionTableByKey("of-the-application", Map.of("contacts", contacts))
                .getSingleResult()
                .getEntry("level");
    }

    @Test
    void answerAsBeforeAndParseEachExpressionOnce() {
        deploy("own.dmn", TABLE);
        for (int each = 0; each < 20; each++) {
            assertThat(level(2)).isEqualTo("few");
            assertThat(level(3)).isEqualTo("many");
        }
        verify(watched(), times(1)).parseExpression("twice(contacts)");
        verify(watched(), times(1)).parseUnaryTests("> 5");
        verify(watched(), times(1)).parseUnaryTests("<= 5");
    }

    @Test
    void serveBusinessRuleTasks() {
        deploy("own.dmn", TABLE);
        deploy(
                "rules.bpmn",
                document(process(
                        "rules",
                        row(
                                "r",
                                "<businessRuleTask id='decide' camunda:decisionRef='of-the-application'"
                                        + " camunda:resultVariable='said' camunda:mapDecisionResult='singleResult'/>",
                                userTask("wait")))));
        String instance = runtime.startProcessInstanceByKey("rules", Map.of("contacts", 4))
                .getId();

        assertThat(runtime.getVariable(instance, "said"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("level", "many");
        assertThat(history.createHistoricDecisionInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void haveEveryAskingOfTheEscalationInTheHistory() {
        String caseId = start();
        complete("first");
        complete("second");
        complete("third");

        assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.WATCH);
        assertThat(kept()).hasSize(3);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void stayWithTheFeelAnApplicationBrings(CapturedOutput output) {
        ScalaFeelEngineFactory theirs = new ScalaFeelEngineFactory(List.of());
        DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(theirs);
        ProcessEngineConfigurationImpl application = new StandaloneInMemProcessEngineConfiguration();
        application.setDmnEngineConfiguration(decisions);
        AcceleratedDecisions plugin = new AcceleratedDecisions();

        plugin.preInit(application);
        decisions.buildEngine();
        ProcessEngine engine = mock(ProcessEngine.class);
        when(engine.getProcessEngineConfiguration()).thenReturn(application);
        plugin.postProcessEngineBuild(engine);

        assertThat(decisions.getFeelEngine()).isExactlyInstanceOf(ScalaFeelEngine.class);
        assertThat(output).contains("JOURNEY-ENGINE-021");
    }
}
