package io.journeybpm.engine;

import io.journeybpm.journey.Property;
import io.journeybpm.journey.Touchpoint;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The delegates process owners name in the model. What they stand for happens when the element is left, through
 * {@link TouchpointBehavior}; the delegates themselves check that the element says what it needs.
 */
final class JourneyDelegates {

    static final String DECIDE = "decideEscalation";

    private final Steps steps;
    private final ApplicationEventPublisher events;

    JourneyDelegates(Steps steps, ApplicationEventPublisher events) {
        this.steps = steps;
        this.events = events;
    }

    static boolean asksTheDecision(@Nullable String delegateExpression) {
        return delegateExpression != null && delegateExpression.contains(DECIDE);
    }

    /** {@code ${recordTouchpoint}}: records the touchpoint's contact. */
    JavaDelegate recordTouchpoint() {
        return this::touchpoint;
    }

    /** {@code ${handOff}}: hands over as the element says. */
    JavaDelegate handOff() {
        return execution -> steps.journey((ExecutionEntity) execution)
                .handoff(execution.getCurrentActivityId())
                .orElseThrow(() -> missing(execution, "handOff", Property.HANDOFF_TO));
    }

    /** {@code ${promiseNextStep}}: promises what the touchpoint says comes next. */
    JavaDelegate promiseNextStep() {
        return execution -> {
            if (touchpoint(execution).promise() == null) {
                throw missing(execution, "promiseNextStep", Property.PROMISE);
            }
        };
    }

    /** {@code ${decideEscalation}}: asks the decision without a contact. */
    JavaDelegate decideEscalation() {
        return execution -> steps.file((ExecutionEntity) execution);
    }

    /** {@code ${requestFeedback}}: asks the customer, through whatever listens for {@link FeedbackRequested}. */
    JavaDelegate requestFeedback() {
        return execution -> events.publishEvent(new FeedbackRequested(
                steps.file((ExecutionEntity) execution).view().caseId(),
                touchpoint(execution).id()));
    }

    private Touchpoint touchpoint(DelegateExecution execution) {
        return steps.journey((ExecutionEntity) execution)
                .touchpoint(execution.getCurrentActivityId())
                .orElseThrow(() -> missing(execution, "recordTouchpoint", Property.TOUCHPOINT));
    }

    private static JourneyRefused missing(DelegateExecution execution, String delegate, String property) {
        return new JourneyRefused("'" + execution.getCurrentActivityId() + "' runs ${" + delegate + "} but has no "
                + property + " property");
    }
}
