package io.journeybpm.cluster;

import io.journeybpm.testing.Caller;
import io.journeybpm.testing.Caller.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Senders that open cases and report contacts as integrators are told to: each call with a key of its own, to one server
 * after the other, and again with the same key, elsewhere, as long as it isn't answered. They go on until told to stop;
 * then they finish what they have begun.
 */
final class Customers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Leaves the servers time to start. */
    private static final long PAUSE_MILLIS = 50;

    private static final int CONTACTS = 7;
    private static final int REVIEWED_EVERY = 3;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int SERVER_ERROR = 500;
    private static final String[] PARTIES = {"office", "courier", "workshop"};

    /** Ids of acknowledged contacts, by the note they carry. */
    final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /** Cases all of whose contacts but the awaited reply are acknowledged. */
    final Set<String> cases = ConcurrentHashMap.newKeySet();

    /** Answers that should not have come. */
    final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();

    /** Calls that broke off or found no server, and were repeated. */
    final AtomicInteger repeated = new AtomicInteger();

    private final Cluster cluster;
    private final List<Caller> servers;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final String prefix;
    private final ExecutorService threads;
    private final List<Future<?>> running = new ArrayList<>();
    private final Future<?> replies;
    private volatile boolean stopping;
    private volatile boolean sent;

    Customers(Cluster cluster, String prefix, int senders) {
        this.cluster = cluster;
        this.prefix = prefix;
        this.servers = List.of(cluster.on(cluster.a), cluster.on(cluster.b));
        this.threads = Executors.newCachedThreadPool();
        for (int sender = 0; sender < senders; sender++) {
            running.add(threads.submit(this::send));
        }
        this.replies = threads.submit(this::reply);
    }

    /** Has them open no more cases, and waits until every case has had its reply. */
    void finish() throws Exception {
        stopping = true;
        for (Future<?> each : running) {
            each.get();
        }
        sent = true;
        replies.get();
    }

    /** Has more people open a case each, at once. */
    void join(int many) {
        for (int each = 0; each < many; each++) {
            running.add(threads.submit(this::bring));
        }
    }

    private Void send() throws InterruptedException {
        while (!stopping) {
            bring();
        }
        return null;
    }

    private Void bring() throws InterruptedException {
        int number = opened.incrementAndGet();
        String caseId = prefix + number;
        post("/api/journeys/" + Cluster.ERRAND + "/cases", "{'caseId':'" + caseId + "'}", "open-" + caseId);
        for (int n = 0; n < CONTACTS; n++) {
            contact(caseId, n);
        }
        if (number % REVIEWED_EVERY == 0) {
            post("/api/cases/" + caseId + "/reviews", "{'level':'none','reason':'seen'}", "review-" + caseId);
            for (int n = CONTACTS; n < 2 * CONTACTS; n++) {
                contact(caseId, n);
            }
        }
        cases.add(caseId);
        return null;
    }

    private void contact(String caseId, int n) throws InterruptedException {
        String key = caseId + "-" + n;
        String body = "{'channel':'phone','direction':'inbound','party':'%s','outcome':'%s','note':'%s'}"
                .formatted(PARTIES[n % PARTIES.length], n % 4 == 3 ? "failed" : "done", key);
        acknowledged.put(
                key, post("/api/cases/" + caseId + "/contacts", body, key).at("/contactId"));
        Thread.sleep(PAUSE_MILLIS);
    }

    /** Gives each case the reply it waits for, once its journey has come to it. */
    private Void reply() throws Exception {
        Set<String> replied = ConcurrentHashMap.newKeySet();
        Instant lately = Instant.now();
        while (!sent || !replied.containsAll(cases)) {
            if (!sent) {
                lately = Instant.now();
            } else if (Instant.now().isAfter(lately.plus(PATIENCE))) {
                throw new AssertionError("not every journey came to its reply, only " + replied);
            }
            for (String caseId : waiting()) {
                if (cases.contains(caseId) && replied.add(caseId)) {
                    String key = caseId + "-reply";
                    String body = "{'touchpoint':'" + Cluster.REPLY + "','note':'" + key + "'}";
                    Answer answer = post("/api/cases/" + caseId + "/contacts", body, key);
                    acknowledged.put(key, answer.at("/contactId"));
                    if (!answer.at("/completed").equals(Cluster.REPLY)) {
                        complaints.add("a reply to nothing: " + answer.body());
                    }
                }
            }
            Thread.sleep(100);
        }
        return null;
    }

    private List<String> waiting() {
        return cluster.texts("""
                select root.business_key_ from act_ru_event_subscr s
                join act_ru_execution root on root.id_ = s.proc_inst_id_
                where s.activity_id_ = ?""", Cluster.REPLY);
    }

    private Answer post(String path, String body, String key) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        String last = "";
        while (Instant.now().isBefore(end)) {
            Caller server = servers.get(turn.getAndIncrement() % servers.size());
            try {
                Answer answer = server.post(path, body, "Idempotency-Key", key);
                if (answer.status() == OK || answer.status() == CREATED) {
                    return answer;
                }
                last = answer.status() + " " + answer.body();
                if (answer.status() >= SERVER_ERROR || answer.header("Retry-After") == null) {
                    complaints.add(path + " " + key + ": " + last);
                }
            } catch (UncheckedIOException gone) {
                last = String.valueOf(gone.getMessage());
            }
            repeated.incrementAndGet();
            Thread.sleep(20);
        }
        throw new AssertionError(path + " was never answered, last " + last);
    }

    @Override
    public String toString() {
        return cases.size() + " cases, " + acknowledged.size() + " contacts, " + repeated + " calls repeated";
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
    }
}
