package io.journeybpm.ledger;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of a visit somebody was sent to, and of its appointment. */
public final class VisitRecords {

    private static final String NOT_VOIDED =
            " and not exists (select 1 from journey_void v where v.case_id = c.case_id and v.contact = c.entry)";

    private static final String BY_EXTERNAL_ID =
            "select c.* from journey_contact c where c.case_id = ? and c.external_id = ?";

    private static final String BY_ACTIVITY =
            "select c.* from journey_contact c where c.case_id = ? and c.activity_instance_id = ?" + NOT_VOIDED;

    private static final String BY_PLACE = "select c.* from journey_contact c"
            + " where c.case_id = ? and c.touchpoint = ? and c.recorded_at >= ?" + NOT_VOIDED
            + " order by c.entry" + Sql.limit(1);

    private static final String BY_PARTY = "select c.* from journey_contact c"
            + " where c.case_id = ? and c.party = ? and c.recorded_at >= ?" + NOT_VOIDED
            + " order by c.entry" + Sql.limit(1);

    private static final String CONFIRMED = "select max(e.at) as confirmed_at from journey_event e"
            + " where e.case_id = ? and e.kind = ? and e.subject = ? and e.at >= ?";

    private final JdbcClient db;

    VisitRecords(JdbcClient db) {
        this.db = db;
    }

    /** The contact a sender has reported under an id of its own, voided or not. */
    public Optional<Contact> reportedAs(String caseId, String externalId) {
        return first(BY_EXTERNAL_ID, caseId, externalId);
    }

    /**
     * The contact by which somebody else reported a visit.
     *
     * @param activityInstance of the wait that the visit was to complete, where that is known
     * @param touchpoint else the touchpoint that was visited
     * @param party else who was to visit
     * @param since when the visit was announced
     */
    public Optional<Contact> reported(
            String caseId,
            @Nullable String activityInstance,
            @Nullable String touchpoint,
            @Nullable String party,
            Instant since) {
        if (activityInstance != null) {
            return first(BY_ACTIVITY, caseId, activityInstance);
        }
        if (touchpoint != null) {
            return first(BY_PLACE, caseId, touchpoint, Sql.time(since));
        }
        return party == null ? Optional.empty() : first(BY_PARTY, caseId, party, Sql.time(since));
    }

    private Optional<Contact> first(String sql, Object... params) {
        return db.sql(sql).params(params).query(ContactRows::map).optional();
    }

    /** When whoever is to keep a promise last confirmed its window as it is now. */
    public Optional<Instant> confirmed(Promise promise) {
        return db.sql(CONFIRMED)
                .params(
                        promise.caseId(),
                        Event.Kind.PROMISE_CONFIRMED.word(),
                        promise.id(),
                        Sql.time(promise.changedAt()))
                .query((row, number) -> Optional.ofNullable(Sql.instant(row, "confirmed_at")))
                .single();
    }
}
