package io.journeybpm.engine;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.retry.support.RetryTemplate;

/** Failures that say nothing about what was asked, only that somebody else was busy with the same rows. */
public final class Transients {

    /** Deadlock or lock timeout as PostgreSQL (40001, 40P01, 55P03) and H2 (40001, HYT00, 90131) name them. */
    private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    private static final int ATTEMPTS = 10;
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final double LONGER_EACH_TIME = 2;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private Transients() {}

    /**
     * Begins anew, up to ten times, what somebody waits for.
     *
     * @param except failures that no second attempt mends, whatever caused them
     */
    public static RetryTemplate retries(Predicate<Throwable> except) {
        return RetryTemplate.builder()
                .maxAttempts(ATTEMPTS)
                .exponentialBackoff(FIRST_PAUSE_MILLIS, LONGER_EACH_TIME, LONGEST_PAUSE_MILLIS, true)
                .retryOn(failure -> !except.test(failure) && isTransient(failure))
                .build();
    }

    /** Whether the same transaction, begun anew, may well succeed. */
    public static boolean isTransient(Throwable failure) {
        Throwable each = failure;
        while (each != null) {
            if (each instanceof OptimisticLockingException
                    || each instanceof TransientDataAccessException
                    || each instanceof SQLException sql && BUSY.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
            each = each.getCause() == each ? null : each.getCause();
        }
        return false;
    }
}
