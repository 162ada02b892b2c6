package io.journeybpm.engine;

import io.journeybpm.journey.Property;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Texts of the model, which may be expressions. */
final class Texts {

    private final EngineAccess engine;
    private final Map<String, Expression> expressions = new ConcurrentHashMap<>();

    Texts(EngineAccess engine) {
        this.engine = engine;
    }

    /** The text's value in a running case. */
    String resolve(String text, VariableScope scope) {
        if (!Property.isExpression(text)) {
            return text;
        }
        Object value = expressions
                .computeIfAbsent(
                        text,
                        each -> engine.configuration().getExpressionManager().createExpression(each))
                .getValue(scope);
        return value == null ? "" : value.toString();
    }
}
