package io.journeybpm.engine.check;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/**
 * What files of journeys are held against.
 *
 * @param models the rules for drawn journeys
 * @param tables the rules for escalation tables
 * @param reader reads the process of this key as a journey; throws what it can't read
 */
record Rules(
        Function<BpmnModelInstance, List<Finding>> models,
        Function<DmnModelInstance, List<Finding>> tables,
        BiConsumer<BpmnModelInstance, String> reader) {}
