package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.casework.Limits;
import io.journeybpm.casework.Once;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.Photo.Taken;
import io.journeybpm.photos.Pictures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A photo as it was sent.
 *
 * @param sent its bytes
 * @param taken of what, by whom and when
 */
record PhotoBody(byte[] sent, Taken taken) {

    private static final String PHOTO = "photo";

    /**
     * Reads it.
     *
     * @param contactId of the contact it shows the work of
     * @param takenAt absent: now
     * @throws InvalidRequest if anything in it is wrong
     */
    static PhotoBody read(
            String caseId,
            MultipartFile photo,
            @Nullable String contactId,
            @Nullable String party,
            @Nullable String by,
            @Nullable String takenAt,
            Instant now) {
        Checks checks = new Checks();
        Instant at = checks.moment("takenAt", takenAt);
        if (at != null && at.isAfter(now.plus(Limits.CLOCKS_APART))) {
            checks.wrong("takenAt", "lies in the future; it is " + now);
        }
        Taken taken = new Taken(
                null,
                contact(caseId, contactId, checks),
                checks.text("party", party, Limits.NAME),
                checks.text("by", by, Limits.NAME),
                Objects.requireNonNullElse(at, now));
        if (photo.isEmpty()) {
            checks.wrong(PHOTO, "is empty");
        }
        checks.done();
        return new PhotoBody(bytes(photo), taken);
    }

    private static @Nullable Integer contact(String caseId, @Nullable String contactId, Checks checks) {
        if (contactId == null || contactId.isBlank()) {
            return null;
        }
        OptionalInt entry = EntryId.within(caseId, contactId);
        if (entry.isEmpty()) {
            checks.wrong("contactId", "isn't the contactId of a contact of this case");
            return null;
        }
        return entry.getAsInt();
    }

    private static byte[] bytes(MultipartFile photo) {
        if (photo.getSize() > Pictures.MOST_BYTES) {
            throw new Content.TooLarge(PHOTO, Pictures.MOST_BYTES);
        }
        try (InputStream content = photo.getInputStream()) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What tells it from another. */
    String digest() {
        return Once.digest((Once.digest(sent) + taken.contact() + taken.party() + taken.by())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
