package io.journeybpm.outreach;

import io.journeybpm.decision.Answer;
import io.journeybpm.decision.DecisionFailed;
import io.journeybpm.decision.DecisionTables;
import io.journeybpm.decision.Durations;
import io.journeybpm.decision.Source;
import io.journeybpm.journey.Purpose;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.CustomerPreferences;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.LedgerProblem.CaseClosed;
import io.journeybpm.ledger.LedgerProblem.CaseUnknown;
import io.journeybpm.ledger.OutboundContacts;
import io.journeybpm.ledger.Permission;
import io.journeybpm.ledger.Permission.Decision;
import io.journeybpm.ledger.Permission.Request;
import io.journeybpm.ledger.PlannedVisits;
import io.journeybpm.ledger.Preferences;
import io.journeybpm.ledger.Promise;
import io.journeybpm.settings.JourneyProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** Whether the company may contact a customer now, decided by a table its owner keeps. */
public final class Permissions {

    /** When to ask again where nobody says when. */
    private static final String TOMORROW = "P1D";

    private final DecisionTables tables;
    private final Ledger ledger;
    private final OutboundContacts sent;
    private final CustomerPreferences preferences;
    private final PlannedVisits planned;
    private final CaseClock clock;
    private final Duration validity;
    private final Customs customs;

    Permissions(
            DecisionTables tables,
            Ledger ledger,
            OutboundContacts sent,
            CustomerPreferences preferences,
            PlannedVisits planned,
            CaseClock clock,
            JourneyProperties settings) {
        this.tables = tables;
        this.ledger = ledger;
        this.sent = sent;
        this.preferences = preferences;
        this.planned = planned;
        this.clock = clock;
        this.validity = settings.permission().validity();
        this.customs = new Customs(settings);
    }

    /**
     * Asks, within the caller's transaction. Those who ask for one customer at the same time are answered one after the
     * other, and an answer that allows a contact keeps its place in the counts.
     *
     * @throws CaseUnknown if there is no such case
     * @throws CaseClosed if nothing can happen to it any more
     */
    public Permission ask(String caseId, Request asked, @Nullable String actor) {
        CaseFile file = ledger.hold(caseId);
        Case about = file.view();
        if (about.status() == Case.Status.CLOSED) {
            throw new CaseClosed(about);
        }
        ledger.flush();
        sent.takeTurn(about);
        Instant now = clock.now();
        Situation situation = situation(about, asked, now);
        return file.permissions().keep(asked, decide(situation), actor);
    }

    private Situation situation(Case about, Request asked, Instant now) {
        String customer = about.customer();
        Preferences said = said(customer);
        ZoneId zone = customs.zone(said);
        Instant midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        Supplier<Optional<Promise>> next =
                SingletonSupplier.of(() -> customer == null ? Optional.empty() : planned.next(customer, now));
        return new Situation(
                about,
                asked,
                said,
                zone,
                sent.of(about, midnight, now),
                now,
                customs.quietUntil(said, now).orElse(null),
                () -> Objects.requireNonNull(next.get()).orElse(null));
    }

    private Preferences said(@Nullable String customer) {
        return customer == null ? Preferences.NONE : preferences.find(customer).orElse(Preferences.NONE);
    }

    /** How the company keeps to what a customer said, for those who look at a case. */
    public Customs.Policy policy(@Nullable String customer) {
        return customs.policy(said(customer));
    }

    private Permission.Answer decide(Situation situation) {
        try {
            return tables.ask(PermissionInputs.SHAPE, situation.about().journey(), PermissionInputs.of(situation))
                    .map(answer -> answered(situation, answer))
                    .orElseGet(() -> allowed(situation, "no table says otherwise", null));
        } catch (DecisionFailed failed) {
            return undecided(situation, String.valueOf(failed.getMessage()));
        }
    }

    private Permission.Answer answered(Situation situation, Answer answer) {
        Answer.Row row = answer.first();
        String reason = row.text("reason");
        return switch (row.oneOf("decision", Decision.class)) {
            case ALLOW -> allowed(situation, reason, row.source());
            case DEFER -> deferred(situation, row.text("until"), reason, row.source());
            case MERGE -> merged(situation, reason, row.source());
            case SUPPRESS -> answer(Decision.SUPPRESS, null, null, reason, row.source());
        };
    }

    /** A table that fails holds back what can wait, and nothing else. */
    private Permission.Answer undecided(Situation situation, String why) {
        Purpose purpose = situation.asked().purpose();
        return purpose == Purpose.MARKETING || purpose == Purpose.SURVEY
                ? deferred(situation, TOMORROW, why, null)
                : allowed(situation, why, null);
    }

    private Permission.Answer allowed(Situation situation, @Nullable String reason, @Nullable Source table) {
        return answer(Decision.ALLOW, situation.now().plus(validity), null, reason, table);
    }

    private Permission.Answer deferred(
            Situation situation, @Nullable String until, @Nullable String reason, @Nullable Source table) {
        Instant now = situation.now();
        Instant later;
        if (PermissionInputs.QUIET_HOURS_END.equals(until)) {
            later = Objects.requireNonNullElse(situation.quietUntil(), now);
        } else if (until == null || Durations.isDuration(until)) {
            later = Durations.after(now, Objects.requireNonNullElse(until, TOMORROW), situation.zone());
        } else {
            throw Objects.requireNonNull(table)
                    .failure("'" + until + "' is neither an ISO-8601 duration such as P1D nor quiet-hours-end");
        }
        Instant awake = customs.quietUntil(situation.preferences(), later).orElse(later);
        return answer(Decision.DEFER, awake, null, reason, table);
    }

    /** Where nothing is planned there is nothing to wait for. */
    private Permission.Answer merged(Situation situation, @Nullable String reason, Source table) {
        Promise next = situation.planned().get();
        if (next == null) {
            return allowed(situation, "nothing is planned that it could be part of", table);
        }
        return answer(Decision.MERGE, Situation.begin(next), next.id(), reason, table);
    }

    private static Permission.Answer answer(
            Decision decision,
            @Nullable Instant until,
            @Nullable String mergeWith,
            @Nullable String reason,
            @Nullable Source table) {
        return new Permission.Answer(
                decision,
                until,
                mergeWith,
                reason,
                table == null ? null : table.key(),
                table == null ? null : table.version(),
                table == null ? null : table.rule());
    }
}
