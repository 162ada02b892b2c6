package io.journeybpm.engine;

/**
 * A journey asks its customer for feedback. Published within the engine's transaction: send from a listener that waits
 * for the commit.
 *
 * @param caseId the case
 * @param touchpoint the touchpoint that asks
 */
public record FeedbackRequested(String caseId, String touchpoint) {}
