package io.journeybpm.engine;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process in which somebody answers what a customer has written: one at a time per case, whatever the customer still
 * writes meanwhile. Whoever calls holds the case.
 */
final class CustomerMessageTasks {

    static final String PROCESS = "customer-message";

    /** What is to be done, a line each, the newest last. */
    static final String MESSAGES = "customerMessages";

    /** The user who is to do it; absent: a group. */
    static final String CONTACT = "customerContact";

    private static final Logger LOG = LoggerFactory.getLogger(CustomerMessageTasks.class);

    /** The longest text the engine keeps in a variable. */
    private static final int LONGEST = 4000;

    private static final String CUT = "… ";

    private final EngineAccess engine;

    CustomerMessageTasks(EngineAccess engine) {
        this.engine = engine;
    }

    /** Puts a message before whoever stands for the company. */
    void put(String caseId, @Nullable String ambassador, String message) {
        engine.withoutAuthorization(context -> {
            RuntimeService runtime = engine.services().getRuntimeService();
            ProcessInstance open = open(runtime, caseId);
            if (open != null) {
                String before = String.valueOf(runtime.getVariable(open.getId(), MESSAGES));
                if (before.endsWith(message)) {
                    return caseId;
                }
                runtime.setVariable(open.getId(), MESSAGES, end(before + "\n\n" + message));
            } else if (isDeployed()) {
                Map<String, @Nullable Object> variables = new HashMap<>();
                variables.put(MESSAGES, end(message));
                variables.put(CONTACT, known(ambassador));
                runtime.startProcessInstanceByKey(PROCESS, caseId, variables);
            } else {
                LOG.warn(
                        "JOURNEY-ENGINE-021 no process '{}' is deployed: nobody is told that a customer wrote",
                        PROCESS);
            }
            return caseId;
        });
    }

    /** The case is over. */
    void end(String caseId, String reason) {
        engine.withoutAuthorization(context -> {
            RuntimeService runtime = engine.services().getRuntimeService();
            ProcessInstance open = open(runtime, caseId);
            if (open != null) {
                runtime.deleteProcessInstanceIfExists(open.getId(), reason, false, true, false, false);
            }
            return caseId;
        });
    }

    private static @Nullable ProcessInstance open(RuntimeService runtime, String caseId) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId, PROCESS).listPage(0, 1).stream()
                .findFirst()
                .orElse(null);
    }

    private boolean isDeployed() {
        return engine.services()
                        .getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(PROCESS)
                        .active()
                        .count()
                > 0;
    }

    /** A task of somebody who can't log in is nobody's. */
    private @Nullable String known(@Nullable String user) {
        boolean isKnown = user != null
                && engine.services()
                                .getIdentityService()
                                .createUserQuery()
                                .userId(user)
                                .count()
                        > 0;
        return isKnown ? user : null;
    }

    private static String end(String text) {
        return text.length() <= LONGEST ? text : CUT + text.substring(text.length() - LONGEST + CUT.length());
    }
}
