package io.journeybpm.ledger;

import io.journeybpm.ledger.LedgerProblem.CaseNotReady;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case held for writing: its row is locked until the transaction ends, its entries are written before it commits.
 * Not for use by several threads.
 */
public final class CaseFile {

    final CaseRow row;
    final Writes writes = new Writes();
    private final CaseClock clock;
    private final CasePhases phases;
    private final CaseContacts contacts;
    private final CaseCauses causes;
    private final CasePromises promises;
    private final CaseHandoffs handoffs;
    private final CasePermissions permissions;
    private final CaseRises rises;
    private final CaseFacts facts;
    private final CaseOverrides overrides;
    private boolean opened;
    private boolean written;

    CaseFile(CaseRow row, KnownContacts known, Cases cases, CaseClock clock) {
        this.row = row;
        this.clock = clock;
        this.phases = new CasePhases(this);
        this.contacts = new CaseContacts(this, known, cases);
        this.causes = new CaseCauses(this, known);
        this.promises = new CasePromises(this);
        this.handoffs = new CaseHandoffs(this, cases);
        this.permissions = new CasePermissions(this);
        this.rises = new CaseRises(this, cases);
        this.facts = new CaseFacts(this, cases);
        this.overrides = new CaseOverrides(this);
    }

    /** The case as it stands, entries not yet written included. */
    public Case view() {
        return row.view();
    }

    /** The case's id. */
    public String caseId() {
        return row.caseId;
    }

    /** Whether the case still runs. */
    public boolean isOpen() {
        return row.status == Case.Status.OPEN;
    }

    /** How far it has escalated. */
    public Level level() {
        return row.escalation.level();
    }

    /** The root process instance. */
    public @Nullable String processInstance() {
        return row.processInstance;
    }

    /** Key of the case's journey. */
    public String journey() {
        return row.journey;
    }

    /** The user who stands for the company towards this customer. */
    public @Nullable String ambassador() {
        return row.ambassador;
    }

    /** Whether its last decision failed and waits to be asked again. */
    public boolean isUndecided() {
        return row.decisionFailed;
    }

    /** Whether the case was opened in this very transaction. */
    public boolean isNew() {
        return opened;
    }

    void opened() {
        opened = true;
    }

    void written() {
        writes.clear();
        written = true;
    }

    /** Whether the tables hold nothing of this case yet but its row. */
    boolean hasNothingWritten() {
        return opened && !written;
    }

    /** What the case's row says at a moment, for decisions. */
    public Readings readings(Instant at) {
        return Readings.of(row, at);
    }

    /** The way of this case through the phases of its journey. */
    public CasePhases phases() {
        return phases;
    }

    /** Contacts of this case. */
    public CaseContacts contacts() {
        return contacts;
    }

    /** What made contacts of this case necessary. */
    public CaseCauses causes() {
        return causes;
    }

    /** What this transaction has changed of it so far. */
    public CaseChanges changes() {
        return new CaseChanges(writes);
    }

    /** Rises of this case's level, and their reviews. */
    public CaseRises rises() {
        return rises;
    }

    /** Promises of this case. */
    public CasePromises promises() {
        return promises;
    }

    /** Handoffs of this case. */
    public CaseHandoffs handoffs() {
        return handoffs;
    }

    /** Permissions to contact the customer about this case. */
    public CasePermissions permissions() {
        return permissions;
    }

    /** A rule saw trouble coming for this customer. */
    public void flagged(@Nullable String reason) {
        note(Event.Kind.RED_FLAG, null, row.customer, reason);
    }

    /** What the customer has told. */
    public CaseFacts facts() {
        return facts;
    }

    /** Reasons given for passing a closed gate. */
    public CaseOverrides overrides() {
        return overrides;
    }

    /** Makes a user the case's ambassador. */
    public void appoint(String user, @Nullable String reason, @Nullable String actor) {
        if (!user.equals(row.ambassador)) {
            row.ambassador = user;
            note(Event.Kind.AMBASSADOR, actor, user, reason);
        }
    }

    /** Remembers whether the last decision could be made. */
    public void decisionFailed(@Nullable String message) {
        if (message != null && !row.decisionFailed) {
            note(Event.Kind.DECISION_FAILED, null, null, message);
        }
        writes.rowChanged |= row.decisionFailed != (message != null);
        row.decisionFailed = message != null;
    }

    /** The root process instance of the case has started. */
    public void runs(String processInstance) {
        row.processInstance = processInstance;
        writes.rowChanged = true;
    }

    /** The case's process instance goes on as another version of its journey. */
    public void runsOn(int version) {
        if (row.version == null || row.version != version) {
            note(
                    Event.Kind.MIGRATED,
                    null,
                    "version " + version,
                    row.version == null ? null : "from version " + row.version);
            row.version = version;
        }
    }

    /**
     * Closes the case; closing a closed one changes nothing. Open promises whose window has closed are broken, the others
     * withdrawn.
     */
    public void close(String reason, @Nullable String actor) {
        if (row.status == Case.Status.OPEN) {
            Instant now = clock.now();
            promises.end(now, actor);
            row.status = Case.Status.CLOSED;
            row.closedAt = now;
            row.closedReason = reason;
            note(Event.Kind.CLOSED, now, actor, null, reason);
        }
    }

    /**
     * Opens a closed case again.
     *
     * @throws CaseNotReady if it is open
     */
    public void reopen(String reason, @Nullable String actor) {
        if (row.status == Case.Status.OPEN) {
            throw new CaseNotReady("the case '" + row.caseId + "' is open");
        }
        row.status = Case.Status.OPEN;
        row.closedAt = null;
        row.closedReason = null;
        note(Event.Kind.REOPENED, actor, null, reason);
    }

    Event note(Event.Kind kind, @Nullable String actor, @Nullable String subject, @Nullable String detail) {
        return note(kind, clock.now(), actor, subject, detail);
    }

    Event note(Event.Kind kind, Instant at, @Nullable String actor, @Nullable String subject, @Nullable String detail) {
        Event event = new Event(row.caseId, nextEntry(), kind, at, actor, subject, detail);
        writes.events.add(event);
        writes.rowChanged = true;
        return event;
    }

    /** How many entries the case has so far. */
    public int entries() {
        return row.entries;
    }

    int nextEntry() {
        return ++row.entries;
    }

    CaseClock clock() {
        return clock;
    }
}
