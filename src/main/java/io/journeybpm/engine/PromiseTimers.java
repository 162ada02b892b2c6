package io.journeybpm.engine;

import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.PromiseTimer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.jspecify.annotations.Nullable;

/**
 * At most one timer of the engine for each case with promises, due when somebody is to be warned or a promise breaks. The
 * ledger remembers when it is due: only a promise that is due sooner costs a look at it. One that comes too early times
 * the next itself.
 */
final class PromiseTimers {

    /**
     * A timer due by then is left alone, as the job executor may be at it: changing it would fail one of the two. It looks
     * at all promises of the case when it comes.
     */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final EngineAccess engine;
    private final CaseClock clock;
    private final Duration warnBefore;

    PromiseTimers(EngineAccess engine, CaseClock clock, Duration warnBefore) {
        this.engine = engine;
        this.clock = clock;
        this.warnBefore = warnBefore;
    }

    /** Sees that a case about to be written has the timer it needs. */
    void keep(CaseFile file) {
        PromiseTimer timer = file.promises().timer();
        if (!file.isOpen()) {
            drop(file, timer);
            return;
        }
        Instant due = file.promises().due(warnBefore).orElse(null);
        if (due == null) {
            return;
        }
        Instant now = clock.now();
        if (timer == null) {
            engine.within(context -> schedule(context, file, due));
        } else if (timer.at().isAfter(now.plus(SOON)) ? due.isBefore(timer.at()) : isLate(timer, now)) {
            engine.within(context -> move(context, file, timer, due));
        }
    }

    private static boolean isLate(PromiseTimer timer, Instant now) {
        return timer.at().plus(SOON).isBefore(now);
    }

    private static PromiseTimer schedule(CommandContext context, CaseFile file, Instant due) {
        String instance = file.processInstance();
        ExecutionEntity root =
                instance == null ? null : context.getExecutionManager().findExecutionById(instance);
        boolean bound = root != null && !root.isEnded();
        TimerEntity job = new TimerEntity();
        if (bound) {
            job.setExecution(root);
        }
        job.setExclusive(true);
        job.setJobHandlerType(PromiseJob.TYPE);
        job.setJobHandlerConfiguration(new CaseJob.Order(file.caseId()));
        job.setDuedate(Date.from(due));
        context.getJobManager().schedule(job);
        PromiseTimer timer = new PromiseTimer(job.getId(), due, bound);
        file.promises().timer(timer);
        return timer;
    }

    /** Has it come sooner; one that should have come long ago either waits to be mended, as an incident, or is lost. */
    private static PromiseTimer move(CommandContext context, CaseFile file, PromiseTimer timer, Instant due) {
        JobEntity job = context.getJobManager().findJobById(timer.job());
        if (job == null) {
            return schedule(context, file, due);
        }
        if (job.getLockOwner() != null || !due.isBefore(timer.at())) {
            return timer;
        }
        job.setDuedate(Date.from(due));
        PromiseTimer sooner = new PromiseTimer(timer.job(), due, timer.bound());
        file.promises().timer(sooner);
        return sooner;
    }

    /** With a case's process instance its jobs have gone already. */
    private void drop(CaseFile file, @Nullable PromiseTimer timer) {
        if (timer == null) {
            return;
        }
        file.promises().timer(null);
        if (!timer.bound() && timer.at().isAfter(clock.now().plus(SOON))) {
            engine.within(context -> Optional.ofNullable(context.getJobManager().findJobById(timer.job()))
                    .map(each -> {
                        each.delete(true);
                        return each;
                    }));
        }
    }

    /** The process instance goes on as another version: the engine removes timers it doesn't find in the model. */
    static void migrated(CaseFile file) {
        PromiseTimer timer = file.promises().timer();
        if (timer != null && timer.bound()) {
            file.promises().timer(null);
        }
    }

    /**
     * The timer has come.
     *
     * @return whether it is the case's, and there is still something to look at
     */
    boolean comes(CaseFile file, String job) {
        PromiseTimer timer = file.promises().timer();
        if (timer == null || !timer.job().equals(job)) {
            return false;
        }
        file.promises().timer(null);
        return file.isOpen();
    }

    Duration warnBefore() {
        return warnBefore;
    }
}
