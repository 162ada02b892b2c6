package io.journeybpm.ledger;

import io.journeybpm.ledger.LedgerProblem.CaseExists;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of their own, run again where that may help: after a deadlock, a lost race, a lost connection. */
public final class Retries {

    private static final int ATTEMPTS = 6;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final double GROWTH = 3;
    private static final long LONGEST_PAUSE_MILLIS = 5000;

    /** SQLSTATE classes: connection, rolled back, no resources, operator intervened. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");

    /** SQLSTATEs: lock not to be had, on PostgreSQL and on H2. */
    private static final Set<String> PASSING = Set.of("55P03", "HYT00");

    private final TransactionTemplate transactions;
    private final RetryTemplate retry = RetryTemplate.builder()
            .maxAttempts(ATTEMPTS)
            .exponentialBackoff(FIRST_PAUSE_MILLIS, GROWTH, LONGEST_PAUSE_MILLIS, true)
            .retryOn(Retries::mayPass)
            .build();

    /** Transactions of this manager. */
    public Retries(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Runs work that gives something. */
    public <T> T get(Supplier<T> work) {
        return retry.execute(attempt -> transactions.execute(status -> work.get()));
    }

    /** Runs work. */
    public void run(Runnable work) {
        retry.execute(attempt -> {
            transactions.executeWithoutResult(status -> work.run());
            return attempt;
        });
    }

    /** Whether what went wrong may go right the next time; also where the engine has wrapped what the database said. */
    static boolean mayPass(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof CaseExists
                    || each instanceof TransientDataAccessException
                    || each instanceof RecoverableDataAccessException
                    || each instanceof CannotCreateTransactionException
                    || each instanceof SQLTransientException
                    || each instanceof SQLRecoverableException
                    || each instanceof SQLException said && isPassing(said.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(@Nullable String state) {
        return state != null
                && (PASSING.contains(state) || state.length() > 1 && PASSING_CLASSES.contains(state.substring(0, 2)));
    }
}
