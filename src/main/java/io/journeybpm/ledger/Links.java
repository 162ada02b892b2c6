package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.instant;
import static io.journeybpm.ledger.Sql.integer;
import static io.journeybpm.ledger.Sql.limit;
import static io.journeybpm.ledger.Sql.requiredInstant;
import static io.journeybpm.ledger.Sql.time;
import static io.journeybpm.ledger.Sql.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code journey_link}: addresses for people without a login. Every writing method is part of one transaction. */
public final class Links {

    private static final String COLUMNS = "link_id, purpose, case_id, party, touchpoint, activity_instance, promise,"
            + " visitor_name, visitor_phone, made_at, made_by, expires_at";
    private static final String INSERT = Sql.insert("journey_link", COLUMNS);
    private static final String FIND = "select * from journey_link where link_id = ?";
    private static final String USABLE = """
            select l.* from journey_link l join journey_case c on c.case_id = l.case_id
            where l.link_id = ? and l.revoked_at is null and l.expires_at > ?
              and (c.closed_at is null or c.closed_at > ?)
            """;
    private static final String OF_CASE =
            "select * from journey_link where case_id = ? order by made_at desc, link_id" + limit(200);

    private final JdbcClient db;
    private final CaseClock clock;

    Links(JdbcClient db, CaseClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Keeps a new one.
     *
     * @param id unguessable
     * @param user who makes it; absent: a process
     */
    public Link make(String id, NewLink made, @Nullable String user) {
        Link link = new Link(id, made, clock.now(), user, null, null, null, null);
        db.sql(INSERT)
                .params(
                        id,
                        made.purpose().word(),
                        made.caseId(),
                        made.party(),
                        made.touchpoint(),
                        made.activityInstance(),
                        made.promise(),
                        made.visitorName(),
                        made.visitorPhone(),
                        time(link.madeAt()),
                        user,
                        time(made.expiresAt()))
                .update();
        return link;
    }

    /** One of them, whatever has become of it. */
    public Optional<Link> find(String id) {
        return db.sql(FIND).param(id).query(Links::map).optional();
    }

    /**
     * One that is neither revoked nor expired, of a case that is open or was closed only lately.
     *
     * @param afterClosing how long it outlives the closing of its case
     */
    public Optional<Link> usable(String id, Duration afterClosing) {
        Instant now = clock.now();
        return db.sql(USABLE)
                .params(id, time(now), time(now.minus(afterClosing)))
                .query(Links::map)
                .optional();
    }

    /** Those of a case, newest first; the newest 200. */
    public List<Link> ofCase(String caseId) {
        return db.sql(OF_CASE).param(caseId).query(Links::map).list();
    }

    /** Makes one void; one that is void already stays as it is. */
    public void revoke(String id, @Nullable String user) {
        db.sql("update journey_link set revoked_at = ?, revoked_by = ? where link_id = ? and revoked_at is null")
                .params(time(clock.now()), user, id)
                .update();
    }

    /** Somebody looks at it; true for the first time. */
    public boolean opened(String id) {
        return db.sql("update journey_link set opened_at = ? where link_id = ? and opened_at is null")
                        .params(time(clock.now()), id)
                        .update()
                > 0;
    }

    /** Somebody wrote through it. */
    public void answered(String id) {
        db.sql("update journey_link set answered_at = ? where link_id = ?")
                .params(time(clock.now()), id)
                .update();
    }

    /** A visitor answered, once and for all; of the answer only its digest is kept here. */
    public void answered(String id, String digest) {
        db.sql("update journey_link set answered_at = ?, answer_digest = ? where link_id = ?")
                .params(time(clock.now()), digest, id)
                .update();
    }

    /** Whether this is what the visitor answered. */
    public boolean isAnswer(String id, String digest) {
        return db.sql("select count(*) from journey_link where link_id = ? and answer_digest = ?")
                        .params(id, digest)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Link map(ResultSet row, int number) throws SQLException {
        NewLink made = NewLinkBuilder.builder()
                .purpose(word(Link.Purpose.class, row.getString("purpose")))
                .caseId(row.getString("case_id"))
                .expiresAt(requiredInstant(row, "expires_at"))
                .party(row.getString("party"))
                .touchpoint(row.getString("touchpoint"))
                .activityInstance(row.getString("activity_instance"))
                .promise(integer(row, "promise"))
                .visitorName(row.getString("visitor_name"))
                .visitorPhone(row.getString("visitor_phone"))
                .build();
        return new Link(
                row.getString("link_id"),
                made,
                requiredInstant(row, "made_at"),
                row.getString("made_by"),
                instant(row, "revoked_at"),
                row.getString("revoked_by"),
                instant(row, "opened_at"),
                instant(row, "answered_at"));
    }
}
