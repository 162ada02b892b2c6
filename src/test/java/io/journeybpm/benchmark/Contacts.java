package io.journeybpm.benchmark;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.flow;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One contact over REST, with a key that makes it safe to repeat, to one of many running cases, beside two measures: the
 * same statements by plain JDBC, and a message to a waiting instance by Camunda's own REST, at the same server.
 */
final class Contacts {

    static final String BY_REST = "r";
    static final String BY_JDBC = "j";

    private static final String KEY = "repair";
    private static final String WAITING = "waiting";
    private static final int COMPARED = 8;
    private static final int[] CLIENTS = {1, COMPARED, 32};

    private Contacts() {}

    static String caseId(String by, int number) {
        return by + "-" + number;
    }

    static void run(Options options, Postgres postgres, Results results, SharedServer shared) throws Exception {
        String url = shared.url();
        Server server = shared.get();
        int cases = options.small() / 10;
        ProcessHandle database = postgres.process();
        prepare(server.calls(), cases);
        Postgres.settle(url);
        try (WorkerProcess jdbc = new WorkerProcess(options, "contacts-jdbc", "jdbc", url, WorkerProcess.here())) {
            WarmUp.of(options, time -> Load.during(time, COMPARED, thread -> contact(server.calls(), cases)));
            WarmUp.of(
                    options,
                    time -> Load.during(time, COMPARED, thread -> message(server.calls(), cases, thread, COMPARED)));
            WarmUp.of(options, time -> jdbc.run(time, COMPARED, String.valueOf(cases)));
            for (int round = 0; round < options.rounds(); round++) {
                for (int clients : clients(options)) {
                    String name = ", " + clients + " clients";
                    results.turn(
                            "contact by JDBC" + name,
                            () -> jdbc.run(options.round(), clients, String.valueOf(cases)),
                            jdbc.process(),
                            database);
                    results.turn(
                            "contact over REST" + name,
                            () -> Load.during(options.round(), clients, thread -> contact(server.calls(), cases)),
                            server.process().handle(),
                            database);
                    results.turn(
                            "message to the engine" + name,
                            () -> Load.during(
                                    options.round(),
                                    clients,
                                    thread -> message(server.calls(), cases, thread, clients)),
                            server.process().handle(),
                            database);
                }
            }
        }
        for (int clients : clients(options)) {
            String end = ", " + clients + " clients [1/s]";
            results.ratio("contacts.rest/jdbc." + clients, "contact over REST" + end, "contact by JDBC" + end);
            results.ratio("contacts.rest/message." + clients, "contact over REST" + end, "message to the engine" + end);
        }
    }

    private static int[] clients(Options options) {
        return options.isFull() ? CLIENTS : new int[] {COMPARED};
    }

    /** Starts as many instances of each process as there are cases. */
    private static void prepare(Calls calls, int cases) {
        for (int each = 0; each < cases; each++) {
            open(calls, caseId(BY_REST, each));
            open(calls, caseId(BY_JDBC, each));
            calls.post(
                    "/engine-rest/process-definition/key/" + WAITING + "/start", "{\"businessKey\":\"" + each + "\"}");
        }
    }

    static void deploy(Calls calls) {
        calls.deploy(
                "repair.bpmn",
                document(process(
                        KEY,
                        row(
                                "j",
                                phase(
                                        "phase",
                                        row(
                                                "p",
                                                "<userTask id='visit'>" + touchpoint("visit", "plumber")
                                                        + "</userTask>",
                                                "<userTask id='call'>" + touchpoint("phone", "desk")
                                                        + "</userTask>"))))),
                "repair.dmn",
                Table.of("contact-escalation-" + KEY, Table.SMALL, 1_000_000),
                "waiting.bpmn",
                document(process(
                        WAITING,
                        "<startEvent id='start'/><exclusiveGateway id='again'/>"
                                + "<intermediateCatchEvent id='wait'><messageEventDefinition messageRef='message'/>"
                                + "</intermediateCatchEvent>",
                        flow("start", "again", "wait"),
                        flow("wait", "again"))));
    }

    static void open(Calls calls, String caseId) {
        calls.post(
                "/api/journeys/" + KEY + "/cases",
                "{\"caseId\":\"" + caseId + "\",\"customer\":{\"reference\":\"C-" + caseId
                        + "\",\"name\":\"Ida Holm\"}}");
    }

    private static void contact(Calls calls, int cases) {
        send(
                calls,
                caseId(BY_REST, ThreadLocalRandom.current().nextInt(cases)),
                UUID.randomUUID().toString());
    }

    /** A contact that the model knows but doesn't wait for. */
    static void send(Calls calls, String caseId, String key) {
        calls.post(
                "/api/cases/" + caseId + "/contacts",
                "{\"touchpoint\":\"call\",\"channel\":\"phone\",\"direction\":\"inbound\",\"party\":\"desk\","
                        + "\"outcome\":\"done\",\"note\":\"asked for the invoice once more\"}",
                "Idempotency-Key",
                key);
    }

    /** Each client has instances of its own: the engine refuses two messages to one instance at once. */
    private static void message(Calls calls, int cases, int client, int clients) {
        int number = ThreadLocalRandom.current().nextInt(cases / clients) * clients + client;
        calls.post("/engine-rest/message", "{\"messageName\":\"answer\",\"businessKey\":\"" + number + "\"}");
    }
}
