package io.journeybpm.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a ledger grown a hundredfold costs whoever works on it: the slowest of a hundred journeys, contacts, views of a
 * case, timelines and work lists, at two servers whose ledgers differ in nothing but their size. The ledgers are filled
 * by multiplying one case that was recorded in the ordinary way, nine of ten of them closed.
 */
final class Growth {

    private static final int CLIENTS = 4;
    private static final int CONTACTS_PER_CASE = 10;
    /** No more than the smallest ledger has of what is listed, or the answers would differ in size. */
    private static final int PAGE = 4;

    private static final String TEMPLATE = "template";

    private Growth() {}

    /** A ledger of one size with the server that works on it. */
    private record Ledger(String name, String url, int cases, Server server) {

        String someCase() {
            return TEMPLATE + "-" + ThreadLocalRandom.current().nextInt(1, cases + 1);
        }

        /** One that is open. */
        String openCase() {
            return TEMPLATE + "-" + (ThreadLocalRandom.current().nextInt(1, cases / 10 + 1) * 10);
        }
    }

    @FunctionalInterface
    private interface Call {
        void make(Ledger ledger, Calls calls);
    }

    static void run(Options options, Postgres postgres, Results results) throws Exception {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put(
                "contact",
                (ledger, to) ->
                        Contacts.send(to, ledger.openCase(), UUID.randomUUID().toString()));
        calls.put("case", (ledger, to) -> to.get("/api/cases/" + ledger.someCase()));
        calls.put("timeline", (ledger, to) -> to.get("/api/cases/" + ledger.someCase() + "/timeline"));
        if (options.isFull()) {
            calls.put("promises", (ledger, to) -> to.get("/api/promises?party=plumber&state=open&limit=" + PAGE));
            calls.put("cases", (ledger, to) -> to.get("/api/cases?level=watch&limit=" + PAGE));
        }
        String smallUrl = postgres.create("growth_small");
        String largeUrl = postgres.create("growth_large");
        try (Server smallServer = Server.start(options, "growth-small", smallUrl);
                Server largeServer = Server.start(options, "growth-large", largeUrl)) {
            List<Ledger> both = List.of(
                    ledger("small", smallUrl, options.small(), smallServer),
                    ledger("large", largeUrl, options.large(), largeServer));
            for (Ledger each : both) {
                WarmUp.of(
                        options,
                        time -> Load.during(time, CLIENTS, thread -> calls.values()
                                .forEach(call -> call.make(each, each.server.calls()))));
            }
            for (int round = 0; round < options.rounds(); round++) {
                calls.forEach((name, call) -> {
                    for (Ledger each : both) {
                        results.turn(
                                name + ", " + each.name,
                                () -> Load.during(
                                        options.round(), CLIENTS, thread -> call.make(each, each.server.calls())),
                                each.server.process().handle());
                    }
                });
            }
            if (options.isFull()) {
                journeys(options, results, both);
            }
        }
        calls.keySet()
                .forEach(each ->
                        results.ratio("growth.p99." + each, each + ", large [p99 ms]", each + ", small [p99 ms]"));
    }

    private static void journeys(Options options, Results results, List<Ledger> ledgers) throws IOException {
        Map<Ledger, WorkerProcess> workers = new LinkedHashMap<>();
        try {
            for (Ledger each : ledgers) {
                String name = "growth-journeys-" + each.name;
                workers.put(each, new WorkerProcess(options, name, "plugin", each.url, WorkerProcess.here()));
            }
            workers.forEach(
                    (ledger, worker) -> WarmUp.of(options, time -> worker.run(time, Journeys.THREADS, ledger.name)));
            for (int round = 0; round < options.rounds(); round++) {
                workers.forEach((ledger, worker) -> results.turn(
                        "journey, " + ledger.name,
                        () -> worker.run(options.round(), Journeys.THREADS, ledger.name),
                        worker.process()));
            }
        } finally {
            workers.values().forEach(WorkerProcess::close);
        }
        results.ratio("growth.p99.journey", "journey, large [p99 ms]", "journey, small [p99 ms]");
    }

    private static Ledger ledger(String name, String url, int contacts, Server server) throws SQLException {
        fill(server.calls(), url, contacts / CONTACTS_PER_CASE);
        return new Ledger(name, url, contacts / CONTACTS_PER_CASE, server);
    }

    /** Records one case and multiplies it. */
    private static void fill(Calls calls, String url, int cases) throws SQLException {
        Contacts.deploy(calls);
        Contacts.open(calls, TEMPLATE);
        for (int each = 0; each < CONTACTS_PER_CASE; each++) {
            Contacts.send(calls, TEMPLATE, UUID.randomUUID().toString());
        }
        calls.post(
                "/api/cases/" + TEMPLATE + "/promises",
                "{\"what\":\"a visit\",\"party\":\"plumber\",\"from\":\"2026-12-01T08:00:00Z\","
                        + "\"to\":\"2026-12-01T10:00:00Z\"}");
        JsonNode shown = calls.json("/api/cases/" + TEMPLATE);
        if (shown.path("counts").path("contacts").asInt() != CONTACTS_PER_CASE) {
            throw new IllegalStateException("the template is " + shown);
        }
        Multiplied.fill(url, TEMPLATE, cases);
        Postgres.settle(url);
    }
}
