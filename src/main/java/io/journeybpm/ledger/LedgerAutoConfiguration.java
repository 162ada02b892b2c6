package io.journeybpm.ledger;

import io.journeybpm.settings.JourneyProperties;
import javax.sql.DataSource;
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
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** The ledger on the application's data source, its tables kept by migrations of their own. */
@AutoConfiguration(after = DataSourceTransactionManagerAutoConfiguration.class)
@ConditionalOnProperty(name = "journey.enabled", matchIfMissing = true)
@EnableConfigurationProperties(JourneyProperties.class)
class LedgerAutoConfiguration {

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
        Schema schema = new Schema(storage.source());
        if (properties.schema().migrate()) {
            // Flyway's own lock comes too late: tables another server is just making would pass for a baseline
            try (StartTurns.Turn held = turns.take()) {
                schema.migrate();
                schema.partition(properties.schema().partitionContacts());
            }
        }
        return new Tables(schema.dialect());
    }

    @Bean
    Ledger journeyLedger(
            Storage storage,
            Tables tables,
            Cases cases,
            CaseClock clock,
            JourneyProperties properties,
            ObjectProvider<CaseWatch> watches) {
        JdbcTemplate batches = new JdbcTemplate(storage.source());
        JdbcClient db = JdbcClient.create(batches);
        Inserts inserts = new Inserts(batches);
        return new Ledger(
                new CaseRows(db, batches, inserts),
                new ContactRows(db, inserts),
                new EntryRows(batches, inserts),
                new PermissionRows(batches, inserts),
                customerRows(db, batches, tables, new Phones(properties.region())),
                inserts,
                cases,
                clock,
                SingletonSupplier.of(() -> watches.orderedStream().toList()));
    }

    private static CustomerRows customerRows(JdbcClient db, JdbcTemplate batches, Tables tables, Phones phones) {
        CustomerWords words = new CustomerWords(db, batches, new Inserts(batches));
        return new CustomerRows(db, batches, tables.dialect(), words, phones);
    }

    @Bean
    Cases journeyCases(Storage storage, Tables tables, JourneyProperties properties) {
        return new Cases(JdbcClient.create(storage.source()), new Phones(properties.region()));
    }

    @Bean
    OrderedCases journeyOrderedCases(Storage storage, Tables tables, JourneyProperties properties) {
        return new OrderedCases(JdbcClient.create(storage.source()), new Phones(properties.region()));
    }

    @Bean
    Customers journeyCustomers(Storage storage, Tables tables, JourneyProperties properties) {
        JdbcTemplate batches = new JdbcTemplate(storage.source());
        JdbcClient db = JdbcClient.create(batches);
        Phones phones = new Phones(properties.region());
        return new Customers(
                db,
                customerRows(db, batches, tables, phones),
                new WordSearch(db),
                phones,
                new TransactionTemplate(storage.transactions()));
    }

    @Bean
    OpenCases journeyOpenCases(Storage storage, Tables tables, Cases cases, CaseClock clock) {
        JdbcTemplate batches = new JdbcTemplate(storage.source());
        JdbcClient db = JdbcClient.create(batches);
        return new OpenCases(db, new ContactRows(db, new Inserts(batches)), cases, clock);
    }

    @Bean
    OutboundContacts journeyOutboundContacts(Storage storage, Tables tables) {
        JdbcClient db = JdbcClient.create(storage.source());
        return new OutboundContacts(db, new Turns(db, tables.dialect()));
    }

    @Bean
    CustomerPreferences journeyCustomerPreferences(Storage storage, Tables tables, CaseClock clock) {
        return new CustomerPreferences(JdbcClient.create(storage.source()), tables.dialect(), clock);
    }

    @Bean
    WatchedCustomers journeyWatchedCustomers(Storage storage, Tables tables) {
        JdbcClient db = JdbcClient.create(storage.source());
        return new WatchedCustomers(db, new Turns(db, tables.dialect()));
    }

    @Bean
    PlannedVisits journeyPlannedVisits(Storage storage, Tables tables, Ledger ledger, JourneyProperties properties) {
        return new PlannedVisits(
                JdbcClient.create(storage.source()), ledger, properties.visits().mergeWithin());
    }

    @Bean
    Photos journeyPhotos(Storage storage, Tables tables, Ledger ledger, CaseClock clock) {
        return new Photos(
                JdbcClient.create(storage.source()), new TransactionTemplate(storage.transactions()), ledger, clock);
    }

    @Bean
    VisitRecords journeyVisitRecords(Storage storage, Tables tables) {
        return new VisitRecords(JdbcClient.create(storage.source()));
    }

    @Bean
    Histories journeyHistories(Storage storage, Tables tables, Cases cases, CaseClock clock) {
        return new Histories(JdbcClient.create(storage.source()), cases, clock);
    }

    @Bean
    Hindrances journeyHindrances(Storage storage, Tables tables) {
        return new Hindrances(JdbcClient.create(storage.source()));
    }

    @Bean
    WorkLists journeyWorkLists(Storage storage, Tables tables) {
        return new WorkLists(JdbcClient.create(storage.source()));
    }

    @Bean
    CasePaths journeyCasePaths(Storage storage, Tables tables) {
        return new CasePaths(JdbcClient.create(storage.source()));
    }

    @Bean
    Overview journeyOverview(Storage storage, Tables tables) {
        return new Overview(JdbcClient.create(storage.source()));
    }

    @Bean
    DailyFigures journeyDailyFigures(Storage storage, Tables tables) {
        return new DailyFigures(JdbcClient.create(storage.source()));
    }

    @Bean(initMethod = "keepMaking")
    ContactMonths journeyContactMonths(Storage storage, Tables tables) {
        return new ContactMonths(
                JdbcClient.create(storage.source()), new TransactionTemplate(storage.transactions()), tables.dialect());
    }

    @Bean
    JourneyFigures journeyFigures(Storage storage, Tables tables) {
        JdbcClient db = JdbcClient.create(storage.source());
        return new JourneyFigures(
                new MapRows(db),
                new StoryRows(db),
                new TransactionTemplate(storage.transactions()),
                JourneyFigures.STEP);
    }

    @Bean
    Answers journeyAnswers(Storage storage, Tables tables, CaseClock clock, JourneyProperties properties) {
        JourneyProperties.Rest rest = properties.rest();
        return new Answers(storage.source(), tables.dialect(), clock, rest.idempotencyExpiry(), rest.duplicateWait());
    }

    @Bean
    Links journeyLinkRows(Storage storage, Tables tables, CaseClock clock) {
        return new Links(JdbcClient.create(storage.source()), clock);
    }

    @Bean
    Secrets journeySecrets(Storage storage, Tables tables) {
        return new Secrets(
                JdbcClient.create(storage.source()),
                tables.dialect(),
                new TransactionTemplate(
                        storage.transactions(),
                        new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW)));
    }

    @Bean
    Runs journeyRuns(Storage storage, Tables tables) {
        return new Runs(JdbcClient.create(storage.source()));
    }
}
