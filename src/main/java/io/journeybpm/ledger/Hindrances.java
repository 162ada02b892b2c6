package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import io.journeybpm.journey.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contacts that made it tedious for the customer and say something about it: the table {@code journey_hindrance}. */
public final class Hindrances {

    private static final String INSERT = """
            insert into journey_hindrance (case_id, entry, journey, touchpoint, channel, party, occurred_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LATEST = """
            (select h.touchpoint as place, h.channel as place_channel, h.party as place_party, h.case_id, h.entry,
              h.occurred_at, c.outcome, c.redirected_to, c.reason, c.note
            from journey_hindrance h
            join journey_contact c on c.case_id = h.case_id and c.entry = h.entry
            where h.journey = ? and h.touchpoint = ? and h.channel = ? and h.party = ? and not exists (
              select 1 from journey_void v where v.case_id = h.case_id and v.contact = h.entry)
            order by h.occurred_at desc, h.case_id, h.entry""";

    private final JdbcClient db;

    Hindrances(JdbcClient db) {
        this.db = db;
    }

    /**
     * Where something happened: at a touchpoint, or where it has none, on a channel with a party.
     *
     * @param touchpoint the key, or what senders called it; empty where they didn't
     * @param channel empty where there is a touchpoint
     * @param party empty where there is a touchpoint, or nobody said
     */
    public record Place(String touchpoint, String channel, String party) {

        static Place of(NewContact contact) {
            return of(contact.place().touchpoint(), contact.channel().word(), contact.party());
        }

        static Place of(@Nullable String touchpoint, String channel, @Nullable String party) {
            return touchpoint == null
                    ? new Place("", channel, Objects.requireNonNullElse(party, ""))
                    : new Place(touchpoint, "", "");
        }
    }

    /**
     * What was said about it once.
     *
     * @param contactId the contact
     * @param at when it happened
     * @param outcome how it ended
     * @param redirectedTo where the customer was sent
     * @param reason why the customer came
     * @param note free text
     */
    public record Told(
            String contactId,
            Instant at,
            Outcome outcome,
            @Nullable String redirectedTo,
            @Nullable String reason,
            @Nullable String note) {}

    /** What was said at some places of a journey, the latest first, so many at each. */
    public Map<Place, List<Told>> latest(String journey, List<Place> places, int ofEach) {
        Map<Place, List<Told>> told = new HashMap<>();
        if (places.isEmpty()) {
            return told;
        }
        List<Object> values = new ArrayList<>();
        String sql = places.stream()
                .map(place -> {
                    values.addAll(List.of(journey, place.touchpoint(), place.channel(), place.party()));
                    return LATEST + Sql.limit(ofEach) + ")";
                })
                .collect(Collectors.joining(" union all "));
        db.sql(sql).params(values).query(row -> {
            Place place =
                    new Place(row.getString("place"), row.getString("place_channel"), row.getString("place_party"));
            told.computeIfAbsent(place, each -> new ArrayList<>()).add(told(row));
        });
        return told;
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                EntryId.of(row.getString("case_id"), row.getInt("entry")),
                Sql.requiredInstant(row, "occurred_at"),
                Sql.word(Outcome.class, row.getString("outcome")),
                row.getString("redirected_to"),
                row.getString("reason"),
                row.getString("note"));
    }

    /** Keeps which of the contacts to be written say something of that kind. */
    static void insert(List<CaseFile> files, Inserts inserts) {
        List<Object[]> rows = new ArrayList<>();
        for (CaseFile file : files) {
            for (Contact each : file.writes.contacts) {
                if (each.reported().isHindrance() && each.reported().tells()) {
                    Place place = Place.of(each.reported());
                    rows.add(new Object[] {
                        each.caseId(),
                        each.entry(),
                        file.row.journey,
                        place.touchpoint(),
                        place.channel(),
                        place.party(),
                        time(each.occurredAt())
                    });
                }
            }
        }
        inserts.insert(INSERT, rows);
    }
}
