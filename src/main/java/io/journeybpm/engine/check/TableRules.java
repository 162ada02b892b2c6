package io.journeybpm.engine.check;

import io.journeybpm.decision.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/** The rules for tables of the decisions the plugin asks, see {@link TableRule}. Other decisions are their owners' business. */
public final class TableRules {

    private TableRules() {}

    /** Everything the rules find in a model, in the order it is written. */
    public static List<Finding> check(DmnModelInstance model) {
        return model.getModelElementsByType(Decision.class).stream()
                .flatMap(TableRules::check)
                .toList();
    }

    private static Stream<Finding> check(Decision decision) {
        Shape shape = Shapes.of(decision.getId()).orElse(null);
        return shape != null && decision.getExpression() instanceof DecisionTable
                ? new TableCheck(decision, shape).findings().stream()
                : Stream.empty();
    }
}
