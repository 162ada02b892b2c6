package io.journeybpm.engine;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.TransientDataAccessException;

/** Failures that say nothing about what was asked, only that somebody else was busy with the same rows. */
public final class Transients {

    /** Deadlock or lock timeout as PostgreSQL (40001, 40P01, 55P03) and H2 (40001, HYT00, 90131) name them. */
    private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    private Transients() {}

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
