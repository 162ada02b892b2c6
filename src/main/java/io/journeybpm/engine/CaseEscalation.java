package io.journeybpm.engine;

import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Rise;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.jspecify.annotations.Nullable;

/** The process in which somebody takes a case whose own journey has no handler for it: one at a time per case. */
final class CaseEscalation {

    static final String PROCESS = "case-escalation";
    static final String RAISED_AGAIN = "journey-escalation-raised";

    private final EngineAccess engine;

    CaseEscalation(EngineAccess engine) {
        this.engine = engine;
    }

    /** Starts the process, or tells the running one of a further rise. */
    void take(CaseFile file, Rise rise) {
        Map<String, @Nullable Object> variables = EscalationVariables.of(rise);
        engine.withoutAuthorization(context -> {
            RuntimeService runtime = engine.services().getRuntimeService();
            String running = file.rises().escalationInstance();
            boolean runs = running != null
                    && runtime.createProcessInstanceQuery()
                                    .processInstanceId(running)
                                    .count()
                            > 0;
            if (runs) {
                moveUp(runtime, running, variables);
            } else {
                file.rises()
                        .escalationInstance(runtime.startProcessInstanceByKey(
                                        PROCESS, file.view().caseId(), variables)
                                .getId());
            }
            return null;
        });
    }

    private static void moveUp(RuntimeService runtime, String running, Map<String, @Nullable Object> variables) {
        EventSubscription waiting = runtime
                .createEventSubscriptionQuery()
                .processInstanceId(running)
                .eventName(RAISED_AGAIN)
                .listPage(0, 1)
                .stream()
                .findFirst()
                .orElse(null);
        runtime.setVariables(running, variables);
        if (waiting != null) {
            runtime.messageEventReceived(RAISED_AGAIN, waiting.getExecutionId());
        }
    }

    /** A review from outside has closed the escalation: nobody needs to take it any more. */
    void end(CaseFile file, String reason) {
        String running = file.rises().escalationInstance();
        if (running != null) {
            engine.withoutAuthorization(context -> {
                engine.services()
                        .getRuntimeService()
                        .deleteProcessInstanceIfExists(running, reason, false, true, false, false);
                return null;
            });
            file.rises().escalationInstance(null);
        }
    }
}
