package io.journeybpm.engine;

import io.journeybpm.journey.Journey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Journeys as deployed, each version read once. */
final class DeployedJourneys implements Journeys {

    private static final char VERSION = ':';

    private final EngineAccess engine;
    private final LatestDeployed<ProcessDefinitionEntity> latest;
    private final LatestDeployed<ProcessDefinitionEntity> versions;
    private final ModelProblems problems;
    private final Map<String, Journey> read = new ConcurrentHashMap<>();

    DeployedJourneys(EngineAccess engine) {
        this.engine = engine;
        this.versions = new LatestDeployed<>(engine, (context, name) -> {
            int end = name.lastIndexOf(VERSION);
            return context.getProcessDefinitionManager()
                    .findProcessDefinitionByKeyVersionAndTenantId(
                            name.substring(0, end), Integer.valueOf(name.substring(end + 1)), null);
        });
        this.problems = new ModelProblems(engine);
        this.latest = new LatestDeployed<>(
                engine, (context, key) -> context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key));
    }

    @Override
    public List<Journey> latest() {
        return engine
                .withoutAuthorization(context -> engine.services()
                        .getRepositoryService()
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .orderByProcessDefinitionKey()
                        .asc()
                        .list())
                .stream()
                .map(this::of)
                .filter(Journey::isJourney)
                .toList();
    }

    @Override
    public Optional<Journey> latest(String key) {
        ProcessDefinitionEntity definition =
                engine.within(context -> context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key));
        return Optional.ofNullable(definition).map(this::of).filter(Journey::isJourney);
    }

    @Override
    public List<Problem> problems(Journey journey) {
        return problems.of(journey);
    }

    @Override
    public Optional<Journey> version(String key, int version) {
        return versions.get(key + VERSION + version).map(this::of).filter(Journey::isJourney);
    }

    /** The latest version as known a moment ago, for what is asked with every contact. */
    Optional<Journey> recent(String key) {
        return latest.get(key).map(this::of).filter(Journey::isJourney);
    }

    /** Something was deployed. */
    void forgetLatest() {
        latest.forget();
        versions.forget();
    }

    /** The process with this definition id, journey or not. */
    Journey of(ProcessDefinition definition) {
        Journey known = read.get(definition.getId());
        if (known == null) {
            known = engine.within(context -> JourneyReader.read(
                    engine.configuration()
                            .getDeploymentCache()
                            .findBpmnModelInstanceForProcessDefinition(definition.getId()),
                    definition.getId(),
                    definition.getKey(),
                    definition.getVersion()));
            read.put(definition.getId(), known);
        }
        return known;
    }
}
