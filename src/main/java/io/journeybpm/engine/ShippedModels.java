package io.journeybpm.engine;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deploys models that come with an application. A model goes in where the engine has none of its keys, or an older one
 * from the same source; one that an owner has deployed since stays. Forms go with the processes that show them.
 */
public final class ShippedModels {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);
    private static final String BPMN = ".bpmn";
    private static final int FINGERPRINT = 16;

    private final RepositoryService repository;

    ShippedModels(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * A file of a deployment.
     *
     * @param name by which the deployment knows it
     * @param content as it was drawn
     */
    public record Model(String name, byte[] content) {

        InputStream read() {
            return new ByteArrayInputStream(content);
        }
    }

    /**
     * Deploys together what is new or changed. The same files again are recognised by the deployment's name, without
     * reading any of them; so what an owner has deleted since stays away until they change.
     *
     * @param source kept with the deployment, to know it again
     * @param models processes and decisions
     * @param forms those the processes may show
     */
    public void deploy(String source, List<Model> models, List<Model> forms) {
        String name = source + " " + fingerprint(models, forms);
        if (repository
                        .createDeploymentQuery()
                        .deploymentSource(source)
                        .deploymentName(name)
                        .count()
                > 0) {
            return;
        }
        Map<String, Model> byId = new LinkedHashMap<>();
        forms.forEach(each -> byId.put(formId(each), each));
        Map<String, Model> going = new LinkedHashMap<>();
        for (Model model : models) {
            List<Model> shown = model.name().endsWith(BPMN) ? formsOf(model, byId) : List.of();
            if (isWanted(source, model, shown)) {
                going.put(model.name(), model);
                shown.forEach(each -> going.put(each.name(), each));
            }
        }
        if (going.isEmpty()) {
            return;
        }
        DeploymentBuilder deployment =
                repository.createDeployment().name(name).source(source).enableDuplicateFiltering(false);
        going.values().forEach(each -> deployment.addInputStream(each.name(), each.read()));
        deployment.deploy();
        LOG.info("JOURNEY-ENGINE-010 deployed {}", going.keySet());
    }

    private static String fingerprint(List<Model> models, List<Model> forms) {
        MessageDigest digest = sha256();
        Stream.concat(models.stream(), forms.stream())
                .sorted(Comparator.comparing(Model::name))
                .forEach(each -> {
                    digest.update(each.name().getBytes(StandardCharsets.UTF_8));
                    digest.update(each.content());
                });
        return HexFormat.of().formatHex(digest.digest()).substring(0, FINGERPRINT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private boolean isWanted(String source, Model model, List<Model> forms) {
        List<ResourceDefinition> known = keys(model)
                .map(key -> latest(model, key))
                .flatMap(Optional::stream)
                .toList();
        if (known.isEmpty()) {
            return true;
        }
        boolean ours = known.stream().allMatch(each -> isFrom(source, each));
        if (!ours) {
            LOG.info("JOURNEY-ENGINE-011 '{}' was changed by its owner, the shipped one stays away", model.name());
        }
        return ours
                && known.stream().anyMatch(each -> Stream.concat(Stream.of(model), forms.stream())
                        .anyMatch(file -> !isDeployed(each.getDeploymentId(), file)));
    }

    private static Stream<String> keys(Model model) {
        return model.name().endsWith(BPMN)
                ? Bpmn.readModelFromStream(model.read()).getModelElementsByType(Process.class).stream()
                        .filter(Process::isExecutable)
                        .map(BaseElement::getId)
                : Dmn.readModelFromStream(model.read()).getModelElementsByType(Decision.class).stream()
                        .map(Decision::getId);
    }

    private Optional<ResourceDefinition> latest(Model model, String key) {
        ResourceDefinition found = model.name().endsWith(BPMN)
                ? repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .withoutTenantId()
                        .latestVersion()
                        .singleResult()
                : repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .withoutTenantId()
                        .latestVersion()
                        .singleResult();
        return Optional.ofNullable(found);
    }

    private boolean isFrom(String source, ResourceDefinition definition) {
        return repository
                        .createDeploymentQuery()
                        .deploymentId(definition.getDeploymentId())
                        .deploymentSource(source)
                        .count()
                > 0;
    }

    private boolean isDeployed(String deployment, Model file) {
        if (!repository.getDeploymentResourceNames(deployment).contains(file.name())) {
            return false;
        }
        try (InputStream content = repository.getResourceAsStream(deployment, file.name())) {
            return Arrays.equals(content.readAllBytes(), file.content());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Model> formsOf(Model process, Map<String, Model> forms) {
        BpmnModelInstance model = Bpmn.readModelFromStream(process.read());
        Stream<String> tasks =
                model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef);
        Stream<String> starts =
                model.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaFormRef);
        Set<String> shown =
                Stream.concat(tasks, starts).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
        return shown.stream().map(forms::get).filter(Objects::nonNull).toList();
    }

    private static String formId(Model form) {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(form.content())
                    .path("id")
                    .asText();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(form.name() + " isn't a form", unreadable);
        }
    }
}
