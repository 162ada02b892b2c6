package io.journeybpm.engine;

import io.journeybpm.ledger.Rise;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the handler of an escalation is told. */
final class EscalationVariables {

    private EscalationVariables() {}

    /** The rise by the names handlers use; absent parts are null. */
    static Map<String, @Nullable Object> of(Rise rise) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("escalationLevel", rise.to().word());
        variables.put("escalationReason", rise.cause().reason());
        variables.put("escalationAction", rise.cause().action());
        variables.put("escalationOwner", rise.cause().owner());
        variables.put("escalationWithin", rise.cause().within());
        return variables;
    }
}
