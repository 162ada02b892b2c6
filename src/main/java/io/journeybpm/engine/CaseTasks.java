package io.journeybpm.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tasks of people that belong to cases. */
public interface CaseTasks {

    /** A task; empty if there is none, if it belongs to no case, or if the engine's current user may not see it. */
    Optional<CaseTask> find(String taskId);

    /**
     * A task of a case.
     *
     * @param caseId the case
     * @param touchpoint the touchpoint's key; absent for a task that is none, such as a review
     * @param party who meets the customer there
     * @param mine whether it waits for the engine's current user: assigned, or a candidate for it while nobody is
     */
    record CaseTask(
            String caseId,
            @Nullable String touchpoint,
            @Nullable String party,
            boolean mine) {}
}
