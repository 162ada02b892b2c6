package io.journeybpm.ledger;

import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Where the ledger is kept: beside the process engine's tables, in the engine's transactions.
 *
 * @param source the engine's data source, which need not be the application's own
 * @param transactions the engine's transactions
 */
public record Storage(DataSource source, PlatformTransactionManager transactions) {}
