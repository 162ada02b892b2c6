package io.journeybpm.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A fresh database for each application context: H2 in memory, or, with {@code -Djourney.test.database=postgresql}, one
 * on a PostgreSQL that runs for the length of the tests.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres postgres;

    /** Whether this run is the one on PostgreSQL. */
    public static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("journey.test.database"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // applications of other tests stay in the cache, and would keep all the connections they ever had
        TestPropertyValues.of("spring.datasource.hikari.minimum-idle=1", "spring.datasource.hikari.idle-timeout=10000")
                .applyTo(context);
        String name = "journey_" + UUID.randomUUID().toString().replace("-", "");
        if (isPostgres()) {
            TestPropertyValues.of("spring.datasource.url=" + newPostgres(name), "spring.datasource.username=postgres")
                    .applyTo(context);
        } else {
            TestPropertyValues.of(
                            "spring.datasource.url=jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                            "spring.datasource.username=sa")
                    .applyTo(context);
        }
    }

    /** The URL of a new, empty database on the PostgreSQL of the tests. */
    public static synchronized String newPostgres(String name) {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "500")
                        .setRegisterShutdownHook(false)
                        .start();
                // after the applications, which would wait for it as they end
                SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
            }
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Ends the PostgreSQL of the tests; to be called where no application runs in this process. */
    public static synchronized void stop() {
        try {
            if (postgres != null) {
                postgres.close();
                postgres = null;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
