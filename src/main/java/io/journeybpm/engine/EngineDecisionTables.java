package io.journeybpm.engine;

import io.journeybpm.decision.Answer;
import io.journeybpm.decision.DecisionFailed;
import io.journeybpm.decision.DecisionTables;
import io.journeybpm.decision.Shape;
import io.journeybpm.decision.Source;
import io.journeybpm.engine.DecisionEngine.Said;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.springframework.util.function.SingletonSupplier;

/**
 * The deployed decision tables, evaluated by a DMN engine of our own: a table that fails is an ordinary exception here,
 * while a failed engine command would take the caller's transaction, and with it the contact, down.
 */
final class EngineDecisionTables implements DecisionTables {

    /** How long another server's deployment of a table may go unnoticed; this server's own is seen at once. */
    private static final Duration LATEST_KNOWN_FOR = Duration.ofSeconds(1);

    private final EngineAccess engine;
    private final DecisionHistory history;
    private final Supplier<DecisionEngine> decisions;
    private final Map<String, Latest> latest = new ConcurrentHashMap<>();

    private record Latest(Optional<DeployedTable> table, long until) {}

    EngineDecisionTables(EngineAccess engine) {
        this.engine = engine;
        this.history = new DecisionHistory(engine);
        this.decisions = SingletonSupplier.of(
                () -> new DecisionEngine(engine.configuration().getDmnEngineConfiguration()));
    }

    @Override
    public Optional<Answer> ask(Shape shape, String journey, Map<String, ?> inputs) {
        return latest(shape.prefix() + journey).or(() -> latest(shape.key())).map(table -> ask(table, inputs));
    }

    /** A deployment may hold newer tables. */
    void forgetLatest() {
        latest.clear();
    }

    /** The latest table deployed under a key, as the database knows it. */
    Optional<DeployedTable> find(String key) {
        return find(key, Optional.empty());
    }

    /** A decision as the engine has read it, ready to be asked. */
    DeployedTable prepare(DecisionDefinitionEntity definition) {
        return decisions.get().table(definition);
    }

    Answer ask(DeployedTable table, Map<String, ?> inputs) {
        Said said;
        try {
            // expressions of the engine need a command around them
            said = table.scripted
                    ? engine.aside(context -> decisions.get().evaluate(table, inputs))
                    : decisions.get().evaluate(table, inputs);
        } catch (RuntimeException failed) {
            throw new DecisionFailed(
                    table.definition.getKey(),
                    table.definition.getVersion(),
                    null,
                    String.valueOf(failed.getMessage()),
                    failed);
        }
        Source source = new Source(table.definition.getKey(), table.definition.getVersion(), said.rule());
        List<Answer.Row> rows = said.result().getResultList().stream()
                .map(each -> new Answer.Row(each, source))
                .toList();
        return new Answer(rows, source, about -> history.keep(said.event(), about));
    }

    private Optional<DeployedTable> latest(String key) {
        Latest known = latest.get(key);
        if (known == null || System.nanoTime() - known.until > 0) {
            Optional<DeployedTable> before = known == null ? Optional.empty() : known.table;
            known = new Latest(find(key, before), System.nanoTime() + LATEST_KNOWN_FOR.toNanos());
            latest.put(key, known);
        }
        return known.table;
    }

    private Optional<DeployedTable> find(String key, Optional<DeployedTable> known) {
        return engine.aside(context -> {
            DecisionDefinitionEntity found =
                    context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key);
            if (found == null) {
                return Optional.empty();
            }
            return known.filter(table -> table.definition.getId().equals(found.getId()))
                    .or(() -> Optional.of(prepare(context.getProcessEngineConfiguration()
                            .getDeploymentCache()
                            .resolveDecisionDefinition(found))));
        });
    }
}
