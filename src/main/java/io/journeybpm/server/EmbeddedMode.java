package io.journeybpm.server;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * Whether the server lives on the database inside itself, for people who try it out; only then are there users whose
 * passwords everybody knows.
 *
 * @param on whether it does
 */
public record EmbeddedMode(boolean on) {

    private static final String H2 = "jdbc:h2:";

    static EmbeddedMode of(DataSource dataSource) {
        try {
            String url = JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getURL());
            boolean remote = url.startsWith(H2 + "tcp:") || url.startsWith(H2 + "ssl:");
            return new EmbeddedMode(url.startsWith(H2) && !remote);
        } catch (MetaDataAccessException unreachable) {
            throw new IllegalStateException("the database can't be asked what it is", unreachable);
        }
    }
}
