package io.journeybpm.engine;

import io.journeybpm.engine.DecisionEngine.Said;
import io.journeybpm.escalation.DecisionFailed;
import io.journeybpm.escalation.DecisionTable;
import io.journeybpm.escalation.Verdict;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * The deployed decision tables, evaluated by a DMN engine of our own: a table that fails is an ordinary exception here,
 * while a failed engine command would take the caller's transaction, and with it the contact, down.
 */
final class EngineDecisionTable implements DecisionTable {

    /** How long another server's deployment of a table may go unnoticed; this server's own is seen at once. */
    private static final Duration LATEST_KNOWN_FOR = Duration.ofSeconds(1);

    private final EngineAccess engine;
    private final DecisionHistory history;
    private final Supplier<DecisionEngine> decisions;
    private final Map<String, Latest> latest = new ConcurrentHashMap<>();

    private record Latest(Optional<DeployedTable> table, long until) {}

    EngineDecisionTable(EngineAccess engine) {
        this.engine = engine;
        this.history = new DecisionHistory(engine);
        this.decisions = SingletonSupplier.of(
                () -> new DecisionEngine(engine.configuration().getDmnEngineConfiguration()));
    }

    @Override
    public Optional<Answer> ask(String journey, Map<String, ?> inputs) {
        return latest(OWN + journey).or(() -> latest(GENERIC)).map(table -> ask(table, inputs));
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
            throw failure(table, null, String.valueOf(failed.getMessage()), failed);
        }
        return new Answer(verdict(table, said), about -> history.keep(said.event(), about));
    }

    private static Verdict verdict(DeployedTable table, Said said) {
        Map<String, Object> answers = said.answers();
        Object level = answers.get("level");
        if (level == null) {
            throw failure(table, said.rule(), answers.isEmpty() ? "no rule fired" : "it gives no level", null);
        }
        Level known = Word.find(Level.class, level.toString())
                .orElseThrow(() -> failure(
                        table, said.rule(), "unknown level '" + level + "'; known are " + Word.all(Level.class), null));
        String within = text(answers, "within");
        if (within != null && !isDuration(within)) {
            throw failure(table, said.rule(), "'" + within + "' isn't an ISO-8601 duration such as P1D", null);
        }
        return new Verdict(
                known,
                text(answers, "action"),
                text(answers, "owner"),
                within,
                text(answers, "reason"),
                new Verdict.Table(table.definition.getKey(), table.definition.getVersion(), said.rule()));
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

    private static DecisionFailed failure(
            DeployedTable table, @Nullable String rule, String problem, @Nullable Throwable cause) {
        return new DecisionFailed(table.definition.getKey(), table.definition.getVersion(), rule, problem, cause);
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
