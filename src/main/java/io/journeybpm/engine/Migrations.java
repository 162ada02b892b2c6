package io.journeybpm.engine;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Running cases that go on as another version of their journey. */
public interface Migrations {

    /** More cases than this go in a batch of the engine, one by one and in the background. */
    int AT_ONCE = 100;

    /**
     * Migrates, or tries to. Elements that are alike in both versions are taken for the same; a case that waits anywhere
     * else stays where it is, and is reported.
     *
     * @throws VersionUnknown if either version isn't deployed
     */
    Report migrate(Order order);

    /**
     * What is to go where.
     *
     * @param journey the journey's key
     * @param from the version cases run on
     * @param to the version they are to run on
     * @param cases which; absent: all that are open
     * @param dryRun whether only to see what would come of it
     */
    record Order(String journey, int from, int to, @Nullable Set<String> cases, boolean dryRun) {}

    /**
     * What came of it.
     *
     * @param cases how many were meant
     * @param migrated ids of those that go on as the other version, or would; none where a batch does it
     * @param batch the engine's id of the batch that does it
     * @param problems why others don't
     */
    record Report(
            int cases, List<String> migrated, @Nullable String batch, List<Obstacle> problems) {}

    /**
     * Why something can't be migrated.
     *
     * @param caseId the case; absent: it holds for every case
     * @param element id of the element concerned
     * @param message what is in the way
     */
    record Obstacle(@Nullable String caseId, @Nullable String element, String message) {}

    /** The journey isn't deployed in this version. */
    final class VersionUnknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;

        VersionUnknown(String key, int version, String field) {
            super("the journey '" + key + "' has no version " + version);
            this.field = field;
        }

        /** Which of the two was wrong, {@code from} or {@code to}. */
        public String field() {
            return field;
        }
    }
}
