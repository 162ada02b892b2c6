package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** The databases whose SQL differs where the ledger needs more than the standard. */
public enum Dialect implements Word {
    H2,
    POSTGRESQL;

    /**
     * Asks a data source what it is.
     *
     * @throws IllegalStateException if it is neither H2 nor PostgreSQL
     */
    public static Dialect of(DataSource dataSource) {
        String product;
        try {
            product = JdbcUtils.commonDatabaseName(
                    JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getDatabaseProductName()));
        } catch (MetaDataAccessException unreachable) {
            throw new IllegalStateException("the database can't be asked what it is", unreachable);
        }
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "h2" -> H2;
            case "postgresql" -> POSTGRESQL;
            default ->
                throw new IllegalStateException("Journey keeps its ledger in H2 or PostgreSQL, not in " + product);
        };
    }
}
