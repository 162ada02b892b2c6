package io.journeybpm.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.journeybpm.decision.Answer;
import io.journeybpm.decision.DecisionFailed;
import io.journeybpm.decision.DecisionTables;
import io.journeybpm.decision.Shape;
import io.journeybpm.decision.Source;
import io.journeybpm.engine.DecisionEngine.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * The deployed decision tables, evaluated by a DMN engine of our own: a table that fails is an ordinary exception here,
 * while a failed engine command would take the caller's transaction, and with it the contact, down.
 */
final class EngineDecisionTables implements DecisionTables {

    private static final int TABLES = 1_000;

    private final EngineAccess engine;
    private final DecisionHistory history;
    private final Supplier<DecisionEngine> decisions;
    private final LatestDeployed<DecisionDefinitionEntity> latest;
    private final Cache<String, DeployedTable> tables =
            Caffeine.newBuilder().maximumSize(TABLES).build();

    EngineDecisionTables(EngineAccess engine) {
        this.engine = engine;
        this.history = new DecisionHistory(engine);
        this.latest = new LatestDeployed<>(engine, EngineDecisionTables::find);
        this.decisions = SingletonSupplier.of(
                () -> new DecisionEngine(engine.configuration().getDmnEngineConfiguration()));
    }

    @Override
    public Optional<Answer> ask(Shape shape, String journey, Map<String, ?> inputs) {
        return latest(shape.prefix() + journey).or(() -> latest(shape.key())).map(table -> ask(table, inputs));
    }

    /** A deployment may hold newer tables. */
    void forgetLatest() {
        latest.forget();
    }

    /** The latest table deployed under a key, as the database knows it. */
    Optional<DeployedTable> find(String key) {
        return Optional.ofNullable(engine.aside(context -> find(context, key))).map(this::prepared);
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
        return latest.get(key).map(this::prepared);
    }

    /** What was prepared of a version once stays right as long as there is that version. */
    private DeployedTable prepared(DecisionDefinitionEntity definition) {
        return tables.get(definition.getId(), id -> prepare(definition));
    }

    private static @Nullable DecisionDefinitionEntity find(CommandContext context, String key) {
        DecisionDefinitionEntity found = context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key);
        return found == null
                ? null
                : context.getProcessEngineConfiguration().getDeploymentCache().resolveDecisionDefinition(found);
    }
}
