package io.journeybpm.imports;

import io.journeybpm.engine.Rises;
import io.journeybpm.escalation.Escalations;
import io.journeybpm.journey.Journey;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.LedgerProblem;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.Retries;
import io.journeybpm.ledger.Rise;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Writes the cases of a log to the ledger, each whole or not at all, and has the decision asked after each contact as of
 * that contact's own time. What the ledger has had from a log before it passes over.
 */
final class CaseWriter {

    private final Ledger ledger;
    private final Escalations escalations;
    private final Rises rises;
    private final Retries transactions;
    private final ImportMapping mapping;
    private final CaseEvents events;

    CaseWriter(
            Ledger ledger,
            Escalations escalations,
            Rises rises,
            Retries transactions,
            ImportMapping mapping,
            @Nullable Journey journey) {
        this.ledger = ledger;
        this.escalations = escalations;
        this.rises = rises;
        this.transactions = transactions;
        this.mapping = mapping;
        this.events = new CaseEvents(mapping, journey);
    }

    /** Takes what became of a case. */
    interface Outcome {

        /** It stands at this level then. */
        void took(LoggedCase written, Level level) throws IOException;

        /** The ledger doesn't take it. */
        void leftOut(LoggedCase refused, String reason) throws IOException;
    }

    /** The case of the ledger a case of the log comes to. */
    String caseId(LoggedCase logged) {
        return events.key(logged).caseId();
    }

    /**
     * Writes what the ledger doesn't have yet of some cases, all in one transaction; where that can't be, each in one of
     * its own.
     *
     * @param cases of different ids
     */
    void write(Collection<LoggedCase> cases, Outcome outcome) throws IOException {
        List<Level> levels;
        try {
            levels = transactions.get(() -> {
                ledger.expect(cases.stream().map(this::caseId).toList());
                return cases.stream().map(this::writeNow).toList();
            });
        } catch (CaseLeftOut | LedgerProblem | DataIntegrityViolationException oneOfThem) {
            for (LoggedCase each : cases) {
                writeAlone(each, outcome);
            }
            return;
        }
        Iterator<Level> level = levels.iterator();
        for (LoggedCase each : cases) {
            outcome.took(each, level.next());
        }
    }

    private void writeAlone(LoggedCase logged, Outcome outcome) throws IOException {
        Level level;
        try {
            level = transactions.get(() -> writeNow(logged));
        } catch (CaseLeftOut refused) {
            outcome.leftOut(logged, refused.reason());
            return;
        } catch (LedgerProblem refused) {
            outcome.leftOut(logged, String.valueOf(refused.getMessage()));
            return;
        } catch (DataIntegrityViolationException refused) {
            outcome.leftOut(logged, "the database refuses what the case holds");
            return;
        }
        outcome.took(logged, level);
    }

    private Level writeNow(LoggedCase logged) {
        CaseKey key = events.key(logged);
        CaseFile found = ledger.find(key.caseId()).orElse(null);
        Set<String> known =
                found == null ? Set.of() : Set.copyOf(found.contacts().externalIds(NewContact.IMPORTED));
        if (found != null) {
            requireSame(found.view(), key, known);
        }
        CaseFile file = found == null ? ledger.open(events.opening(logged)) : found;
        events.record(logged, file, known, this::decide);
        return file.view().escalation().level();
    }

    /** Of one journey, and from one id in logs: never do two cases become one unnoticed. */
    private void requireSame(Case found, CaseKey key, Set<String> known) {
        if (!found.journey().equals(mapping.journey())) {
            throw new CaseLeftOut("the case '" + found.caseId() + "' is one of the journey '" + found.journey()
                    + "'; caseIdPrefix in the mapping keeps them apart");
        }
        boolean ours = known.stream().anyMatch(id -> id.startsWith(NewContact.IMPORTED + key.source() + ":"));
        if (!ours && (key.changed() || !known.isEmpty())) {
            throw new CaseLeftOut("the case '" + found.caseId()
                    + "' came from another id that reads the same; caseIdPrefix in the mapping keeps them apart");
        }
    }

    private void decide(CaseFile file, Instant asOf, @Nullable Contact contact) {
        Rise rise = escalations.assess(file, asOf, contact).rise();
        if (rise != null && mapping.raise()) {
            rises.queue(file, rise);
        }
    }
}
