package io.journeybpm.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.journeybpm.benchmark.RecordedSql.Setting;
import io.journeybpm.benchmark.RecordedSql.Statement;
import io.journeybpm.server.JourneyServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the database alone could do: the very statements one contact over REST sends in its transaction, repeated by
 * plain JDBC for other cases. They are recorded from a server in this process, which has ended when the turns begin.
 */
final class JdbcWork implements Worker.Role {

    /** Beyond any number a contact has from the server. */
    private static final int FIRST_ENTRY = 1_000_000;

    private static final int CONNECTIONS = 40;

    private final HikariDataSource source;
    private final List<Statement> statements;
    private final String recordedCase = Contacts.caseId(Contacts.BY_JDBC, 0);
    private final String recordedKey = UUID.randomUUID().toString();
    private final Map<String, Integer> entries = new ConcurrentHashMap<>();

    JdbcWork(String url) {
        RecordedSql sql = new RecordedSql();
        try (ConfigurableApplicationContext server = server(url, sql)) {
            int port =
                    ((ServletWebServerApplicationContext) server).getWebServer().getPort();
            try (Calls calls = new Calls("http://localhost:" + port)) {
                // the first ones read what is then known: users, models, the table
                for (int each = 0; each < 20; each++) {
                    Contacts.send(calls, recordedCase, UUID.randomUUID().toString());
                }
                statements = sql.during(() -> Contacts.send(calls, recordedCase, recordedKey));
            }
        }
        statements.forEach(each -> System.err.println("recorded: " + each.sql()));
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setAutoCommit(false);
        source = new HikariDataSource(pool);
    }

    private static ConfigurableApplicationContext server(String url, RecordedSql sql) {
        return new SpringApplicationBuilder(JourneyServer.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(sql))
                .run(Server.arguments(url, "--server.port=0", "--camunda.bpm.job-execution.enabled=false"));
    }

    @Override
    public Sample run(Duration time, int threads, String parameter) {
        int cases = Integer.parseInt(parameter);
        return Load.during(time, threads, thread -> {
            String caseId = Contacts.caseId(
                    Contacts.BY_JDBC, ThreadLocalRandom.current().nextInt(cases));
            String key = UUID.randomUUID().toString();
            try (Connection connection = source.getConnection()) {
                for (Statement each : statements) {
                    repeat(connection, each, caseId, key);
                }
                connection.commit();
            }
        });
    }

    private void repeat(Connection connection, Statement statement, String caseId, String key) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (Map.Entry<Integer, Setting> each : statement.parameters().entrySet()) {
                Object[] arguments = each.getValue().arguments().clone();
                if (arguments[1] instanceof String text) {
                    arguments[1] = text.replace(recordedCase, caseId).replace(recordedKey, key);
                }
                if (each.getKey() == statement.entryPosition()) {
                    arguments[1] = entries.merge(caseId, FIRST_ENTRY, (last, first) -> last + 1);
                }
                each.getValue().repeat(prepared, arguments);
            }
            if (prepared.execute()) {
                try (ResultSet rows = prepared.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
