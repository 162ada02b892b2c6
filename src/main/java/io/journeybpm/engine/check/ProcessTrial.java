package io.journeybpm.engine.check;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.xml.ProblemImpl;
import org.jspecify.annotations.Nullable;

/**
 * Lets the engine parse a BPMN file for trial. What the engine leaves off at, this goes on after: each element that can't
 * be parsed is one problem, whether the engine says so or falls over it. Nothing of it is kept.
 */
final class ProcessTrial extends BpmnParse {

    private final Set<String> failed = new HashSet<>();

    private ProcessTrial(BpmnParser parser, DeploymentEntity deployment, ResourceEntity file, BpmnParseListener ours) {
        super(parser);
        parseListeners = new ArrayList<>();
        for (BpmnParseListener each : parser.getParseListeners()) {
            // an application's own listeners hear of a file once, when it is deployed
            if (each == ours || each.getClass().getName().startsWith("org.camunda.bpm.engine.impl.")) {
                parseListeners.add(each);
            }
        }
        name(file.getName());
        sourceInputStream(new ByteArrayInputStream(file.getBytes()));
        deployment(deployment);
        if (!deployment.isValidatingSchema()) {
            setSchemaResource(null);
        }
    }

    /**
     * What came of it.
     *
     * @param problems what the engine would refuse it for
     * @param processes those parsed; of use only if there are no problems
     * @param jobs what is to be kept of each process's jobs
     */
    record Tried(
            List<Problem> problems,
            List<ProcessDefinitionEntity> processes,
            Map<String, List<JobDeclaration<?, ?>>> jobs) {}

    static Tried of(BpmnParser parser, DeploymentEntity deployment, ResourceEntity file, BpmnParseListener ours) {
        ProcessTrial trial = new ProcessTrial(parser, deployment, file, ours);
        try {
            trial.execute();
        } catch (RuntimeException | StackOverflowError unreadable) {
            trial.failed(unreadable, null);
        }
        return new Tried(trial.getProblems(), trial.getProcessDefinitions(), trial.getJobDeclarations());
    }

    @Override
    protected void parseRootElement() {
        try {
            super.parseRootElement();
        } catch (BpmnParseException said) {
            addError(said);
        } catch (RuntimeException | StackOverflowError fell) {
            failed(fell, null);
        }
    }

    @Override
    public ProcessDefinitionEntity parseProcess(Element process) {
        ProcessDefinitionEntity parsed = tried(process, () -> super.parseProcess(process));
        if (parsed != null) {
            return parsed;
        }
        ProcessDefinitionEntity nothing = new ProcessDefinitionEntity();
        nothing.setKey(process.attribute("id"));
        return nothing;
    }

    @Override
    protected @Nullable ActivityImpl parseActivity(Element activity, Element parent, ScopeImpl scope) {
        return tried(activity, () -> super.parseActivity(activity, parent, scope));
    }

    @Override
    public @Nullable ActivityImpl parseIntermediateCatchEvent(
            Element event, ScopeImpl scope, @Nullable ActivityImpl gateway) {
        return tried(event, () -> super.parseIntermediateCatchEvent(event, scope, gateway));
    }

    @Override
    public @Nullable ActivityImpl parseIntermediateThrowEvent(Element event, ScopeImpl scope) {
        return tried(event, () -> super.parseIntermediateThrowEvent(event, scope));
    }

    private <T> @Nullable T tried(Element element, Supplier<T> parsing) {
        try {
            return parsing.get();
        } catch (BpmnParseException said) {
            addError(said);
        } catch (RuntimeException fell) {
            failed(fell, element);
        }
        if (element.attribute("id") != null) {
            failed.add(element.attribute("id"));
        }
        return null;
    }

    /** Flows to and from what failed have nothing wrong of their own. */
    @Override
    public void addError(String message, Element element) {
        boolean follows = "sequenceFlow".equals(element.getTagName())
                && (failed.contains(element.attribute("sourceRef")) || failed.contains(element.attribute("targetRef")));
        if (!follows) {
            super.addError(message, element);
        }
    }

    private void failed(Throwable cause, @Nullable Element element) {
        Problem problem = Causes.problem(cause, element);
        if (!Causes.isProgramming(cause) || getProblems().isEmpty() || element != null) {
            getProblems().add(problem);
        }
    }

    @Override
    public void throwExceptionForErrors() {
        // they are reported together with those of the other files
    }

    @Override
    public void logWarnings() {
        // said when it is deployed
    }

    static Problem problem(String message, @Nullable String element) {
        return element == null
                ? new ProblemImpl(message, (Element) null)
                : new ProblemImpl(message, (Element) null, element);
    }
}
