package io.journeybpm.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionLogic;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionLiteralExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** One version of a decision as the engine has compiled it, with those it requires. */
final class DeployedTable {

    final DecisionDefinitionEntity definition;

    /** Whether something besides FEEL, an expression of the engine or a script, has a say in it. */
    final boolean scripted;

    private final String texts;
    private final Map<String, Boolean> mentioned = new ConcurrentHashMap<>();

    /**
     * Takes what the engine keeps of a deployed decision.
     *
     * @param feel whether an expression is one of FEEL
     */
    DeployedTable(DecisionDefinitionEntity definition, Predicate<DmnExpressionImpl> feel) {
        this.definition = definition;
        this.texts = expressions(definition)
                .map(DmnExpressionImpl::getExpression)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        this.scripted = !expressions(definition).allMatch(feel);
    }

    private static Stream<DmnExpressionImpl> expressions(DmnDecision decision) {
        return Stream.concat(
                        expressions(decision.getDecisionLogic()),
                        decision.getRequiredDecisions().stream().flatMap(DeployedTable::expressions))
                .filter(Objects::nonNull);
    }

    private static Stream<DmnExpressionImpl> expressions(DmnDecisionLogic logic) {
        if (logic instanceof DmnDecisionTableImpl table) {
            return Stream.concat(
                    table.getInputs().stream().map(DmnDecisionTableInputImpl::getExpression),
                    table.getRules().stream()
                            .flatMap(rule ->
                                    Stream.concat(rule.getConditions().stream(), rule.getConclusions().stream())));
        }
        return logic instanceof DmnDecisionLiteralExpressionImpl literal
                ? Stream.of(literal.getExpression())
                : Stream.empty();
    }

    /**
     * Inputs by name. The DMN engine copies every variable it is shown before it evaluates anything, and a supplier may
     * have to ask the database, so a table is shown only what its FEEL can name; a script may get at names in other ways.
     */
    VariableContext inputs(Map<String, ?> all) {
        return new Inputs(this, all);
    }

    private boolean mentions(String name) {
        return scripted || mentioned.computeIfAbsent(name, texts::contains);
    }

    private record Inputs(DeployedTable table, Map<String, ?> all) implements VariableContext {

        @Override
        public @Nullable TypedValue resolve(String name) {
            if (!containsVariable(name)) {
                return null;
            }
            Object value = all.get(name);
            return Variables.untypedValue(value instanceof Supplier<?> later ? later.get() : value);
        }

        @Override
        public boolean containsVariable(String name) {
            return all.containsKey(name) && table.mentions(name);
        }

        @Override
        public Set<String> keySet() {
            return all.keySet().stream().filter(table::mentions).collect(Collectors.toSet());
        }
    }
}
