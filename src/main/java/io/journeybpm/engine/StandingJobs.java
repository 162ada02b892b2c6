package io.journeybpm.engine;

import io.journeybpm.ledger.Customers;
import io.journeybpm.ledger.StartTurns;
import io.journeybpm.settings.JourneyProperties;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EverLivingJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Jobs that belong to no process instance. Of each there is one for all servers, made by the first that starts. */
final class StandingJobs {

    private final EngineAccess engine;
    private final StartTurns turns;
    private final Customers customers;
    private final DailyJob daily;
    private final JourneyProperties.Daily settings;

    StandingJobs(
            EngineAccess engine,
            StartTurns turns,
            Customers customers,
            DailyJob daily,
            JourneyProperties.Daily settings) {
        this.engine = engine;
        this.turns = turns;
        this.customers = customers;
        this.daily = daily;
        this.settings = settings;
    }

    /** Makes those that are missing. */
    void make() {
        try (StartTurns.Turn held = turns.take()) {
            engine.withoutAuthorization(context -> {
                askDaily(context);
                if (customers.hasWordsToTake()
                        && find(context, CustomersJob.TYPE).isEmpty()) {
                    RaiseJobs.send(context, CustomersJob.TYPE, new CustomersJob.Order(), null);
                }
                return true;
            });
        }
    }

    private void askDaily(CommandContext context) {
        List<JobEntity> standing = find(context, DailyJob.TYPE);
        if (!settings.enabled()) {
            standing.forEach(each -> each.delete(true));
        } else if (standing.isEmpty()) {
            EverLivingJobEntity job = new EverLivingJobEntity();
            job.setJobHandlerType(DailyJob.TYPE);
            job.setJobHandlerConfiguration(DailyJob.Order.NEVER);
            job.setDuedate(daily.due(DailyJob.Order.NEVER));
            context.getJobManager().insertAndHintJobExecutor(job);
        } else {
            standing.forEach(this::keepTime);
        }
    }

    /** The time of day may have been set anew since. */
    private void keepTime(JobEntity waiting) {
        DailyJob.Order order = DailyJob.Order.of(waiting.getJobHandlerConfigurationRaw());
        Date due = daily.due(order);
        Date set = waiting.getDuedate();
        if (!order.isRunning() && set != null && set.after(ClockUtil.getCurrentTime()) && !set.equals(due)) {
            waiting.setDuedate(due);
        }
    }

    private static List<JobEntity> find(CommandContext context, String type) {
        return context.getJobManager().findJobsByHandlerType(type).stream()
                .map(JobEntity.class::cast)
                .toList();
    }
}
