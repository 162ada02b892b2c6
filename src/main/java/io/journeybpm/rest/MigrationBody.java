package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeybpm.casework.Checks;
import io.journeybpm.engine.Migrations;
import io.journeybpm.engine.Migrations.Obstacle;
import io.journeybpm.ledger.NewCase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cases to migrate.
 *
 * @param from the version they run on
 * @param to the version they are to run on
 * @param cases their ids; absent: all that are open
 * @param dryRun whether only to see what would come of it
 */
record MigrationBody(
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable List<@Nullable String> cases,
        @Nullable Boolean dryRun) {

    Migrations.Order read(String journey) {
        Checks checks = new Checks();
        int source = version("from", from, checks);
        int target = version("to", to, checks);
        if (from != null && from.equals(to)) {
            checks.wrong("to", "is the version they run on already");
        }
        Set<String> meant = null;
        if (cases != null) {
            List<String> ids = checks.list("cases", cases);
            for (int at = 0; at < ids.size(); at++) {
                if (!NewCase.isCaseId(ids.get(at))) {
                    checks.wrong("cases[" + at + "]", "can't be a case id");
                }
            }
            if (cases.isEmpty()) {
                checks.wrong("cases", "is empty; leave it out to mean all open cases");
            }
            meant = new TreeSet<>(ids);
        }
        checks.done();
        return new Migrations.Order(journey, source, target, meant, Boolean.TRUE.equals(dryRun));
    }

    private static int version(String field, @Nullable Integer version, Checks checks) {
        if (version == null) {
            checks.wrong(field, "is required");
            return 0;
        }
        if (version < 1) {
            checks.wrong(field, "is a number from 1");
        }
        return version;
    }

    /** Not one case could be migrated. */
    static final class NothingMigrated extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Obstacle> problems;

        NothingMigrated(List<Obstacle> problems) {
            super("no case can be migrated; nothing was changed");
            this.problems = problems;
        }

        List<Obstacle> problems() {
            return problems;
        }
    }

    /**
     * What came of it.
     *
     * @param journey the journey's key
     * @param from the version they ran on
     * @param to the version they run on now
     * @param dryRun whether nothing was changed
     * @param cases how many were meant
     * @param migrated ids of those that were migrated, or would be
     * @param batch the engine's batch that does it, which Cockpit shows
     * @param problems what is in the way of the others
     */
    record Answer(
            String journey,
            int from,
            int to,
            boolean dryRun,
            int cases,
            List<String> migrated,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String batch,

            List<Obstacle> problems) {

        /**
         * Answers an order.
         *
         * @throws NothingMigrated if that is so, unless it was asked what would come of it
         */
        static Reply.Effect<Answer> to(Migrations.Order order, Migrations.Report report) {
            if (!order.dryRun()
                    && report.batch() == null
                    && report.migrated().isEmpty()
                    && !report.problems().isEmpty()) {
                throw new NothingMigrated(report.problems());
            }
            Answer answer = new Answer(
                    order.journey(),
                    order.from(),
                    order.to(),
                    order.dryRun(),
                    report.cases(),
                    report.migrated(),
                    report.batch(),
                    report.problems());
            return report.batch() == null ? Reply.done(answer) : Reply.accepted(answer);
        }
    }
}
