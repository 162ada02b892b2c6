package io.journeybpm.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One server for what can share one, since starting it costs more than most turns: its ledger holds the cases of whoever
 * came before. It starts when first needed, and takes over jobs of a server that died within seconds.
 */
final class SharedServer implements AutoCloseable {

    private static final String[] JOBS = {
        "--camunda.bpm.job-execution.lock-time-in-millis=5000",
        "--camunda.bpm.job-execution.wait-time-in-millis=1000",
        "--camunda.bpm.job-execution.max-wait=1000"
    };

    private final Options options;
    private final String url;
    private @Nullable Server server;

    SharedServer(Options options, Postgres postgres) throws SQLException {
        this.options = options;
        this.url = postgres.create("shared");
    }

    String url() {
        return url;
    }

    Server get() throws IOException {
        if (server == null) {
            server = Server.start(options, "shared", url, JOBS);
            Contacts.deploy(server.calls());
        }
        return server;
    }

    /** A second server on the same database. */
    Server another() throws IOException {
        return Server.start(options, "another", url, JOBS);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
