package io.journeybpm.engine.check;

import io.journeybpm.escalation.DecisionTable;
import java.util.List;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/** The rules for escalation tables, see {@link TableRule}. Other decisions are their owners' business. */
public final class TableRules {

    private TableRules() {}

    /** Everything the rules find in a model, in the order it is written. */
    public static List<Finding> check(DmnModelInstance model) {
        return model.getModelElementsByType(Decision.class).stream()
                .filter(each -> DecisionTable.isOurs(each.getId()))
                .filter(each -> each.getExpression() instanceof org.camunda.bpm.model.dmn.instance.DecisionTable)
                .flatMap(each -> new TableCheck(each).findings().stream())
                .toList();
    }
}
