package io.journeybpm.engine;

import io.journeybpm.engine.RunningCases.RecordedContact;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Visits of people without a login, whom somebody has sent: what waits for them in a running case, and what they answer.
 * Deadlocks and optimistic locking are the caller's to retry.
 */
public interface AnnouncedVisits {

    /** The touchpoints that wait in a case, in the order of their keys. */
    List<Waiting> waiting(String caseId);

    /** What the form of a waiting touchpoint asks besides the outcome, and its journey goes on by. */
    List<Question> questions(Waiting waiting);

    /**
     * Records the contact of a visit by completing the wait it is for. A contact whose external id the case knows is answered
     * as it was recorded then.
     *
     * @param report names its touchpoint, its activity instance and an external id
     * @param variables answers to the questions
     * @throws NoLongerWaiting if that touchpoint doesn't wait any more; nothing is recorded
     */
    RecordedContact answer(String caseId, ReportedContact report, Map<String, Object> variables);

    /**
     * A touchpoint that waits.
     *
     * @param touchpoint its key
     * @param title what people read
     * @param party who is to come
     * @param activityInstanceId which of several
     * @param task the user task it waits as; absent: it waits otherwise
     * @param fields names of its form's answers besides those of every contact
     */
    record Waiting(
            String touchpoint,
            String title,
            @Nullable String party,
            String activityInstanceId,
            @Nullable String task,
            List<String> fields) {}

    /**
     * A question of a form.
     *
     * @param key the answer's name
     * @param label in the words of the form
     * @param required whether there is no going on without it
     * @param kind how it is answered
     * @param choices what it may be answered with, where that is limited
     */
    record Question(String key, String label, boolean required, Kind kind, List<Choice> choices) {

        /** How a question is answered. */
        public enum Kind {
            TEXT,
            NUMBER,
            YES_NO,
            ONE_OF,
            SOME_OF
        }

        /**
         * An answer to choose.
         *
         * @param value what is handed to the journey
         * @param label what people read
         */
        public record Choice(String value, String label) {}
    }

    /** The visit was reported otherwise, or the journey has gone on without it. */
    final class NoLongerWaiting extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoLongerWaiting(String touchpoint) {
            super("'" + touchpoint + "' doesn't wait for this visit any more");
        }
    }
}
