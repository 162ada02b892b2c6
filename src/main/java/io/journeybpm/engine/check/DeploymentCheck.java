package io.journeybpm.engine.check;

import io.journeybpm.settings.JourneyProperties.Deployment.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all files of a new deployment before the engine does, and refuses it with everything that is wrong with any of
 * them. What is deployed already is never looked at again, however the rules change.
 */
public final class DeploymentCheck implements Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentCheck.class);

    private final Check which;
    private final BpmnParseListener listener;
    private final Rules rules;

    /**
     * A check by the rules of this package.
     *
     * @param which deployments are looked at
     * @param listener ours, which takes part in parsing
     * @param reader reads the process of this key as a journey; throws what it can't read
     */
    public DeploymentCheck(Check which, BpmnParseListener listener, BiConsumer<BpmnModelInstance, String> reader) {
        this(which, listener, new Rules(ModelRules::check, TableRules::check, reader));
    }

    DeploymentCheck(Check which, BpmnParseListener listener, Rules rules) {
        this.which = which;
        this.listener = listener;
        this.rules = rules;
    }

    /**
     * Looks at a deployment.
     *
     * @throws ParseException with a report for each file that can't be deployed
     */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew() || which == Check.OFF) {
            return;
        }
        List<FileCheck> files = deployment.getResources().values().stream()
                .filter(FileCheck::isModel)
                .sorted(Comparator.comparing(each -> each.getName()))
                .map(FileCheck::new)
                .toList();
        if (which == Check.OWN && files.stream().noneMatch(FileCheck::isOurs)) {
            return;
        }
        Trial trial = Trial.of(Context.getProcessEngineConfiguration(), listener);
        files.forEach(each -> each.check(deployment, trial, rules));
        new Siblings(files, deployment, Context.getCommandContext()).check();
        List<FileCheck> wrong =
                files.stream().filter(each -> !each.errors().isEmpty()).toList();
        if (!wrong.isEmpty()) {
            throw refusal(wrong);
        }
        files.forEach(DeploymentCheck::warn);
    }

    private static ParseException refusal(List<FileCheck> wrong) {
        List<ResourceReport> reports =
                new ArrayList<>(wrong.stream().map(FileCheck::report).toList());
        StringBuilder message = new StringBuilder("Nothing was deployed; ")
                .append(wrong.stream().mapToInt(each -> each.errors().size()).sum())
                .append(" to mend:");
        for (ResourceReport report : reports) {
            for (Problem each : report.getErrors()) {
                message.append("\n* ").append(each.getMessage());
                message.append(" | resource ").append(OneLine.of(report.getResourceName()));
                message.append(" | line ").append(each.getLine());
            }
        }
        ResourceReport first = reports.get(0);
        ParseException refusal =
                new ParseException(message.toString(), first.getResourceName(), first.getErrors(), first.getWarnings());
        refusal.getResorceReports().addAll(reports.subList(1, reports.size()));
        return refusal;
    }

    private static void warn(FileCheck file) {
        file.warnings()
                .forEach(each -> LOG.warn(
                        "JOURNEY-ENGINE-030 '{}', line {}: {}",
                        OneLine.of(file.name()),
                        each.getLine(),
                        each.getMessage()));
    }
}
