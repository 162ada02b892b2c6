package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the company has sent, said and shown a customer of its own accord, over all of the customer's cases. */
public final class OutboundContacts {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration QUARTER = Duration.ofDays(90);

    private static final String SENT = """
            select o.channel, o.purpose,
              count(case when o.made_at >= ? then 1 end) as day_count,
              count(case when o.made_at > ? then 1 end) as week_count,
              count(case when o.made_at > ? then 1 end) as month_count,
              count(*) as quarter_count
            from (
              select c.channel, c.purpose, c.occurred_at as made_at from %s
                and c.direction = 'outbound' and c.outcome <> 'missed' and c.occurred_at > ?
                and not exists (select 1 from journey_void v where v.case_id = c.case_id and v.contact = c.entry)
              union all
              select p.channel, p.purpose, p.asked_at as made_at from journey_permission p
              where %s = ? and p.state = 'granted' and p.until > ?) o
            group by o.channel, o.purpose
            """;

    private static final String OF_CUSTOMER = SENT.formatted(
            "journey_case k join journey_contact c on c.case_id = k.case_id where k.customer = ?", "p.customer");

    private static final String OF_CASE = SENT.formatted("journey_contact c where c.case_id = ?", "p.case_id");

    private final JdbcClient db;
    private final Turns turns;

    OutboundContacts(JdbcClient db, Turns turns) {
        this.db = db;
        this.turns = turns;
    }

    /**
     * How many contacts of one channel and purpose there were; permissions not yet used or expired count as contacts.
     *
     * @param day since the customer's midnight
     * @param week in the last 7 days
     * @param month in the last 30 days
     * @param quarter in the last 90 days
     */
    private record Sent(Channel channel, @Nullable Purpose purpose, int day, int week, int month, int quarter) {}

    /** All of them. */
    public static final class Counts {

        private final List<Sent> sent;

        private Counts(List<Sent> sent) {
            this.sent = sent;
        }

        /** Since the customer's midnight. */
        public int today() {
            return sum(each -> true, Sent::day);
        }

        /** In the last 7 days. */
        public int last7Days() {
            return sum(each -> true, Sent::week);
        }

        /** In the last 30 days. */
        public int last30Days() {
            return sum(each -> true, Sent::month);
        }

        /** In the last 7 days, on one channel. */
        public int last7Days(Channel channel) {
            return sum(each -> each.channel == channel, Sent::week);
        }

        /** Since the customer's midnight, for one purpose. */
        public int today(Purpose purpose) {
            return sum(each -> each.purpose == purpose, Sent::day);
        }

        /** In the last 7 days, for one purpose. */
        public int last7Days(Purpose purpose) {
            return sum(each -> each.purpose == purpose, Sent::week);
        }

        /** In the last 30 days, for one purpose. */
        public int last30Days(Purpose purpose) {
            return sum(each -> each.purpose == purpose, Sent::month);
        }

        /** In the last 90 days, for one purpose. */
        public int last90Days(Purpose purpose) {
            return sum(each -> each.purpose == purpose, Sent::quarter);
        }

        private int sum(Predicate<Sent> which, ToIntFunction<Sent> count) {
            return sent.stream().filter(which).mapToInt(count).sum();
        }
    }

    /**
     * Waits until nobody else asks for this customer, and keeps it so until the transaction ends; to be called with the
     * case held, never before.
     */
    public void takeTurn(Case about) {
        turns.take(about.customer() == null ? "case:" + about.caseId() : "customer:" + about.customer());
    }

    /**
     * Counts what the tables hold; what waits to be written isn't there yet.
     *
     * @param about the case; without a customer only its own contacts count
     * @param midnight when the customer's day began
     */
    public Counts of(Case about, Instant midnight, Instant now) {
        String subject = about.customer() == null ? about.caseId() : about.customer();
        List<Object> values =
                new ArrayList<>(List.of(time(midnight), time(now.minus(WEEK)), time(now.minus(MONTH)), subject));
        values.addAll(List.of(time(now.minus(QUARTER)), subject, time(now)));
        return new Counts(db.sql(about.customer() == null ? OF_CASE : OF_CUSTOMER)
                .params(values)
                .query((row, number) -> new Sent(
                        Sql.word(Channel.class, row.getString("channel")),
                        row.getString("purpose") == null ? null : Sql.word(Purpose.class, row.getString("purpose")),
                        row.getInt("day_count"),
                        row.getInt("week_count"),
                        row.getInt("month_count"),
                        row.getInt("quarter_count")))
                .list());
    }
}
