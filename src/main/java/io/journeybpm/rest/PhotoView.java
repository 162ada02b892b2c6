package io.journeybpm.rest;

import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.Photo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo of a case.
 *
 * @param photoId its id
 * @param takenAt when it was taken
 * @param addedAt when it was added to the case
 * @param party who met the customer
 * @param by the person who took it
 * @param contactId id of the contact it shows the work of
 * @param width in pixels
 * @param height in pixels
 * @param size in bytes
 * @param picture path of the picture itself, a JPEG
 * @param small path of the picture at 320 pixels at most
 */
record PhotoView(
        String photoId,
        Instant takenAt,
        Instant addedAt,
        @Nullable String party,
        @Nullable String by,
        @Nullable String contactId,
        int width,
        int height,
        int size,
        String picture,
        String small) {

    static PhotoView of(Photo photo, ApiPath path) {
        String picture = path.ofEntry(photo.caseId(), "photos", photo.id());
        Integer contact = photo.taken().contact();
        return new PhotoView(
                photo.id(),
                photo.taken().at(),
                photo.addedAt(),
                photo.taken().party(),
                photo.taken().by(),
                contact == null ? null : EntryId.of(photo.caseId(), contact),
                photo.width(),
                photo.height(),
                photo.size(),
                picture,
                picture + "?size=small");
    }
}
