package io.journeybpm.engine.check;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformer;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionRequirementsDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong with one file of a deployment. */
final class FileCheck {

    private static final Logger LOG = LoggerFactory.getLogger(FileCheck.class);

    /** The most problems shown of a file; whoever has more mends these first. */
    private static final int MOST = 100;

    /** What the engine makes of an id that is there twice. */
    private static final String DOUBLED =
            "(?s).*(cvc-id|occurrences of ID|cvc-attribute.*'ID'|duplicate activity id).*";

    private final ResourceEntity file;
    private final Outline outline;
    private final Set<Problem> errors = new LinkedHashSet<>();
    private final List<Problem> warnings = new ArrayList<>();
    private List<ProcessDefinitionEntity> processes = List.of();

    FileCheck(ResourceEntity file) {
        this.file = file;
        this.outline = Outline.of(file.getBytes());
    }

    /** Whether a file holds processes or decisions. */
    static boolean isModel(ResourceEntity file) {
        return isProcess(file.getName()) || isDecision(file.getName());
    }

    private static boolean isProcess(String name) {
        return List.of(BpmnDeployer.BPMN_RESOURCE_SUFFIXES).stream().anyMatch(name::endsWith);
    }

    private static boolean isDecision(String name) {
        return List.of(DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES).stream()
                .anyMatch(name::endsWith);
    }

    String name() {
        return file.getName();
    }

    boolean isOurs() {
        return outline.isOurs();
    }

    Outline outline() {
        return outline;
    }

    Set<Problem> errors() {
        return errors;
    }

    List<Problem> warnings() {
        return warnings;
    }

    List<ProcessDefinitionEntity> processes() {
        return processes;
    }

    /** Lets the engine try it, then the rules. */
    void check(DeploymentEntity deployment, Trial trial, Rules rules) {
        if (outline.isTooDeep() && isOurs()) {
            error(Causes.problem(Objects.requireNonNull(outline.broken()), null));
            return;
        }
        if (file.getName().length() > Limits.NAME) {
            error(new Flaw("the file's name is longer than " + Limits.NAME + " characters", 1, 1, null));
        }
        List<Problem> found = isProcess(file.getName()) ? tryProcesses(deployment, trial) : tryDecisions(trial);
        found.stream()
                .filter(each -> !isOurs()
                        || outline.doubled().isEmpty()
                        || !String.valueOf(each.getMessage()).matches(DOUBLED))
                .forEach(this::error);
        Limits.of(outline).forEach(this::error);
        nameless();
        if (isOurs()) {
            doubled();
            apply(rules);
        }
    }

    private List<Problem> tryProcesses(DeploymentEntity deployment, Trial trial) {
        ProcessTrial.Tried tried = ProcessTrial.of(trial.parser(), deployment, file, trial.listener());
        List<Problem> found = new ArrayList<>(tried.problems());
        if (found.isEmpty()) {
            processes = tried.processes();
            found.addAll(Limits.of(tried.jobs()));
            if (isOurs()) {
                found.addAll(Starts.of(processes));
            }
        }
        return found;
    }

    private List<Problem> tryDecisions(Trial trial) {
        DmnTransformer transformer = trial.transformer();
        if (transformer == null) {
            return List.of();
        }
        try {
            transformer
                    .createTransform()
                    .modelInstance(content())
                    .<DecisionRequirementsDefinitionEntity>transformDecisionRequirementsGraph();
            return List.of();
        } catch (RuntimeException | StackOverflowError refused) {
            return List.of(Causes.problem(refused, null));
        }
    }

    /** The engine takes a process without an id, and then nobody can start it. */
    private void nameless() {
        outline.places().stream()
                .filter(each -> each.kind().equals("process") || each.kind().equals("decision"))
                .filter(each -> each.id() == null || each.id().isBlank())
                .forEach(each -> error(new Flaw(
                        "the " + each.kind() + " has no id, which is its key", each.line(), each.column(), null)));
    }

    private void doubled() {
        for (Outline.Place each : outline.doubled()) {
            Outline.Place first = Objects.requireNonNull(outline.find(each.id()));
            error(new Flaw(
                    "the id is used twice, the first time in line " + first.line(),
                    each.line(),
                    each.column(),
                    each.id()));
        }
    }

    private void apply(Rules rules) {
        try {
            List<Finding> found = isProcess(file.getName()) ? ofProcesses(rules) : ofDecisions(rules);
            for (Finding each : found) {
                (each.severity() == Finding.Severity.error ? errors : warnings).add(Flaw.of(each, outline));
            }
        } catch (RuntimeException | StackOverflowError fell) {
            if (errors.isEmpty()) {
                // the engine takes it, so it's we who don't understand
                LOG.error("JOURNEY-ENGINE-032 the rules can't be applied to '{}'", OneLine.of(file.getName()), fell);
                error(Causes.problem(fell, null));
            }
        }
    }

    private List<Finding> ofProcesses(Rules rules) {
        BpmnModelInstance model = Bpmn.readModelFromStream(content());
        List<Finding> found = rules.models().apply(model);
        model.getModelElementsByType(Process.class).stream()
                .filter(each -> each.isExecutable() && each.getId() != null)
                .forEach(each -> rules.reader().accept(model, each.getId()));
        return found;
    }

    private List<Finding> ofDecisions(Rules rules) {
        return rules.tables().apply(Dmn.readModelFromStream(content()));
    }

    void error(Problem problem) {
        errors.add(Flaw.of(problem, outline));
    }

    private ByteArrayInputStream content() {
        return new ByteArrayInputStream(file.getBytes());
    }

    ResourceReport report() {
        List<Problem> shown = new ArrayList<>(errors.stream().limit(MOST).toList());
        if (errors.size() > MOST) {
            shown.add(new Flaw("and " + (errors.size() - MOST) + " more problems", 1, 1, null));
        }
        return new ResourceReportImpl(
                file.getName(), shown, warnings.stream().limit(MOST).toList());
    }
}
