package io.journeybpm.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** Camunda's own DMN engine as it comes; speaks in types of the JDK alone, so that it can live in a class loader apart. */
public final class StockDecisions implements BiFunction<String, List<Map<String, Object>>, List<Object>> {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    /** What the decision says of each of some variables, rule by rule, or the class and message of what it fails with. */
    @Override
    public List<Object> apply(String xml, List<Map<String, Object>> variables) {
        DmnDecision decision = engine.parseDecision(
                GeneratedDecision.KEY, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return variables.stream()
                .map(each ->
                        outcome(() -> engine.evaluateDecision(decision, each).getResultList()))
                .toList();
    }

    static Object outcome(Supplier<Object> evaluation) {
        try {
            return evaluation.get();
        } catch (RuntimeException failed) {
            return failed.getClass().getName() + ": " + failed.getMessage();
        }
    }
}
