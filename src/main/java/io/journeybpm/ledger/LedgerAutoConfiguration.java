package io.journeybpm.ledger;

import io.journeybpm.settings.JourneyProperties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger on the application's data source, its tables kept by migrations of their own. */
@AutoConfiguration(after = DataSourceTransactionManagerAutoConfiguration.class)
@ConditionalOnProperty(name = "journey.enabled", matchIfMissing = true)
@EnableConfigurationProperties(JourneyProperties.class)
class LedgerAutoConfiguration {

    private static final String MIGRATIONS = "classpath:io/journeybpm/ledger/migrations";
    private static final String HISTORY = "journey_schema_history";

    /** Tables that are there and as this version needs them. */
    record Tables(Dialect dialect) {}

    @Bean
    Tables journeyTables(DataSource dataSource, JourneyProperties properties) {
        Dialect dialect = Dialect.of(dataSource);
        if (properties.schema().migrate()) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations(MIGRATIONS)
                    .table(HISTORY)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
        return new Tables(dialect);
    }

    @Bean
    Ledger journeyLedger(DataSource dataSource, Tables tables, Cases cases, CaseClock clock) {
        JdbcTemplate batches = new JdbcTemplate(dataSource);
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
    Cases journeyCases(DataSource dataSource, Tables tables) {
        return new Cases(JdbcClient.create(dataSource));
    }

    @Bean
    WorkLists journeyWorkLists(DataSource dataSource, Tables tables) {
        return new WorkLists(JdbcClient.create(dataSource));
    }

    @Bean
    Answers journeyAnswers(DataSource dataSource, Tables tables, CaseClock clock, JourneyProperties properties) {
        JourneyProperties.Rest rest = properties.rest();
        return new Answers(dataSource, tables.dialect(), clock, rest.idempotencyExpiry(), rest.duplicateWait());
    }

    @Bean
    ImportRuns journeyImportRuns(DataSource dataSource, Tables tables) {
        return new ImportRuns(JdbcClient.create(dataSource));
    }
}
