package io.journeybpm.engine;

import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Rise;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.jspecify.annotations.Nullable;

/**
 * Engine jobs that raise a rise after the transaction that decided it: durable as the rise itself, retried by the
 * engine, and an incident when a handler keeps failing.
 */
final class RaiseJobs implements Rises {

    private static final String OURS = "journey-";

    private final EngineAccess engine;

    RaiseJobs(EngineAccess engine) {
        this.engine = engine;
    }

    @Override
    public void queue(CaseFile file, Rise rise) {
        queue(file, rise.entry(), file.view().processInstance(), RaiseJob.Way.ESCALATION);
    }

    /** What asking about a case has raised, if anything. */
    void queue(CaseFile file, Assessment assessment) {
        if (assessment.rise() != null) {
            queue(file, assessment.rise());
        }
    }

    /** Nothing in the journey catches it: somebody has to take the case in a process of its own. */
    void queueProcess(CaseFile file, Rise rise) {
        queue(file, rise.entry(), null, RaiseJob.Way.PROCESS);
    }

    /** The instance ends and takes its jobs along. */
    void requeueWithoutInstance(CaseFile file) {
        file.rises().queued().forEach(entry -> {
            file.rises().settle(entry);
            queue(file, entry, null, RaiseJob.Way.PROCESS);
        });
    }

    private void queue(CaseFile file, int rise, @Nullable String instance, RaiseJob.Way way) {
        file.rises().queue(rise);
        RaiseJob.Order order = new RaiseJob.Order(file.view().caseId(), rise, way);
        engine.within(context -> {
            send(context, RaiseJob.TYPE, order, instance);
            return null;
        });
    }

    /**
     * What one of the plugin's jobs is to do.
     *
     * @param type of the job
     * @param order what it is told
     */
    record Task(String type, JobHandlerConfiguration order) {}

    /** Takes the plugin's messages off a process instance; answers what they were to do. Timers the engine removes. */
    static List<Task> setAside(CommandContext context, String instance) {
        List<JobEntity> ours = context.getJobManager().findJobsByProcessInstanceId(instance).stream()
                .filter(each -> each instanceof MessageEntity
                        && each.getJobHandlerType().startsWith(OURS))
                .toList();
        List<Task> tasks = ours.stream()
                .map(each -> new Task(each.getJobHandlerType(), each.getJobHandlerConfiguration()))
                .toList();
        ours.forEach(each -> each.delete(true));
        return tasks;
    }

    /** Has the process instance, whatever version it runs on now, do what was set aside. */
    static void bringBack(CommandContext context, String instance, List<Task> tasks) {
        tasks.forEach(each -> send(context, each.type(), each.order(), instance));
    }

    static MessageEntity send(
            CommandContext context, String type, JobHandlerConfiguration order, @Nullable String instance) {
        MessageEntity job = new MessageEntity();
        ExecutionEntity root =
                instance == null ? null : context.getExecutionManager().findExecutionById(instance);
        if (root != null && !root.isEnded()) {
            job.setExecution(root);
        }
        job.setExclusive(true);
        job.setJobHandlerType(type);
        job.setJobHandlerConfiguration(order);
        context.getJobManager().send(job);
        return job;
    }
}
