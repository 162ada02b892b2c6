package io.journeybpm.ledger;

import io.journeybpm.settings.JourneyProperties.Partition;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The tables, kept by migrations with histories of their own. */
final class Schema {

    private static final String ROOM = "classpath:io/journeybpm/ledger/";

    private final DataSource source;
    private final Dialect dialect;

    Schema(DataSource source) {
        this.source = source;
        this.dialect = Dialect.of(source);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Makes the tables as this version needs them. */
    void migrate() {
        migrate("journey_schema_history", ROOM + "migrations", ROOM + dialect.word());
    }

    /**
     * Keeps contacts in partitions from here on. Asked for at any time, it has a history of its own: migrations to come
     * would otherwise be older than it.
     *
     * @throws IllegalStateException if the database can't
     */
    void partition(@Nullable Partition by) {
        if (by == null) {
            return;
        }
        if (dialect != Dialect.POSTGRESQL) {
            throw new IllegalStateException("journey.schema.partition-contacts needs PostgreSQL, this is " + dialect);
        }
        migrate("journey_partition_history", ROOM + "partitions");
    }

    private void migrate(String history, String... locations) {
        Flyway.configure()
                .dataSource(source)
                .locations(locations)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
