package io.journeybpm.insight;

import io.journeybpm.ledger.JourneyFigures;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Has the figures of the journey maps added up now and then, so that who asks for a map finds little left to add. */
final class CatchingUp implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);

    private final JourneyFigures figures;
    private final ScheduledExecutorService thread;

    CatchingUp(JourneyFigures figures, Duration every) {
        this.figures = figures;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread named = new Thread(work, "journey-insight");
            named.setDaemon(true);
            return named;
        });
        if (every.compareTo(Duration.ZERO) > 0) {
            thread.scheduleWithFixedDelay(this::catchUp, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void catchUp() {
        try {
            figures.catchUp();
        } catch (RuntimeException failed) {
            LOG.warn("JOURNEY-INSIGHT-001 the figures of the journey maps wait for the next time", failed);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
