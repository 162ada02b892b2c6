package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import io.journeybpm.ledger.LedgerProblem.TooManyPhotos;
import io.journeybpm.ledger.Photo.Picture;
import io.journeybpm.ledger.Photo.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The photos of cases. Those of one case are added one after the other, as everything that is written of a case. */
public final class Photos {

    /** Twice the contacts of a case that goes badly; who documents more than that does it elsewhere. */
    public static final int MOST_OF_A_CASE = 200;

    /** What one visit needs to show: the way in, each room, the damage before and after. */
    public static final int MOST_OF_A_LINK = 12;

    private static final String INSERT = Sql.insert(
            "journey_photo",
            "case_id, id, sender_key, link, contact, party, taken_by, taken_at, added_at, media_type, width, height,"
                    + " size, content, small");

    /** Without the pictures, which nobody wants by the dozen. */
    private static final String SELECT =
            "select case_id, id, link, contact, party, taken_by, taken_at, added_at, width, height, size"
                    + " from journey_photo where case_id = ?";

    private final JdbcClient db;
    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final CaseClock clock;

    Photos(JdbcClient db, TransactionOperations transactions, Ledger ledger, CaseClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** In which of its sizes a photo is wanted. */
    public enum Size {
        /** As it is looked at. */
        WHOLE,
        /** As it stands in lists. */
        SMALL
    }

    /**
     * Adds a photo to a case, in the caller's transaction or one of its own.
     *
     * @param senderKey what the sender calls it, unique per case: one known by it is answered as it was added then
     * @throws LedgerProblem.CaseUnknown if there is no such case
     * @throws LedgerProblem.EntryUnknown if the case has no such contact
     * @throws TooManyPhotos if the case, or the link, has as many as it can keep
     */
    public Photo add(String caseId, Taken taken, Picture picture, @Nullable String senderKey) {
        return transactions.execute(status -> {
            CaseFile file = ledger.hold(caseId);
            return known(caseId, senderKey).orElseGet(() -> insert(file, taken, picture, senderKey));
        });
    }

    /** The photo a sender has added under this name. */
    public Optional<Photo> known(String caseId, @Nullable String senderKey) {
        return senderKey == null
                ? Optional.empty()
                : db.sql(SELECT + " and sender_key = ?")
                        .params(caseId, senderKey)
                        .query(Photos::map)
                        .optional();
    }

    private Photo insert(CaseFile file, Taken taken, Picture picture, @Nullable String senderKey) {
        String caseId = file.caseId();
        if (taken.contact() != null) {
            file.contacts().requireContact(taken.contact(), "contactId");
        }
        requireRoom(caseId, taken.link());
        Photo photo = new Photo(
                caseId,
                UUID.randomUUID().toString(),
                taken,
                clock.now(),
                picture.width(),
                picture.height(),
                picture.content().length);
        db.sql(INSERT)
                .params(
                        caseId,
                        photo.id(),
                        senderKey,
                        taken.link(),
                        taken.contact(),
                        taken.party(),
                        taken.by(),
                        time(taken.at()),
                        time(photo.addedAt()),
                        Photo.MEDIA_TYPE,
                        picture.width(),
                        picture.height(),
                        photo.size(),
                        picture.content(),
                        picture.small())
                .update();
        return photo;
    }

    private void requireRoom(String caseId, @Nullable String link) {
        List<Photo> kept = of(caseId);
        long ofLink = kept.stream()
                .filter(each -> link != null && link.equals(each.taken().link()))
                .count();
        if (ofLink >= MOST_OF_A_LINK) {
            throw new TooManyPhotos("visit", MOST_OF_A_LINK);
        }
        if (kept.size() >= MOST_OF_A_CASE) {
            throw new TooManyPhotos("case", MOST_OF_A_CASE);
        }
    }

    /** The photos of a case, oldest first. */
    public List<Photo> of(String caseId) {
        return db.sql(SELECT + " order by taken_at, id")
                .param(caseId)
                .query(Photos::map)
                .list();
    }

    /** The picture itself, if the case has it. */
    public Optional<byte[]> picture(String caseId, String id, Size size) {
        return db.sql("select " + (size == Size.SMALL ? "small" : "content")
                        + " from journey_photo where case_id = ? and id = ?")
                .params(caseId, id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private static Photo map(ResultSet row, int number) throws SQLException {
        return new Photo(
                row.getString("case_id"),
                row.getString("id"),
                new Taken(
                        row.getString("link"),
                        Sql.integer(row, "contact"),
                        row.getString("party"),
                        row.getString("taken_by"),
                        Sql.requiredInstant(row, "taken_at")),
                Sql.requiredInstant(row, "added_at"),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("size"));
    }
}
