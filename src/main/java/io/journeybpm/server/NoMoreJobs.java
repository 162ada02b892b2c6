package io.journeybpm.server;

import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Takes no more jobs as soon as the server is told to end, so that those it has are done by the time their threads are
 * closed. One cut off then, or still waiting for a thread, no other server could have until its lock runs out.
 */
@Component
final class NoMoreJobs implements ApplicationListener<ContextClosedEvent>, Ordered {

    private final ObjectProvider<JobExecutor> jobs;

    NoMoreJobs(ObjectProvider<JobExecutor> jobs) {
        this.jobs = jobs;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        jobs.ifAvailable(executor -> {
            AcquireJobsRunnable taking = executor.getAcquireJobsRunnable();
            if (taking != null) {
                end(taking);
            }
        });
    }

    /** What takes jobs holds its own monitor as long as it does. */
    private static void end(AcquireJobsRunnable taking) {
        taking.stop();
        synchronized (taking) {
            taking.stop();
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
