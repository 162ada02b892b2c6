package io.journeybpm.cluster;

import io.journeybpm.testing.Caller;
import io.journeybpm.testing.Multipart;

/** An event log that takes a server a while to read. */
final class RepairLog {

    /** The cases in it. */
    static final int CASES = 1500;

    /** The contacts of each. */
    static final int STEPS = 4;

    /** What has been read of it. */
    static final String READ = "journey_contact where case_id like 'L-%'";

    private static final String MAPPING = """
            {"journey": "repairs", "caseId": "order", "caseIdPrefix": "L-", "touchpoint": "step", "occurredAt": "at",
             "channel": "visit"}
            """;

    private RepairLog() {}

    /** Sends it and gives the import's id. */
    static String send(Caller caller) {
        StringBuilder log = new StringBuilder("order,step,at\n");
        for (int order = 0; order < CASES; order++) {
            for (int step = 1; step <= STEPS; step++) {
                log.append("%d,step %d,2026-01-0%dT08:00:00Z\n".formatted(order, step, step));
            }
        }
        return Multipart.ofFile("log", "log.csv", log.toString())
                .file("mapping", "mapping.json", MAPPING)
                .post(caller, "/api/imports")
                .expect(202)
                .at("/id");
    }
}
