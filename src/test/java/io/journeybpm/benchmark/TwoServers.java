package io.journeybpm.benchmark;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two server processes on one database: contacts a second at one of them and at both; then one is killed while contacts
 * come in and journeys are worked on by jobs, and what the other makes of it is counted.
 */
final class TwoServers {

    private static final int CLIENTS = 8;
    private static final int JOURNEYS = 200;
    private static final String BY_JOB = "by-job";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Begins the names of the cases they share. */
    private static final String CASES = "s";

    private TwoServers() {}

    static void run(Options options, Postgres postgres, Results results, SharedServer shared) throws Exception {
        String url = shared.url();
        int cases = options.small() / 10;
        Server one = shared.get();
        try (Server two = shared.another()) {
            one.calls().deploy("by-job.bpmn", document(process(BY_JOB, row("j", phase("phase", row("p", jobs()))))));
            for (int each = 0; each < cases; each++) {
                Contacts.open(one.calls(), Contacts.caseId(CASES, each));
            }
            Postgres.settle(url);
            List<Calls> both = List.of(one.calls(), two.calls());
            WarmUp.of(options, time -> Load.during(time, CLIENTS, thread -> send(both, thread, cases)));
            for (int round = 0; round < options.rounds(); round++) {
                results.turn(
                        "contact, one of two servers",
                        () -> Load.during(
                                options.round(), CLIENTS, thread -> send(List.of(one.calls()), thread, cases)),
                        one.process().handle(),
                        postgres.process());
                results.turn(
                        "contact, both servers",
                        () -> Load.during(options.round(), CLIENTS, thread -> send(both, thread, cases)),
                        one.process().handle(),
                        two.process().handle(),
                        postgres.process());
            }
            kill(options, one, two, Postgres.sql(url), cases, results);
        }
    }

    private static String[] jobs() {
        String[] steps = new String[4];
        for (int each = 0; each < steps.length; each++) {
            steps[each] = "<serviceTask id='s" + each
                    + "' camunda:asyncBefore='true' camunda:delegateExpression='${recordTouchpoint}'>"
                    + touchpoint("sms", "desk") + "</serviceTask>";
        }
        return steps;
    }

    private static void send(List<Calls> servers, int thread, int cases) {
        Contacts.send(
                servers.get(thread % servers.size()),
                Contacts.caseId(CASES, ThreadLocalRandom.current().nextInt(cases)),
                UUID.randomUUID().toString());
    }

    private static void kill(Options options, Server one, Server two, JdbcClient db, int cases, Results results)
            throws Exception {
        long before = contacts(db);
        int journeys = options.isFull() ? JOURNEYS : JOURNEYS / 5;
        for (int each = 0; each < journeys; each++) {
            one.calls().post("/api/journeys/" + BY_JOB + "/cases", "{\"caseId\":\"" + BY_JOB + "-" + each + "\"}");
        }
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> {
                    try {
                        one.process().kill();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                },
                CompletableFuture.delayedExecutor(options.round().toMillis() / 2, TimeUnit.MILLISECONDS));
        List<Calls> both = List.of(one.calls(), two.calls());
        Load.during(options.round(), CLIENTS, thread -> insist(both, thread, cases, acknowledged));
        end.join();
        await(db);
        long recorded = contacts(db) - before;
        results.ratio("cluster.lost", Math.max(0, acknowledged.size() - recorded));
        results.ratio("cluster.doubled", Math.max(0, recorded - acknowledged.size()));
        results.ratio("cluster.unfinished", unfinished(db));
        System.out.printf(
                "  %d contacts acknowledged, %d recorded; %d of %d journeys by job not finished%n",
                acknowledged.size(), recorded, unfinished(db), journeys);
    }

    /** Sends a contact until somebody acknowledges it, to one server after the other, always with the same key. */
    private static void insist(List<Calls> servers, int thread, int cases, Set<String> acknowledged)
            throws InterruptedException {
        String key = UUID.randomUUID().toString();
        String caseId = Contacts.caseId(CASES, ThreadLocalRandom.current().nextInt(cases));
        Instant end = Instant.now().plus(PATIENCE);
        for (int attempt = thread; Instant.now().isBefore(end); attempt++) {
            try {
                Contacts.send(servers.get(attempt % servers.size()), caseId, key);
                acknowledged.add(key);
                return;
            } catch (UncheckedIOException gone) {
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("nobody took " + key);
    }

    private static void await(JdbcClient db) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (unfinished(db) > 0 && Instant.now().isBefore(end)) {
            Thread.sleep(500);
        }
    }

    private static long contacts(JdbcClient db) {
        return db.sql("select count(*) from journey_contact where case_id like ?")
                .param(CASES + "-%")
                .query(Long.class)
                .single();
    }

    /** Journeys by job that haven't come to their end with each step done once. */
    private static long unfinished(JdbcClient db) {
        return db.sql("select count(*) from journey_case c where c.journey = ? and (c.status <> 'closed' or ? <>"
                        + " (select count(*) from journey_contact t where t.case_id = c.case_id))")
                .params(BY_JOB, jobs().length)
                .query(Long.class)
                .single();
    }
}
