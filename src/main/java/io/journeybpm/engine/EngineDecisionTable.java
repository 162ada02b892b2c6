package io.journeybpm.engine;

import io.journeybpm.escalation.DecisionFailed;
import io.journeybpm.escalation.DecisionTable;
import io.journeybpm.escalation.Verdict;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Level;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * The deployed decision tables, evaluated by a DMN engine of our own: a table that fails is an ordinary exception here,
 * while a failed engine command would take the caller's transaction, and with it the contact, down.
 */
final class EngineDecisionTable implements DecisionTable {

    /** How long another server's deployment of a table may go unnoticed; this server's own is seen at once. */
    private static final Duration LATEST_KNOWN_FOR = Duration.ofSeconds(1);

    private final EngineAccess engine;
    private final DmnEngine decisions;
    private final Map<String, Table> parsed = new ConcurrentHashMap<>();
    private final Map<String, Latest> latest = new ConcurrentHashMap<>();
    private final ThreadLocal<@Nullable String> firedRule = new ThreadLocal<>();

    private record Table(DmnDecision decision, String source) {}

    private record Latest(Optional<DecisionDefinition> definition, long until) {}

    EngineDecisionTable(EngineAccess engine) {
        this.engine = engine;
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::remember);
        configuration.setFeelEngineFactory(ParsedFeel::new);
        this.decisions = configuration.buildEngine();
    }

    @Override
    public Optional<Verdict> ask(String journey, Map<String, ?> inputs) {
        return latest(OWN + journey).or(() -> latest(GENERIC)).map(definition -> ask(definition, inputs));
    }

    /** A deployment may hold newer tables. */
    void forgetLatest() {
        latest.clear();
    }

    private Verdict ask(DecisionDefinition definition, Map<String, ?> inputs) {
        firedRule.remove();
        try {
            Table table = parsed.computeIfAbsent(definition.getId(), id -> parse(definition));
            DmnDecisionResult result =
                    decisions.evaluateDecision(table.decision, new InputContext(inputs, table.source));
            return verdict(definition, result);
        } catch (DecisionFailed failed) {
            throw failed;
        } catch (RuntimeException failed) {
            throw failure(definition, String.valueOf(failed.getMessage()), failed);
        } finally {
            firedRule.remove();
        }
    }

    private Verdict verdict(DecisionDefinition definition, DmnDecisionResult result) {
        Map<String, Object> output = result.isEmpty() ? Map.of() : result.get(0).getEntryMap();
        Object level = output.get("level");
        if (level == null) {
            throw failure(definition, result.isEmpty() ? "no rule fired" : "it gives no level", null);
        }
        Level known = Word.find(Level.class, level.toString())
                .orElseThrow(() ->
                        failure(definition, "unknown level '" + level + "'; known are " + Word.all(Level.class), null));
        String within = text(output, "within");
        if (within != null && !isDuration(within)) {
            throw failure(definition, "'" + within + "' isn't an ISO-8601 duration such as P1D", null);
        }
        return new Verdict(
                known,
                text(output, "action"),
                text(output, "owner"),
                within,
                text(output, "reason"),
                new Verdict.Table(definition.getKey(), definition.getVersion(), firedRule.get()));
    }

    private static @Nullable String text(Map<String, Object> output, String name) {
        Object value = output.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    /** As the engine reads due dates. */
    private static boolean isDuration(String text) {
        try {
            org.joda.time.Period.parse(text);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private DecisionFailed failure(DecisionDefinition definition, String problem, @Nullable Throwable cause) {
        return new DecisionFailed(definition.getKey(), definition.getVersion(), firedRule.get(), problem, cause);
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        if (!event.getMatchingRules().isEmpty()) {
            firedRule.set(event.getMatchingRules().get(0).getId());
        }
    }

    private Optional<DecisionDefinition> latest(String key) {
        Latest known = latest.get(key);
        if (known == null || System.nanoTime() - known.until > 0) {
            DecisionDefinition found = engine.within(
                    context -> context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key));
            known = new Latest(Optional.ofNullable(found), System.nanoTime() + LATEST_KNOWN_FOR.toNanos());
            latest.put(key, known);
        }
        return known.definition;
    }

    private Table parse(DecisionDefinition definition) {
        byte[] dmn = engine.within(context -> resource(context, definition).getBytes());
        DmnDecision decision = decisions.parseDecision(definition.getKey(), new ByteArrayInputStream(dmn));
        return new Table(decision, new String(dmn, StandardCharsets.UTF_8));
    }

    private static ResourceEntity resource(CommandContext context, DecisionDefinition definition) {
        DeploymentEntity deployment = context.getDeploymentManager().findDeploymentById(definition.getDeploymentId());
        return deployment.getResource(definition.getResourceName());
    }

    /**
     * Inputs by name. The DMN engine copies every variable it is shown before it evaluates anything, so what a supplier
     * stands for is shown only to a table whose source names it.
     */
    private record InputContext(Map<String, ?> inputs, String source) implements VariableContext {

        @Override
        public @Nullable TypedValue resolve(String name) {
            if (!containsVariable(name)) {
                return null;
            }
            Object value = inputs.get(name);
            return Variables.untypedValue(value instanceof Supplier<?> later ? later.get() : value);
        }

        @Override
        public boolean containsVariable(String name) {
            return inputs.containsKey(name) && (!(inputs.get(name) instanceof Supplier) || source.contains(name));
        }

        @Override
        public Set<String> keySet() {
            return inputs.keySet().stream().filter(this::containsVariable).collect(Collectors.toSet());
        }
    }
}
