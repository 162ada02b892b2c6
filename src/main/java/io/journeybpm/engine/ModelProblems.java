package io.journeybpm.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.journeybpm.engine.Journeys.Problem;
import io.journeybpm.engine.check.Finding;
import io.journeybpm.engine.check.ModelRules;
import io.journeybpm.engine.check.Shapes;
import io.journeybpm.engine.check.TableRules;
import io.journeybpm.journey.Journey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the rules find in models that are deployed, each definition looked at once. */
final class ModelProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ModelProblems.class);
    private static final int DEFINITIONS = 1_000;

    private final EngineAccess engine;
    private final Cache<String, List<Finding>> known =
            Caffeine.newBuilder().maximumSize(DEFINITIONS).build();

    ModelProblems(EngineAccess engine) {
        this.engine = engine;
    }

    /** Of a journey and the tables asked for it. */
    List<Problem> of(Journey journey) {
        return engine.withoutAuthorization(context -> {
            DeploymentCache models = engine.configuration().getDeploymentCache();
            List<Finding> drawn = of(
                    journey.definition(),
                    () -> ModelRules.check(models.findBpmnModelInstanceForProcessDefinition(journey.definition())));
            Stream<Finding> decided = Shapes.ALL.stream()
                    .flatMap(shape ->
                            table(context, shape.prefix() + journey.key())
                                    .or(() -> table(context, shape.key()))
                                    .stream())
                    .flatMap(table -> of(
                            table.getId(),
                            () -> TableRules.check(models.findDmnModelInstanceForDecisionDefinition(table.getId())))
                            .stream());
            return Stream.concat(drawn.stream(), decided)
                    .map(ModelProblems::problem)
                    .toList();
        });
    }

    private static Optional<DecisionDefinition> table(CommandContext context, String key) {
        return Optional.ofNullable(context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key));
    }

    private List<Finding> of(String definition, Supplier<List<Finding>> check) {
        List<Finding> found = known.getIfPresent(definition);
        if (found == null) {
            found = checked(definition, check);
            known.put(definition, found);
        }
        return found;
    }

    /** A model that was deployed before there were rules may be one they fall over. */
    private static List<Finding> checked(String definition, Supplier<List<Finding>> check) {
        try {
            return List.copyOf(check.get());
        } catch (RuntimeException fell) {
            LOG.error("JOURNEY-ENGINE-031 the rules can't be applied to what is deployed as {}", definition, fell);
            return List.of();
        }
    }

    private static Problem problem(Finding finding) {
        return new Problem(
                finding.rule(),
                finding.severity().name(),
                finding.element(),
                finding.name(),
                finding.message(),
                finding.mend());
    }
}
