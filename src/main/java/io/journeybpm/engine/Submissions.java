package io.journeybpm.engine;

import io.journeybpm.escalation.Escalations.Recorded;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A report from outside on its way through the engine to the touchpoint whose wait it completes. */
final class Submissions {

    private final ThreadLocal<@Nullable Submission> current = new ThreadLocal<>();

    /** A report, and what became of it. */
    static final class Submission {

        private final String activityInstanceId;
        private final ReportedContact report;
        private @Nullable Recorded recorded;

        Submission(String activityInstanceId, ReportedContact report) {
            this.activityInstanceId = activityInstanceId;
            this.report = report;
        }

        ReportedContact report() {
            return report;
        }

        Optional<Recorded> recorded() {
            return Optional.ofNullable(recorded);
        }

        void recorded(Recorded recorded) {
            this.recorded = recorded;
        }
    }

    /** Completes a wait with a report at hand. */
    void during(Submission submission, Runnable completion) {
        Submission outer = current.get();
        current.set(submission);
        try {
            completion.run();
        } finally {
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
        }
    }

    /** The report meant for an activity instance. */
    Optional<Submission> of(@Nullable String activityInstanceId) {
        return Optional.ofNullable(current.get()).filter(each -> each.activityInstanceId.equals(activityInstanceId));
    }
}
