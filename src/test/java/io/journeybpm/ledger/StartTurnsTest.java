package io.journeybpm.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.TestDatabase;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("engine")
@DisplayName("Servers that start on one database")
class StartTurnsTest {

    private static final long MOMENT_MILLIS = 300;

    @Test
    @EnabledIfSystemProperty(named = "journey.test.database", matches = "postgresql")
    void waitForTheirTurn() throws Exception {
        StartTurns turns = new StartTurns(postgres(), Dialect.POSTGRESQL);
        StartTurns.Turn first = turns.take();
        CompletableFuture<StartTurns.Turn> second = CompletableFuture.supplyAsync(turns::take);
        assertThat(isReached(second)).isFalse();
        first.close();
        second.get(10, TimeUnit.SECONDS).close();
    }

    @Test
    @EnabledIfSystemProperty(named = "journey.test.database", matches = "postgresql")
    void needNotWaitForOneWhoseConnectionIsLost() throws Exception {
        DataSource source = postgres();
        StartTurns turns = new StartTurns(source, Dialect.POSTGRESQL);
        turns.take();
        CompletableFuture<StartTurns.Turn> second = CompletableFuture.supplyAsync(turns::take);
        assertThat(isReached(second)).isFalse();
        new JdbcTemplate(source)
                .queryForList("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                        + " and database = (select oid from pg_database where datname = current_database())");
        second.get(10, TimeUnit.SECONDS).close();
    }

    @Test
    void needNoTurnsOnAnEmbeddedOne() {
        DataSource source = new DriverManagerDataSource("jdbc:h2:mem:turns", "sa", "");
        StartTurns turns = new StartTurns(source, Dialect.H2);
        try (StartTurns.Turn first = turns.take();
                StartTurns.Turn second = turns.take()) {
            assertThat(first).isNotNull();
            assertThat(second).isNotNull();
        }
    }

    private static DataSource postgres() {
        return new DriverManagerDataSource(
                TestDatabase.newPostgres("turns_" + UUID.randomUUID().toString().replace("-", "")));
    }

    private static boolean isReached(CompletableFuture<?> turn) throws InterruptedException, ExecutionException {
        try {
            turn.get(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException waiting) {
            return false;
        }
    }
}
