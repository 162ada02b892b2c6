package io.journeybpm.cockpit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.journeybpm.engine.Journeys;
import io.journeybpm.insight.JourneyMap;
import io.journeybpm.insight.JourneyMaps;
import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CasePaths;
import io.journeybpm.ledger.Cases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/** What is shown on Cockpit's diagrams, to the engine's current user: nothing of what that user may not see. */
final class Diagrams {

    /** Several people looking at one journey, each of whose pages asks every 30 seconds, cost one reading of it. */
    private static final Duration KEPT = Duration.ofSeconds(15);

    /** Journeys looked at within that time. */
    private static final int MOST = 200;

    private final ProcessEngine engine;
    private final Rights rights;
    private final Journeys journeys;
    private final JourneyMaps maps;
    private final Cases cases;
    private final CasePaths paths;
    private final Showing showing;
    private final Cache<String, JourneyMap> recent =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    Diagrams(
            ProcessEngine engine,
            Rights rights,
            Journeys journeys,
            JourneyMaps maps,
            Cases cases,
            CasePaths paths,
            Showing showing) {
        this.engine = engine;
        this.rights = rights;
        this.journeys = journeys;
        this.maps = maps;
        this.cases = cases;
        this.paths = paths;
        this.showing = showing;
    }

    /**
     * What happened on the journey this definition is a version of, in all its versions. It is laid over the version
     * that is looked at.
     */
    Optional<DiagramFigures> figures(String definitionId) {
        return Optional.ofNullable(definition(definitionId))
                .filter(each -> !rights.readable(List.of(each.getKey())).isEmpty())
                .flatMap(each -> journeys.version(each.getKey(), each.getVersion()))
                .flatMap(this::figures);
    }

    private Optional<DiagramFigures> figures(Journey drawn) {
        JourneyMap map = recent.get(
                drawn.definition(), definition -> maps.map(drawn.key(), drawn).orElse(null));
        return Optional.ofNullable(map).map(each -> DiagramFigures.of(drawn, each, showing.words()));
    }

    private @Nullable ProcessDefinition definition(String id) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult();
    }

    /** The way the case went that a process instance, or the one that called it, belongs to. */
    Optional<DiagramPath> path(String instanceId) {
        return Optional.ofNullable(instance(instanceId)).flatMap(this::path);
    }

    private Optional<DiagramPath> path(ProcessInstance shown) {
        ProcessInstance keyed = shown.getBusinessKey() == null ? instance(shown.getRootProcessInstanceId()) : shown;
        return Optional.ofNullable(keyed)
                .map(ProcessInstance::getBusinessKey)
                .flatMap(cases::find)
                .filter(rights::mayRead)
                .map(each -> path(each, shown.getId()));
    }

    private DiagramPath path(Case told, String instanceId) {
        List<String> waiting = engine.getRuntimeService().getActiveActivityIds(instanceId);
        Integer version = told.version();
        List<Touchpoint> drawn = version == null
                ? List.of()
                : journeys.version(told.journey(), version)
                        .map(Journey::touchpoints)
                        .orElse(List.of());
        return DiagramPath.of(told, paths.of(told.caseId()), waiting, drawn, showing.words());
    }

    private @Nullable ProcessInstance instance(String id) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult();
    }
}
