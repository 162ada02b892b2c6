package io.journeybpm.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The PostgreSQL everything runs on, with the settings one would give it on a small machine. */
final class Postgres implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.of(
            "shared_buffers", "512MB",
            "max_wal_size", "4GB",
            "effective_cache_size", "2GB",
            "work_mem", "8MB",
            "checkpoint_timeout", "15min",
            "max_connections", "300");

    private final EmbeddedPostgres server;

    Postgres(boolean durable) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        SETTINGS.forEach(builder::setServerConfig);
        builder.setServerConfig("synchronous_commit", durable ? "on" : "off");
        builder.setServerConfig("fsync", durable ? "on" : "off");
        server = builder.start();
    }

    /** A new, empty database. */
    String create(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return url(name);
    }

    String url(String name) {
        return server.getJdbcUrl("postgres", name);
    }

    static JdbcClient sql(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    }

    /** Makes the planner know what is there, and writes what would else be written in the middle of a round. */
    static void settle(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    /** Its first process, which starts all others. */
    ProcessHandle process() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                var statement = connection.createStatement();
                var backend = statement.executeQuery("select pg_backend_pid()")) {
            backend.next();
            return ProcessHandle.of(backend.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    Map<String, String> about() {
        Map<String, String> about = new TreeMap<>(SETTINGS);
        JdbcClient db = sql(url("postgres"));
        about.put("version", db.sql("select version()").query(String.class).single());
        for (String each : new String[] {"synchronous_commit", "fsync", "shared_buffers"}) {
            about.put(each, db.sql("show " + each).query(String.class).single());
        }
        return about;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
