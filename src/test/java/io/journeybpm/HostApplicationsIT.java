package io.journeybpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Applications of others on the plugin as packaged, each a process of its own. What came of it is read from their
 * databases after they have ended.
 */
@DisplayName("A host application")
@Execution(ExecutionMode.CONCURRENT)
class HostApplicationsIT {

    private static final Path HOSTS = Path.of(System.getProperty("journey.hosts"));
    private static final Path MIGRATIONS = Path.of("src/it/hosts/flyway/src/main/resources/db/migration");
    private static final String DECISIONS =
            "select d.key_ || ' ' || d.version_ || ' ' || coalesce(p.source_, 'scan') from act_re_decision_def d"
                    + " join act_re_deployment p on p.id_ = d.deployment_id_ order by 1";
    private static final String PROCESSES =
            "select d.key_ || ' ' || d.version_ || ' ' || coalesce(p.source_, 'scan') from act_re_procdef d"
                    + " join act_re_deployment p on p.id_ = d.deployment_id_ order by 1";
    private static final String FLYWAY_OF_BOOT =
            "select \"version\" from \"flyway_schema_history\" where \"type\" = 'SQL' order by \"installed_rank\"";
    private static final String FLYWAY_OF_JOURNEY =
            "select \"version\" from \"journey_schema_history\" where \"type\" = 'SQL' order by \"installed_rank\"";

    private final String url = "jdbc:h2:file:"
            + HOSTS.resolve("databases").resolve(UUID.randomUUID().toString()).toAbsolutePath();
    private final DriverManagerDataSource source = new DriverManagerDataSource(url, "sa", "");
    private final JdbcTemplate database = new JdbcTemplate(source);

    @Test
    void withNothingElseRunsItsJourneyAndFindsItsContacts() throws Exception {
        assertThat(libraries("plain"))
                .contains("camunda-bpm-journey", "spring-jdbc")
                .noneMatch(each -> each.matches("(spring-web|spring-security|jersey|camunda-engine-rest|springdoc).*"))
                .noneMatch(each -> each.matches("(postgresql|progressbar|spring-modulith-core).*"));

        assertThat(run("plain")).contains("FOUND return-1 in phase collecting: pick-up by courier, two boxes");
        assertDecisions("journey-defaults");
        assertThat(texts(PROCESSES))
                .containsExactly(
                        "case-escalation 1 journey-defaults",
                        "customer-message 1 journey-defaults",
                        "parcel-return 1 scan");

        assertThat(texts(FLYWAY_OF_JOURNEY)).contains("1");
    }

    @Test
    void withoutFlywayKeepsTheTablesItHas() throws Exception {
        database.execute("create table parcel (id integer primary key, what varchar(255))");
        database.execute("insert into parcel values (1, 'a lamp')");

        assertThat(run("plain")).contains("FOUND return-1");
        assertThat(texts("select what from parcel")).containsExactly("a lamp");
        assertThat(tables()).contains("JOURNEY_CASE", "journey_schema_history").doesNotContain("flyway_schema_history");
    }

    @Test
    void withFlywayGoesOnWithItsOwnMigrations() throws Exception {
        Flyway.configure()
                .dataSource(source)
                .locations("filesystem:" + MIGRATIONS)
                .target("1")
                .load()
                .migrate();
        database.execute("insert into parcel (id, what) values (1, 'a lamp')");

        run("flyway");
        assertThat(texts("select what || ' ' || weight from parcel")).containsExactly("a lamp 1");
        assertThat(texts(FLYWAY_OF_BOOT)).containsExactly("1", "2");
        assertThat(texts(FLYWAY_OF_JOURNEY)).contains("1");
    }

    @Test
    void withFlywayMigratesAnEmptyDatabaseBeforeThePluginDoes() throws Exception {
        run("flyway");
        assertThat(texts(FLYWAY_OF_BOOT)).containsExactly("1", "2");
        assertThat(texts(FLYWAY_OF_JOURNEY)).contains("1");
        assertThat(tables()).contains("PARCEL", "JOURNEY_CASE", "ACT_RU_TASK");
    }

    @Test
    void withAnEscalationOfItsOwnKeepsOursAway() throws Exception {
        assertThat(run("own")).contains("OWN TASKS 1");
        assertOwnEscalation("scan");
    }

    @Test
    void thatDeploysItsOwnEscalationLateAsAProcessApplicationKeepsOursAwayToo() throws Exception {
        assertThat(run("own", "--spring.profiles.active=process-application")).contains("OWN TASKS 1");
        assertOwnEscalation("process application");
    }

    private void assertDecisions(String escalationBy) {
        assertThat(texts(DECISIONS))
                .containsExactly(
                        "contact-escalation 1 " + escalationBy,
                        "contact-permission 1 journey-defaults",
                        "red-flag 1 journey-defaults",
                        "visit-readiness 1 journey-defaults");
    }

    private void assertOwnEscalation(String deployedBy) {
        assertDecisions(deployedBy);
        assertThat(texts(PROCESSES))
                .containsExactly(
                        "case-escalation 1 " + deployedBy,
                        "customer-message 1 journey-defaults",
                        "parcel-return 1 " + deployedBy);
        assertThat(texts("select reason from journey_rise")).containsExactly("nobody should have to meet us");
    }

    /** Runs a host to its end and gives what it has printed. */
    private String run(String host, String... more) throws IOException, InterruptedException {
        Path output = Files.createTempFile(HOSTS, host + "-", ".log");
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                jar(host).toString(),
                                "--spring.datasource.url=" + url,
                                "--spring.datasource.username=sa"),
                        Stream.of(more))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(output);
        assertThat(ended).as("the host's end, after%n%s", printed).isTrue();
        assertThat(process.exitValue())
                .as("the host's exit code, after%n%s", printed)
                .isZero();
        return printed;
    }

    private static Path jar(String host) {
        return HOSTS.resolve(host).resolve("target").resolve(host + ".jar");
    }

    /** Names of the libraries that came with the plugin, without their versions. */
    private static List<String> libraries(String host) throws IOException {
        try (JarFile file = new JarFile(jar(host).toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(each -> each.startsWith("BOOT-INF/lib/") && each.endsWith(".jar"))
                    .map(each -> each.substring("BOOT-INF/lib/".length()).replaceAll("-\\d.*", ""))
                    .toList();
        }
    }

    private List<String> tables() {
        return texts("select table_name from information_schema.tables");
    }

    private List<String> texts(String query) {
        return database.queryForList(query, String.class);
    }
}
