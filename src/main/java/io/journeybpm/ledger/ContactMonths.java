package io.journeybpm.ledger;

import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Partitions for the months to come, made long before they are needed, where contacts are kept by month. Whether they
 * are is a matter of the tables, not of the settings of one server.
 */
final class ContactMonths implements DisposableBean {

    /** So that a server that can't make one for weeks costs nothing but a log line each day. */
    static final int AHEAD = 3;

    private static final Logger LOG = LoggerFactory.getLogger(ContactMonths.class);

    private static final String ARE_KEPT =
            "select count(*) from pg_class where oid = to_regclass('journey_contact') and relkind = 'p'";

    /** Others wait behind whoever waits for a lock, so not for long. */
    private static final String PATIENCE = "set local lock_timeout = '5s'";

    private static final String MAKE = "select journey_contact_month(?)";

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Dialect dialect;
    private final ScheduledExecutorService thread;

    ContactMonths(JdbcClient db, TransactionTemplate transactions, Dialect dialect) {
        this.db = db;
        this.transactions = transactions;
        this.dialect = dialect;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread named = new Thread(work, "journey-ledger-months");
            named.setDaemon(true);
            return named;
        });
    }

    /** Makes what is missing now, and once a day. */
    void keepMaking() {
        if (areKept()) {
            thread.scheduleWithFixedDelay(this::tryToMake, 0, 1, TimeUnit.DAYS);
        }
    }

    private boolean areKept() {
        return dialect == Dialect.POSTGRESQL
                && db.sql(ARE_KEPT).query(Integer.class).single() > 0;
    }

    private void tryToMake() {
        try {
            make(OffsetDateTime.now());
        } catch (RuntimeException failed) {
            LOG.warn(
                    "JOURNEY-LEDGER-001 no partition of contacts for the months to come; tried again tomorrow", failed);
        }
    }

    void make(OffsetDateTime now) {
        for (int month = 0; month <= AHEAD; month++) {
            OffsetDateTime moment = now.plusMonths(month);
            transactions.executeWithoutResult(status -> {
                db.sql(PATIENCE).update();
                db.sql(MAKE).param(moment).query(Boolean.class).single();
            });
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
