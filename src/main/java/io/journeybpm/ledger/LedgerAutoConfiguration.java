package io.journeybpm.ledger;

import io.journeybpm.settings.JourneyProperties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The ledger on the application's data source, its tables kept by migrations of their own. */
@AutoConfiguration(after = DataSourceTransactionManagerAutoConfiguration.class)
@ConditionalOnProperty(name = "journey.enabled", matchIfMissing = true)
@EnableConfigurationProperties(JourneyProperties.class)
class LedgerAutoConfiguration {

    private static final String MIGRATIONS = "classpath:io/journeybpm/ledger/migrations";
    private static final String HISTORY = "journey_schema_history";

    /** Tables that are there and as this version needs them. */
    record Tables(Dialect dialect) {}

    /** Named as Camunda names what an application gives its engine instead of the application's own. */
    @Bean
    Storage journeyStorage(
            @Qualifier("camundaBpmDataSource") ObjectProvider<DataSource> engineSource,
            @Qualifier("camundaBpmTransactionManager") ObjectProvider<PlatformTransactionManager> engineTransactions,
            ObjectProvider<DataSource> source,
            ObjectProvider<PlatformTransactionManager> transactions) {
        return new Storage(
                engineSource.getIfAvailable(source::getObject),
                engineTransactions.getIfAvailable(transactions::getObject));
    }

    @Bean
    StartTurns journeyStartTurns(Storage storage) {
        return new StartTurns(storage.source(), Dialect.of(storage.source()));
    }

    /** After the application's own migrations, which may insist on an empty database. */
    @Bean
    @DependsOnDatabaseInitialization
    Tables journeyTables(Storage storage, StartTurns turns, JourneyProperties properties) {
        if (properties.schema().migrate()) {
            migrate(storage.source(), turns);
        }
        return new Tables(Dialect.of(storage.source()));
    }

    /** Flyway's own lock comes too late: one that finds the tables another is just making takes them for a baseline. */
    private static void migrate(DataSource source, StartTurns turns) {
        try (StartTurns.Turn held = turns.take()) {
            Flyway.configure()
                    .dataSource(source)
                    .locations(MIGRATIONS)
                    .table(HISTORY)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }

    @Bean
    Ledger journeyLedger(Storage storage, Tables tables, Cases cases, CaseClock clock) {
        JdbcTemplate batches = new JdbcTemplate(storage.source());
        JdbcClient db = JdbcClient.create(batches);
        return new Ledger(
                new CaseRows(db, batches),
                new ContactRows(db, batches),
                new EntryRows(batches, clock),
                new CustomerRows(db, tables.dialect()),
                cases,
                clock);
    }

    @Bean
    Cases journeyCases(Storage storage, Tables tables) {
        return new Cases(JdbcClient.create(storage.source()));
    }

    @Bean
    WorkLists journeyWorkLists(Storage storage, Tables tables) {
        return new WorkLists(JdbcClient.create(storage.source()));
    }

    @Bean
    Answers journeyAnswers(Storage storage, Tables tables, CaseClock clock, JourneyProperties properties) {
        JourneyProperties.Rest rest = properties.rest();
        return new Answers(storage.source(), tables.dialect(), clock, rest.idempotencyExpiry(), rest.duplicateWait());
    }

    @Bean
    ImportRuns journeyImportRuns(Storage storage, Tables tables) {
        return new ImportRuns(JdbcClient.create(storage.source()));
    }
}
