package io.journeybpm.engine;

import io.journeybpm.journey.Property;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.FlowNodeActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ThrowEscalationEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Makes the elements of a journey tell the ledger what happens at them. Works on the parsed process as a whole, when
 * multi-instances and boundary events are in place. Elements without {@code journey.*} properties stay as they are.
 */
final class JourneyParseListener extends AbstractBpmnParseListener {

    /** Activities that wait and can keep what is submitted to themselves. */
    private static final Set<String> WAITING = Set.of("userTask", "serviceTask", "sendTask", "receiveTask");

    /** Set on user tasks that are touchpoints. */
    static final String OURS = Property.TOUCHPOINT;

    private final StepListeners listeners;
    private final Steps steps;
    private final Raiser raiser;
    private final TaskUrgency urgency;
    private final TouchpointBehavior.Leaving leaving;

    JourneyParseListener(StepListeners listeners, Steps steps, Raiser raiser, TaskUrgency urgency) {
        this.listeners = listeners;
        this.steps = steps;
        this.raiser = raiser;
        this.urgency = urgency;
        this.leaving = new TouchpointBehavior.Leaving(steps::left, raiser);
    }

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        Map<String, Drawn> drawn = new HashMap<>();
        Drawn.collect(root, drawn);
        for (ProcessDefinitionEntity definition : definitions) {
            boolean journey = visit(definition, drawn);
            if (journey) {
                prioritise(definition);
                definition.addBuiltInListener(
                        ExecutionListener.EVENTNAME_START, (ExecutionListener) listeners::journeyStarts, 0);
                definition.addBuiltInListener(
                        ExecutionListener.EVENTNAME_END, (ExecutionListener) listeners::journeyEnds);
            }
        }
    }

    /** Somebody has to act on each task of a pressing case, touchpoint or not. */
    private void prioritise(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
                urgency.prioritise(behavior.getTaskDefinition());
            }
            prioritise(activity);
        }
    }

    /** Visits all activities of a scope; tells whether there is a phase among them. */
    private boolean visit(ScopeImpl scope, Map<String, Drawn> drawn) {
        boolean hasPhase = false;
        for (ActivityImpl activity : scope.getActivities()) {
            Drawn element = drawn.get(activity.getId());
            if (element != null) {
                try {
                    attach(activity, element, drawn);
                } catch (ProcessEngineException refused) {
                    throw new BpmnParseException(refused.getMessage(), element.xml(), refused);
                }
                hasPhase |= element.has(Property.PHASE);
            }
            hasPhase |= visit(activity, drawn);
        }
        return hasPhase;
    }

    private void attach(ActivityImpl activity, Drawn element, Map<String, Drawn> drawn) {
        if (element.has(Property.PHASE)) {
            on(activity, ExecutionListener.EVENTNAME_START, listeners::phaseStarts);
        }
        if (element.isEscalationHandler()) {
            Level level = level(element, drawn).orElse(null);
            on(activity, ExecutionListener.EVENTNAME_START, handler -> listeners.handlerStarts(handler, level));
        }
        element.interrupts()
                .map(drawn::get)
                .filter(attachedTo -> attachedTo.has(Property.TOUCHPOINT))
                .ifPresent(attachedTo -> on(
                        activity,
                        ExecutionListener.EVENTNAME_START,
                        boundary -> listeners.touchpointCancelled(boundary, attachedTo.id())));
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            attach(activity, behavior.getTaskDefinition(), element);
        } else if (activity.getActivityBehavior() instanceof ThrowEscalationEventActivityBehavior) {
            level(element, drawn)
                    .ifPresent(
                            level -> activity.setActivityBehavior(new DrawnEscalationBehavior(level, steps, raiser)));
        } else if (element.isStep()) {
            wrap(activity, element);
        }
    }

    private void attach(ActivityImpl activity, TaskDefinition task, Drawn element) {
        boolean review = Boolean.parseBoolean(element.property(Property.REVIEW));
        if (!element.has(Property.TOUCHPOINT) && !review) {
            return;
        }
        activity.setProperty(Property.REVIEW, review);
        urgency.prioritise(task);
        if (element.has(Property.TOUCHPOINT)) {
            urgency.date(task);
        }
        keepToItself(activity);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, listeners::taskCompleted);
        if (element.has(Property.TOUCHPOINT)) {
            activity.setProperty(OURS, true);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, listeners::taskMade);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, listeners::taskAssigned);
        }
        boolean assigned = task.getAssigneeExpression() != null
                || !task.getCandidateGroupIdExpressions().isEmpty()
                || !task.getCandidateUserIdExpressions().isEmpty();
        if (!assigned && element.has(Property.PARTY)) {
            task.addCandidateGroupIdExpression(Context.getProcessEngineConfiguration()
                    .getExpressionManager()
                    .createExpression(element.property(Property.PARTY)));
        }
    }

    private void wrap(ActivityImpl activity, Drawn element) {
        if (activity.getActivityBehavior() instanceof ExternalTaskActivityBehavior external) {
            activity.setActivityBehavior(new ExternalTouchpointBehavior(external, leaving));
            keepToItself(activity);
        } else if (activity.getActivityBehavior() instanceof FlowNodeActivityBehavior behavior) {
            activity.setActivityBehavior(new TouchpointBehavior(behavior, leaving));
            if (element.kind().equals("receiveTask")) {
                keepToItself(activity);
            }
        }
    }

    private void keepToItself(ActivityImpl activity) {
        activity.setScope(true);
        on(activity, ExecutionListener.EVENTNAME_START, listeners::waitStarts);
    }

    private static Optional<Level> level(Drawn element, Map<String, Drawn> drawn) {
        return element.escalation()
                .map(drawn::get)
                .map(escalation -> escalation.attribute("escalationCode"))
                .flatMap(code -> Word.find(Level.class, code));
    }

    private static void on(ActivityImpl activity, String event, ExecutionListener listener) {
        activity.addBuiltInListener(event, listener);
    }
}
