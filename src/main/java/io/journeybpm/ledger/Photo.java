package io.journeybpm.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo of a case, without the picture itself.
 *
 * @param caseId the case
 * @param id not to be guessed
 * @param taken of what, by whom and when
 * @param addedAt when the ledger took it
 * @param width in pixels
 * @param height in pixels
 * @param size in bytes
 */
public record Photo(String caseId, String id, Taken taken, Instant addedAt, int width, int height, int size) {

    /** What every photo is kept as. */
    public static final String MEDIA_TYPE = "image/jpeg";

    /**
     * Where a photo comes from.
     *
     * @param link id of the visitor's link it came by
     * @param contact entry of the contact it shows the work of
     * @param party who met the customer
     * @param by the person, by name or user id
     * @param at when it was taken
     */
    public record Taken(
            @Nullable String link,
            @Nullable Integer contact,
            @Nullable String party,
            @Nullable String by,
            Instant at) {}

    /**
     * A picture in the two sizes it is kept in, both JPEG.
     *
     * @param content as it is looked at
     * @param small as it stands in lists
     * @param width of the larger one, in pixels
     * @param height of the larger one, in pixels
     */
    public record Picture(byte[] content, byte[] small, int width, int height) {}
}
