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
            return new EmbeddedMode(isEmbedded(JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getURL())));
        } catch (MetaDataAccessException unreachable) {
            throw new IllegalStateException("the database can't be asked what it is", unreachable);
        }
    }

    static boolean isEmbedded(String url) {
        boolean remote = url.startsWith(H2 + "tcp:") || url.startsWith(H2 + "ssl:");
        return url.startsWith(H2) && !remote;
    }
}
