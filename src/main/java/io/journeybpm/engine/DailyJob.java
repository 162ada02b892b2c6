package io.journeybpm.engine;

import io.journeybpm.ledger.CaseClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * The job that has the decision asked about every open case once a day. There is one for all servers; it lives for ever
 * and remembers how far it has come, so that whoever takes it next goes on from there, and a batch that was not committed
 * is the only thing done again.
 */
final class DailyJob implements JobHandler<DailyJob.Order> {

    static final String TYPE = "journey-daily";

    private final DailyAsking asking;
    private final CaseClock clock;
    private final LocalTime at;
    private final ZoneId zone;

    DailyJob(DailyAsking asking, CaseClock clock, LocalTime at, ZoneId zone) {
        this.asking = asking;
        this.clock = clock;
        this.at = at;
        this.zone = zone;
    }

    /**
     * How far the job has come.
     *
     * @param day the last day it was asked, or is being asked, about; absent before the first
     * @param after id of the last case asked about that day; absent when all were
     */
    record Order(@Nullable LocalDate day, @Nullable String after) implements JobHandlerConfiguration {

        static final Order NEVER = new Order(null, null);

        @Override
        public String toCanonicalString() {
            return day == null ? "" : after == null ? day.toString() : day + " " + after;
        }

        static Order of(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return NEVER;
            }
            String[] parts = text.split(" ", 2);
            return new Order(LocalDate.parse(parts[0]), parts.length == 1 ? null : parts[1]);
        }

        boolean isRunning() {
            return after != null;
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public Order newConfiguration(@Nullable String text) {
        return Order.of(text);
    }

    @Override
    public void execute(
            Order order, @Nullable ExecutionEntity execution, CommandContext context, @Nullable String tenant) {
        LocalDate today = LocalDate.ofInstant(clock.now(), zone);
        if (!order.isRunning() && today.equals(order.day)) {
            next(context, order);
            return;
        }
        LocalDate day = order.isRunning() && order.day != null ? order.day : today;
        next(context, new Order(day, asking.ask(context, order.after == null ? "" : order.after)));
    }

    private void next(CommandContext context, Order order) {
        JobEntity job = context.getCurrentJob();
        job.setJobHandlerConfiguration(order);
        context.getJobManager().reschedule(job, order.isRunning() ? Date.from(clock.now()) : due(order));
    }

    /** When the next day's asking begins. */
    Date due(Order done) {
        Instant now = clock.now();
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (done.day != null) {
            return on(done.day.plusDays(1));
        }
        Date first = on(today);
        return first.toInstant().isBefore(now) ? on(today.plusDays(1)) : first;
    }

    private Date on(LocalDate day) {
        return Date.from(day.atTime(at).atZone(zone).toInstant());
    }

    @Override
    public void onDelete(Order order, @Nullable JobEntity job) {
        // made anew at the next start of a server
    }
}
