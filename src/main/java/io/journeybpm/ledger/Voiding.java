package io.journeybpm.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correction: a contact that no longer counts. The contact itself stays.
 *
 * @param caseId the case
 * @param entry its number among the case's entries
 * @param contact the entry of the contact
 * @param at when
 * @param reason why
 * @param actor who did it
 */
public record Voiding(
        String caseId,
        int entry,
        int contact,
        Instant at,
        String reason,
        @Nullable String actor) implements TimelineEntry {}
