package io.journeybpm.engine.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;

/** What files of a deployment may not have in common, with each other or with what is deployed. */
final class Siblings {

    private final List<FileCheck> files;
    private final DeploymentEntity deployment;
    private final CommandContext context;

    Siblings(List<FileCheck> files, DeploymentEntity deployment, CommandContext context) {
        this.files = files;
        this.deployment = deployment;
        this.context = context;
    }

    void check() {
        Map<String, String> known = new HashMap<>();
        for (FileCheck file : files) {
            for (Outline.Place place : file.outline().places()) {
                boolean executable = "true".equals(place.attributes().get("isExecutable"));
                if (place.id() != null
                        && (place.kind().equals("decision") || place.kind().equals("process") && executable)) {
                    String other = known.putIfAbsent(place.kind() + " " + place.id(), file.name());
                    if (other != null && !other.equals(file.name())) {
                        file.error(new Flaw(
                                "a " + place.kind() + " of this id is in '" + other
                                        + "' too; a deployment has one of each",
                                place.line(),
                                place.column(),
                                place.id()));
                    }
                }
            }
        }
        messages();
    }

    /** One process at most is started by a message. */
    private void messages() {
        Set<String> keys = files.stream()
                .flatMap(each -> each.processes().stream())
                .map(ProcessDefinitionEntity::getKey)
                .filter(each -> each != null)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> started = new HashMap<>();
        for (FileCheck file : files) {
            for (ProcessDefinitionEntity process : file.processes()) {
                for (EventSubscriptionDeclaration event : process.getProperties()
                        .get(BpmnProperties.EVENT_SUBSCRIPTION_DECLARATIONS)
                        .values()) {
                    if (event.isStartEvent() && EventType.MESSAGE.name().equals(event.getEventType())) {
                        String name = event.getUnresolvedEventName();
                        String other = started.putIfAbsent(name, process.getKey());
                        other = other == null ? deployed(name, keys) : other;
                        if (other != null) {
                            file.error(ProcessTrial.problem(
                                    "the message '" + name + "' starts the process '" + other
                                            + "' already; give it a name of its own",
                                    event.getActivityId()));
                        }
                    }
                }
            }
        }
    }

    /** The process another deployment has that is started by a message. */
    private @Nullable String deployed(String message, Set<String> keys) {
        EventSubscriptionEntity known = context.getEventSubscriptionManager()
                .findMessageStartEventSubscriptionByNameAndTenantId(message, deployment.getTenantId());
        if (known == null || known.getConfiguration() == null) {
            return null;
        }
        ProcessDefinitionEntity process =
                context.getProcessDefinitionManager().findLatestProcessDefinitionById(known.getConfiguration());
        if (process == null) {
            return null;
        }
        return keys.contains(process.getKey()) ? null : process.getKey();
    }
}
