package io.journeybpm.outreach;

import io.journeybpm.decision.Answer;
import io.journeybpm.decision.DecisionFailed;
import io.journeybpm.decision.DecisionTables;
import io.journeybpm.decision.Durations;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CustomerPreferences;
import io.journeybpm.ledger.LedgerProblem.CaseNotReady;
import io.journeybpm.ledger.Preferences;
import io.journeybpm.ledger.Watched;
import io.journeybpm.ledger.Watched.Flag;
import io.journeybpm.ledger.WatchedCustomers;
import io.journeybpm.outreach.FlagInputs.Look;
import io.journeybpm.settings.JourneyProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Watches figures of customers, and makes the company call before the customer has to. */
public final class RedFlags {

    /** More figures of one customer are another system's business. */
    private static final int MOST_FIGURES = 100;

    private final DecisionTables tables;
    private final WatchedCustomers customers;
    private final CustomerPreferences preferences;
    private final FlagRaised raised;
    private final CaseClock clock;
    private final ZoneId zone;
    private final String journey;
    private final Duration againAfter;

    RedFlags(
            DecisionTables tables,
            WatchedCustomers customers,
            CustomerPreferences preferences,
            FlagRaised raised,
            CaseClock clock,
            JourneyProperties settings) {
        this.tables = tables;
        this.customers = customers;
        this.preferences = preferences;
        this.raised = raised;
        this.clock = clock;
        this.zone = settings.zone();
        this.journey = settings.redFlag().journey();
        this.againAfter = settings.redFlag().againAfter();
    }

    /**
     * What came of telling figures.
     *
     * @param customer as known now
     * @param raised whether these figures made the company call
     * @param owner who has to call
     * @param within ISO-8601 duration in which
     * @param outdated whether later figures were known already, and nothing changed
     * @param failure why the table gave no usable answer; the figures are kept
     */
    public record Told(
            Watched customer,
            boolean raised,
            @Nullable String owner,
            @Nullable String within,
            boolean outdated,
            @Nullable String failure) {}

    private record Said(
            Flag flag,
            @Nullable String reason,
            @Nullable String within,
            @Nullable String owner) {}

    /** What is known of a customer. */
    public Optional<Watched> find(String customer) {
        return customers.find(customer);
    }

    /**
     * Takes figures of a customer, within the caller's transaction, which holds no case yet. Each time they turn bad the
     * company calls once, however many senders report it; it calls again after they were fine, or have been bad for long.
     *
     * @param figures those that are new; others stay as they were
     * @param at as of when; absent: now
     * @throws CaseNotReady if the customer would have too many figures
     */
    public Told tell(String customer, Map<String, Object> figures, @Nullable Instant at) {
        Watched before = customers.hold(customer);
        Instant now = clock.now();
        Instant toldAt = Objects.requireNonNullElse(at, now);
        if (before.toldAt() != null && toldAt.isBefore(before.toldAt())) {
            return new Told(before, false, null, null, true, null);
        }
        Map<String, Object> all = new LinkedHashMap<>(before.figures());
        all.putAll(figures);
        if (all.size() > MOST_FIGURES) {
            throw new CaseNotReady(
                    "'" + customer + "' would have " + all.size() + " figures, more than " + MOST_FIGURES);
        }
        Watched after;
        Told told;
        try {
            Said said = ask(new Look(journey, before, all, () -> segment(customer), now));
            String caseId = isDue(before, said, now) ? raise(customer, all, said, now) : null;
            after = after(before, all, toldAt, said, caseId, now);
            told = new Told(after, caseId != null, said.owner, said.within, false, null);
        } catch (DecisionFailed failed) {
            after = new Watched(
                    customer,
                    all,
                    toldAt,
                    before.flag(),
                    before.armed(),
                    before.reason(),
                    before.flaggedAt(),
                    before.caseId());
            told = new Told(after, false, null, null, false, failed.getMessage());
        }
        customers.keep(after);
        return told;
    }

    private @Nullable String segment(String customer) {
        return preferences.find(customer).map(Preferences::segment).orElse(null);
    }

    private Said ask(Look look) {
        Answer.Row row = tables.ask(FlagInputs.SHAPE, look.journey(), FlagInputs.of(look))
                .map(Answer::first)
                .orElse(null);
        return row == null
                ? new Said(Flag.NONE, null, null, null)
                : new Said(
                        row.oneOf("flag", Flag.class), row.text("reason"), row.duration("within"), row.text("owner"));
    }

    private boolean isDue(Watched before, Said said, Instant now) {
        boolean longAgo =
                before.flaggedAt() != null && !now.isBefore(before.flaggedAt().plus(againAfter));
        return said.flag == Flag.CALL && (before.armed() || longAgo);
    }

    private @Nullable String raise(String customer, Map<String, Object> figures, Said said, Instant now) {
        Instant due = said.within == null ? null : Durations.after(now, said.within, zone);
        return raised.raise(new FlagRaised.Flag(customer, journey, figures, said.reason, due, said.owner))
                .orElse(null);
    }

    private static Watched after(
            Watched before,
            Map<String, Object> figures,
            Instant toldAt,
            Said said,
            @Nullable String caseId,
            Instant now) {
        boolean raised = caseId != null;
        return new Watched(
                before.customer(),
                figures,
                toldAt,
                said.flag,
                said.flag == Flag.NONE || before.armed() && !raised,
                said.reason,
                raised ? now : before.flaggedAt(),
                raised ? caseId : before.caseId());
    }
}
