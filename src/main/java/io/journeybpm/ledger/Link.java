package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address by which somebody without a login sees one case, or one visit of it.
 *
 * @param id what the address is found by; worthless without its signature
 * @param made what was asked for
 * @param madeAt when
 * @param madeBy the user; absent: a process
 * @param revokedAt since when it is void
 * @param revokedBy who made it so
 * @param openedAt when it was first looked at
 * @param answeredAt when somebody last wrote through it
 */
public record Link(
        String id,
        NewLink made,
        Instant madeAt,
        @Nullable String madeBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable Instant openedAt,
        @Nullable Instant answeredAt) {

    /** Whose page an address opens. */
    public enum Purpose implements Word {

        /** The customer's, of the whole case. */
        CUSTOMER,

        /** A visitor's, of one visit. */
        VISIT
    }

    /** The case it shows. */
    public String caseId() {
        return made.caseId();
    }
}
