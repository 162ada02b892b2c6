package io.journeybpm.imports;

import io.journeybpm.decision.DecisionTables;
import io.journeybpm.engine.Journeys;
import io.journeybpm.engine.Rises;
import io.journeybpm.journey.Journey;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Rise;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The ledger's own beans on a database in memory, and stand-ins for the engine. */
@Configuration(proxyBeanMethods = false)
@Import(ImportSetup.Rooms.class)
class ImportSetup {

    @Bean
    EmbeddedDatabase dataSource() {
        return new EmbeddedDatabaseBuilder()
                .setType(EmbeddedDatabaseType.H2)
                .generateUniqueName(true)
                .build();
    }

    @Bean
    PlatformTransactionManager transactions(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    CaseClock clock() {
        return () -> Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Bean
    DecisionTables table() {
        return new ShippedThresholds();
    }

    @Bean
    Deployed journeys() {
        return new Deployed();
    }

    @Bean
    Queued rises() {
        return new Queued();
    }

    /** Journeys a test deploys. */
    static final class Deployed implements Journeys {

        final List<Journey> journeys = new ArrayList<>();

        @Override
        public List<Journey> latest() {
            return journeys;
        }

        @Override
        public Optional<Journey> latest(String key) {
            return journeys.stream().filter(each -> each.key().equals(key)).findFirst();
        }

        @Override
        public Optional<Journey> version(String key, int version) {
            return latest(key).filter(each -> each.version() == version);
        }

        @Override
        public List<Problem> problems(Journey journey) {
            return List.of();
        }
    }

    /** Rises that were queued. */
    static final class Queued implements Rises {

        final List<Rise> all = new ArrayList<>();

        @Override
        public void queue(CaseFile file, Rise rise) {
            all.add(rise);
        }
    }

    /** The rooms' configurations are their own business, so they are only named here. */
    static final class Rooms implements ImportSelector {

        @Override
        public String[] selectImports(AnnotationMetadata setup) {
            return new String[] {
                "io.journeybpm.ledger.LedgerAutoConfiguration",
                "io.journeybpm.escalation.EscalationAutoConfiguration",
                "io.journeybpm.imports.ImportsAutoConfiguration"
            };
        }
    }
}
