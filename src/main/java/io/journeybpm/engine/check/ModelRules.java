package io.journeybpm.engine.check;

import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The rules for drawn journeys. */
public final class ModelRules {

    private ModelRules() {}

    /** Everything the rules find in a model, in the order it is drawn. */
    public static List<Finding> check(BpmnModelInstance model) {
        return List.of();
    }
}
