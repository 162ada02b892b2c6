package io.journeybpm.engine;

import io.journeybpm.engine.check.Shapes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deploys the shipped decisions and processes, each only where the application has none of that key, or where the latest
 * is ours; what an owner has changed stays.
 */
final class DefaultDeployments {

    /** The source Camunda keeps with our deployments. */
    static final String SOURCE = "journey-defaults";

    private static final Logger LOG = LoggerFactory.getLogger(DefaultDeployments.class);
    private static final String FOLDER = "/io/journeybpm/defaults/";

    private final EngineAccess engine;

    DefaultDeployments(EngineAccess engine) {
        this.engine = engine;
    }

    /** Deploys what is missing or older than shipped. */
    void deploy() {
        RepositoryService repository = engine.services().getRepositoryService();
        Shapes.ALL.forEach(shape -> deploy(
                repository,
                shape.key(),
                repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(shape.key())
                        .latestVersion()
                        .singleResult(),
                List.of(shape.key() + ".dmn")));
        deployProcess(repository, CaseEscalation.PROCESS, "review.form");
        deployProcess(repository, CustomerMessageTasks.PROCESS, "customer-message.form");
    }

    private static void deployProcess(RepositoryService repository, String key, String form) {
        deploy(
                repository,
                key,
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult(),
                List.of(key + ".bpmn", form));
    }

    private static void deploy(
            RepositoryService repository, String key, @Nullable ResourceDefinition latest, List<String> resources) {
        if (latest != null && !isOurs(repository, latest)) {
            LOG.info("JOURNEY-ENGINE-001 '{}' is the application's own, ours stays away", key);
            return;
        }
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name("Journey for Camunda: " + key)
                .source(SOURCE)
                .enableDuplicateFiltering(false);
        resources.forEach(each -> add(deployment, each));
        deployment.deploy();
    }

    private static boolean isOurs(RepositoryService repository, ResourceDefinition latest) {
        return repository
                        .createDeploymentQuery()
                        .deploymentId(latest.getDeploymentId())
                        .deploymentSource(SOURCE)
                        .count()
                > 0;
    }

    private static void add(DeploymentBuilder deployment, String name) {
        try (InputStream content = DefaultDeployments.class.getResourceAsStream(FOLDER + name + ".default")) {
            if (content == null) {
                throw new IllegalStateException("the plugin's jar lacks " + FOLDER + name + ".default");
            }
            deployment.addString(name, new String(content.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
