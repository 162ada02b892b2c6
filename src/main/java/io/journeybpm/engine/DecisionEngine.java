package io.journeybpm.engine;

import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.evaluation.ExpressionEvaluationHandler;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.jspecify.annotations.Nullable;

/**
 * A DMN engine of our own beside the application's: languages, functions and beans are those of the application's, FEEL
 * is parsed once, and neither its listeners nor its metrics hear of what is asked here.
 */
final class DecisionEngine {

    private final DmnEngine engine;
    private final ExpressionEvaluationHandler languages;
    private final DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    private final ThreadLocal<@Nullable DmnDecisionEvaluationEvent> evaluated = new ThreadLocal<>();

    DecisionEngine(DefaultDmnEngineConfiguration application) {
        FeelEngine feel = feel(application);
        configuration.setFeelEngineFactory(() -> feel);
        configuration.setElProvider(application.getElProvider());
        configuration.setScriptEngineResolver(application.getScriptEngineResolver());
        configuration.setReturnBlankTableOutputAsNull(application.isReturnBlankTableOutputAsNull());
        configuration.setDefaultInputExpressionExpressionLanguage(
                application.getDefaultInputExpressionExpressionLanguage());
        configuration.setDefaultInputEntryExpressionLanguage(application.getDefaultInputEntryExpressionLanguage());
        configuration.setDefaultOutputEntryExpressionLanguage(application.getDefaultOutputEntryExpressionLanguage());
        configuration.setDefaultLiteralExpressionLanguage(application.getDefaultLiteralExpressionLanguage());
        configuration.getCustomPostDecisionEvaluationListeners().add(evaluated::set);
        engine = configuration.buildEngine();
        languages = new ExpressionEvaluationHandler(configuration);
    }

    /** Whoever brought a FEEL of their own means it for all tables, ours included. */
    private static FeelEngine feel(DefaultDmnEngineConfiguration application) {
        FeelEngine theirs = application.getFeelEngine();
        return theirs.getClass() == ScalaFeelEngine.class
                        && application.getFeelEngineFactory() instanceof ScalaFeelEngineFactory stock
                ? new ParsedFeel(stock.getCustomFunctionProviders())
                : theirs;
    }

    /**
     * What a decision said.
     *
     * @param event how it came to it, for those who record decisions
     */
    record Said(DmnDecisionResult result, DmnDecisionEvaluationEvent event) {

        /** Id of the first rule that fired. */
        @Nullable
        String rule() {
            return event.getDecisionResult() instanceof DmnDecisionTableEvaluationEvent table
                            && !table.getMatchingRules().isEmpty()
                    ? table.getMatchingRules().get(0).getId()
                    : null;
        }
    }

    /** Asks a decision; what fails in it is thrown as the DMN engine throws it. */
    Said evaluate(DeployedTable table, Map<String, ?> inputs) {
        try {
            DmnDecisionResult result = engine.evaluateDecision(table.definition, table.inputs(inputs));
            return new Said(result, evaluated.get());
        } finally {
            evaluated.remove();
        }
    }

    /** A deployed decision, ready to be evaluated here. */
    DeployedTable table(DecisionDefinitionEntity definition) {
        boolean feel = Stream.of(
                        configuration.getDefaultInputExpressionExpressionLanguage(),
                        configuration.getDefaultInputEntryExpressionLanguage(),
                        configuration.getDefaultOutputEntryExpressionLanguage(),
                        configuration.getDefaultLiteralExpressionLanguage())
                .allMatch(languages::isFeelExpressionLanguage);
        return new DeployedTable(
                definition,
                expression -> expression.getExpressionLanguage() == null
                        ? feel
                        : languages.isFeelExpressionLanguage(expression.getExpressionLanguage()));
    }
}
