package io.journeybpm.imports;

import static io.journeybpm.imports.LogFixtures.mapping;

import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.NewCase;
import io.journeybpm.ledger.TimelineEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real ledger and the shipped thresholds on a database in memory, with nothing in it yet. */
@SpringBootTest(
        classes = ImportSetup.class,
        webEnvironment = WebEnvironment.NONE,
        properties = "journey.imports.max-size=1MB")
abstract class OnAnEmptyLedger {

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Ledger ledger;

    @Autowired
    Cases cases;

    @Autowired
    ImportSetup.Deployed deployed;

    @Autowired
    ImportSetup.Queued queued;

    @Autowired
    PlatformTransactionManager manager;

    JdbcTemplate db;

    @BeforeEach
    void anEmptyLedger(@Autowired DataSource dataSource) {
        db = new JdbcTemplate(dataSource);
        List.of("rise", "handoff", "event", "fact", "promise", "void", "contact", "case", "customer", "run")
                .forEach(each -> db.update("delete from journey_" + each));
        deployed.journeys.clear();
        queued.all.clear();
    }

    ImportView read(String log, ImportMapping mapping) throws Exception {
        return imports.run(file(log), mapping, null, (done, total) -> {});
    }

    Path file(String log) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "log", ""), log);
    }

    void open(String caseId, String journey) {
        new TransactionTemplate(manager)
                .executeWithoutResult(status -> ledger.open(new NewCase(
                        caseId, journey, null, null, Instant.parse("2026-07-01T00:00:00Z"), List.of(), null)));
    }

    <T extends TimelineEntry> List<T> timeline(String caseId, Class<T> kind) {
        return cases.timeline(caseId, null, 500).items().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** One visit a day from the first of August, by parties in turn. */
    static String[] visits(String parties, int count) {
        return IntStream.range(0, count)
                .mapToObj(day -> LogFixtures.event(
                        "visit",
                        String.valueOf(parties.charAt(day % parties.length())),
                        "2026-08-%02dT09:00:00Z".formatted(day + 1)))
                .toArray(String[]::new);
    }
}
