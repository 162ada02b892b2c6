package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Purpose;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code journey_contact} and the corrections to it. */
final class ContactRows implements KnownContacts {

    private static final String INSERT = Sql.insert("journey_contact", """
            case_id, entry, touchpoint, title, phase, modelled, plan_known, recurring, round_id, channel,
            direction, party, user_id, outcome, occurred_at, recorded_at, review, counted, planned, rework,
            briefed, caused_by, reason, incidents, incident_count, repeated_questions, redirected_to,
            company_cost, customer_cost, currency, score_scale, score_value, score, note, left_open,
            external_id, activity_instance_id, purpose, customer_title, forgotten_facts
            """);

    private static final String INSERT_VOID =
            "insert into journey_void (case_id, entry, contact, voided_at, reason, actor) values (?, ?, ?, ?, ?, ?)";

    private static final String COUNTED = """
            select count(*) from journey_contact c
            where c.case_id = ? and c.occurred_at > ? and c.occurred_at <= ? and c.counted
              and not exists (select 1 from journey_void v where v.case_id = c.case_id and v.contact = c.entry)
            """;

    private final JdbcClient db;
    private final Inserts inserts;

    ContactRows(JdbcClient db, Inserts inserts) {
        this.db = db;
        this.inserts = inserts;
    }

    void insert(List<Contact> contacts) {
        inserts.insert(INSERT, contacts.stream().map(ContactRows::values).toList());
    }

    void insertVoids(List<Voiding> voids) {
        inserts.insert(
                INSERT_VOID,
                voids.stream()
                        .map(each -> new Object[] {
                            each.caseId(), each.entry(), each.contact(), time(each.at()), each.reason(), each.actor()
                        })
                        .toList());
    }

    @Override
    public int counted(String caseId, Instant after, Instant until) {
        return db.sql(COUNTED)
                .params(caseId, time(after), time(until))
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Contact> byExternalId(String caseId, String externalId) {
        return db.sql("select * from journey_contact where case_id = ? and external_id = ?")
                .params(caseId, externalId)
                .query(ContactRows::map)
                .optional();
    }

    @Override
    public List<String> externalIds(String caseId, String prefix) {
        return db.sql("select external_id from journey_contact where case_id = ? and external_id like ?")
                .params(caseId, prefix + "%")
                .query(String.class)
                .list();
    }

    @Override
    public boolean exists(String caseId, int entry) {
        return db.sql("select count(*) from journey_contact where case_id = ? and entry = ?")
                        .params(caseId, entry)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public List<Contact> all(String caseId) {
        return db.sql("select * from journey_contact where case_id = ?")
                .param(caseId)
                .query(ContactRows::map)
                .list();
    }

    @Override
    public List<Integer> voided(String caseId) {
        return db.sql("select contact from journey_void where case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .list();
    }

    @Override
    public Map<Integer, Integer> causes(String caseId) {
        return new CauseRows(db).all(caseId);
    }

    private static Object[] values(Contact contact) {
        NewContact reported = contact.reported();
        NewContact.Place place = reported.place();
        Score score = reported.score();
        return new Object[] {
            contact.caseId(),
            contact.entry(),
            place.touchpoint(),
            place.title(),
            contact.phase(),
            place.modelled(),
            place.planKnown(),
            place.recurring(),
            place.round(),
            reported.channel().word(),
            reported.direction().word(),
            reported.party(),
            reported.user(),
            reported.outcome().word(),
            time(contact.occurredAt()),
            time(contact.recordedAt()),
            contact.review(),
            contact.counted(),
            contact.planned(),
            contact.rework(),
            contact.briefed(),
            contact.causedBy(),
            reported.reason(),
            reported.incidents().isEmpty()
                    ? null
                    : Json.write(
                            reported.incidents().stream().map(Incident::written).toList()),
            reported.incidents().size(),
            reported.repeatedQuestions(),
            reported.redirectedTo(),
            reported.costs().company(),
            reported.costs().customer(),
            reported.costs().currency(),
            score == null ? null : score.scale(),
            score == null ? null : score.value(),
            score == null ? null : score.percent(),
            reported.note(),
            reported.leftOpen(),
            reported.externalId(),
            reported.activityInstanceId(),
            reported.purpose() == null ? null : reported.purpose().word(),
            reported.customerTitle(),
            contact.forgottenFacts()
        };
    }

    static Contact map(ResultSet row, int number) throws SQLException {
        String scale = row.getString("score_scale");
        String purpose = row.getString("purpose");
        NewContact reported = NewContact.at(
                        new NewContact.Place(
                                row.getString("touchpoint"),
                                row.getString("title"),
                                row.getString("phase"),
                                row.getBoolean("modelled"),
                                row.getBoolean("plan_known"),
                                row.getBoolean("recurring"),
                                row.getString("round_id")),
                        Sql.word(Channel.class, row.getString("channel")),
                        Sql.word(Direction.class, row.getString("direction")),
                        Sql.word(Outcome.class, row.getString("outcome")))
                .party(row.getString("party"))
                .user(row.getString("user_id"))
                .occurredAt(Sql.requiredInstant(row, "occurred_at"))
                .causedBy(Sql.integer(row, "caused_by"))
                .reason(row.getString("reason"))
                .incidents(incidents(row))
                .repeatedQuestions(row.getInt("repeated_questions"))
                .redirectedTo(row.getString("redirected_to"))
                .costs(new Costs(
                        Sql.decimal(row, "company_cost"), Sql.decimal(row, "customer_cost"), row.getString("currency")))
                .score(scale == null ? null : new Score(scale, required(Sql.decimal(row, "score_value"))))
                .note(row.getString("note"))
                .leftOpen(row.getString("left_open"))
                .externalId(row.getString("external_id"))
                .activityInstanceId(row.getString("activity_instance_id"))
                .purpose(purpose == null ? null : Sql.word(Purpose.class, purpose))
                .customerTitle(row.getString("customer_title"))
                .build();
        return new Contact(
                row.getString("case_id"),
                row.getInt("entry"),
                reported,
                Sql.requiredInstant(row, "occurred_at"),
                Sql.requiredInstant(row, "recorded_at"),
                row.getString("phase"),
                row.getInt("review"),
                row.getBoolean("counted"),
                row.getBoolean("briefed"),
                row.getBoolean("planned"),
                row.getBoolean("rework"),
                Sql.integer(row, "caused_by"),
                row.getInt("forgotten_facts"));
    }

    /** What went badly at a contact; kept as a list of words. */
    static List<Incident> incidents(ResultSet row) throws SQLException {
        String written = row.getString("incidents");
        return written == null
                ? List.of()
                : Json.texts(written).stream().map(Incident::of).toList();
    }

    private static BigDecimal required(@Nullable BigDecimal value) {
        if (value == null) {
            throw new IllegalStateException("journey_contact.score_value is missing");
        }
        return value;
    }
}
