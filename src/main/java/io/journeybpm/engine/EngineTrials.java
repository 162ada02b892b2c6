package io.journeybpm.engine;

import io.journeybpm.decision.Answer;
import io.journeybpm.escalation.DecisionTable;
import io.journeybpm.escalation.Inputs;
import io.journeybpm.escalation.Trials;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;

/** Tables read by the engine's own reader of DMN files and asked by the evaluator of the live ones. */
final class EngineTrials implements Trials {

    private final EngineAccess engine;
    private final EngineDecisionTables tables;

    EngineTrials(EngineAccess engine, EngineDecisionTables tables) {
        this.engine = engine;
        this.tables = tables;
    }

    @Override
    public Tried read(byte[] dmn) {
        List<DecisionDefinitionEntity> decisions = decisions(dmn);
        List<DecisionDefinitionEntity> ours = decisions.stream()
                .filter(each -> Inputs.SHAPE.isOf(each.getKey()))
                .toList();
        List<String> keys = decisions.stream().map(DmnDecision::getKey).toList();
        if (ours.isEmpty()) {
            throw new TableInvalid("has no decision '" + DecisionTable.GENERIC + "' or '" + DecisionTable.OWN
                    + "<journey>'; it has " + (keys.isEmpty() ? "none at all" : keys));
        }
        if (ours.size() > 1) {
            throw new TableInvalid("has several decisions to try, "
                    + ours.stream().map(DmnDecision::getKey).toList() + "; send them one by one");
        }
        DecisionDefinitionEntity decision = ours.get(0);
        if (!(decision.getDecisionLogic() instanceof DmnDecisionTableImpl)) {
            throw new TableInvalid("has no table in its decision '" + decision.getKey() + "'");
        }
        decision.setVersion(tables.find(decision.getKey())
                        .map(deployed -> deployed.definition.getVersion())
                        .orElse(0)
                + 1);
        DeployedTable table = tables.prepare(decision);
        return new Tried(decision.getKey(), (journey, inputs) -> Optional.of(tables.ask(table, inputs)));
    }

    private List<DecisionDefinitionEntity> decisions(byte[] dmn) {
        try {
            return engine.aside(context -> context.getProcessEngineConfiguration()
                    .getDmnEngineConfiguration()
                    .getTransformer()
                    .createTransform()
                    .modelInstance(new ByteArrayInputStream(dmn))
                    .<DecisionDefinitionEntity>transformDecisions());
        } catch (RuntimeException unreadable) {
            throw new TableInvalid("can't be read as DMN: " + reasons(unreadable));
        }
    }

    /** The engine wraps what it has found once or more. */
    private static String reasons(Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage());
    }

    @Override
    public Deployed deployed() {
        return new AtOneMoment(tables);
    }

    private record AtOneMoment(EngineDecisionTables tables, Map<String, Optional<DeployedTable>> known)
            implements Deployed {

        AtOneMoment(EngineDecisionTables tables) {
            this(tables, new ConcurrentHashMap<>());
        }

        @Override
        public Optional<Answer> ask(String journey, Map<String, ?> inputs) {
            return find(OWN + journey).or(() -> find(GENERIC)).map(table -> tables.ask(table, inputs));
        }

        @Override
        public boolean hasOwn(String journey) {
            return find(OWN + journey).isPresent();
        }

        private Optional<DeployedTable> find(String key) {
            return known.computeIfAbsent(key, tables::find);
        }
    }
}
