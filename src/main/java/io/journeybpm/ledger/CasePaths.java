package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.limit;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which way cases went: where they met whom, one after the other. */
public final class CasePaths {

    /** Of each touchpoint: how it began and where it stands tell the story, however often it was repeated. */
    public static final int FIRST = 3;

    /** See {@link #FIRST}. */
    public static final int LAST = 3;

    /** More than any journey has touchpoints, times what is told of each. */
    private static final int MOST = 1_500;

    private static final String STOPS = """
            select * from (
              select c.entry, c.touchpoint, c.title, c.modelled, c.channel, c.reason, c.party, c.outcome, c.rework,
                c.counted, c.planned, c.plan_known, c.occurred_at, count(*) over () as contacts,
                row_number() over (order by c.occurred_at, c.entry) as place,
                row_number() over (partition by case when c.modelled then c.touchpoint end
                  order by c.occurred_at, c.entry) as turn,
                count(*) over (partition by case when c.modelled then c.touchpoint end) as turns
              from journey_contact c
              where c.case_id = ? and not exists (
                select 1 from journey_void v where v.case_id = c.case_id and v.contact = c.entry)) p
            where p.turn <= %d or p.turn > p.turns - %d
            order by p.place""".formatted(FIRST, LAST) + limit(MOST);

    private final JdbcClient db;

    CasePaths(JdbcClient db) {
        this.db = db;
    }

    /**
     * A contact on the way. Voided ones are left out, and not numbered.
     *
     * @param place its number among the contacts of the case by the time they took place, from 1
     * @param contacts how many the case has
     * @param turn its number among those at the same touchpoint, or among all ad hoc ones
     * @param turns how many there are; the first and last of them are told
     * @param entry its number in the ledger
     * @param touchpoint the element's id where it was drawn when it was recorded, else null: ad hoc
     * @param title what people read, if it has one
     * @param party who met the customer
     * @param extra whether it counts against the case and was not planned
     * @param rework whether it returned to something done before
     */
    public record Stop(
            int place,
            int contacts,
            int turn,
            int turns,
            int entry,
            @Nullable String touchpoint,
            @Nullable String title,
            Channel channel,
            @Nullable String reason,
            @Nullable String party,
            Outcome outcome,
            boolean extra,
            boolean rework,
            Instant at) {}

    /** The first and last contacts at each touchpoint of a case, and of its ad hoc ones, in the order they took place. */
    public List<Stop> of(String caseId) {
        return db.sql(STOPS).param(caseId).query((row, number) -> stop(row)).list();
    }

    private static Stop stop(ResultSet row) throws SQLException {
        return new Stop(
                row.getInt("place"),
                row.getInt("contacts"),
                row.getInt("turn"),
                row.getInt("turns"),
                row.getInt("entry"),
                row.getBoolean("modelled") ? row.getString("touchpoint") : null,
                row.getString("title") == null ? row.getString("touchpoint") : row.getString("title"),
                Sql.word(Channel.class, row.getString("channel")),
                row.getString("reason"),
                row.getString("party"),
                Sql.word(Outcome.class, row.getString("outcome")),
                row.getBoolean("counted") && row.getBoolean("plan_known") && !row.getBoolean("planned"),
                row.getBoolean("rework"),
                Sql.requiredInstant(row, "occurred_at"));
    }
}
