package io.journeybpm.engine.check;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The rules for drawn journeys. */
public final class ModelRules {

    private ModelRules() {}

    /** Rules that belong together. */
    interface Group {
        void check(Drawing drawing, Findings found);
    }

    /**
     * Everything the rules find in a model, in the order it is drawn. Processes without any {@code journey.*} property
     * are left alone. The lines are unknown here: a model no longer knows where in its file an element was written.
     */
    public static List<Finding> check(BpmnModelInstance model) {
        RuleBook book = RuleBook.SHIPPED;
        Wording wording = new Wording(book);
        Drawing drawing = new Drawing(model);
        Findings found = new Findings(book, wording);
        Stream.of(
                        new PhaseRules(book),
                        new TouchpointRules(book, wording),
                        new PropertyRules(book, wording),
                        new ValueRules(book, wording),
                        new ReasonRules(book),
                        new HandoffRules(),
                        new FactRules(wording),
                        new FlowRules(book),
                        new EscalationRules(book, wording),
                        new ProcessRules())
                .forEach(group -> group.check(drawing, found));
        return found.of(drawing);
    }
}
