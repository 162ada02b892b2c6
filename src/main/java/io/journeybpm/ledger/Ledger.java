package io.journeybpm.ledger;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import io.journeybpm.ledger.LedgerProblem.CaseExists;
import io.journeybpm.ledger.LedgerProblem.CaseUnknown;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The contact ledger. Everything is written within the caller's transaction, on the same data source as the process
 * engine, so that a case and its process never disagree. A case is locked by its first use in a transaction and written
 * before the transaction commits; whoever touches several cases in one transaction takes them in the order of their ids.
 */
public final class Ledger {

    private final CaseRows caseRows;
    private final ContactRows contactRows;
    private final EntryRows entryRows;
    private final PermissionRows permissionRows;
    private final CustomerRows customerRows;
    private final Inserts inserts;
    private final Cases cases;
    private final CaseClock clock;
    private final Supplier<List<CaseWatch>> watches;

    Ledger(
            CaseRows caseRows,
            ContactRows contactRows,
            EntryRows entryRows,
            PermissionRows permissionRows,
            CustomerRows customerRows,
            Inserts inserts,
            Cases cases,
            CaseClock clock,
            Supplier<List<CaseWatch>> watches) {
        this.caseRows = caseRows;
        this.contactRows = contactRows;
        this.entryRows = entryRows;
        this.permissionRows = permissionRows;
        this.customerRows = customerRows;
        this.inserts = inserts;
        this.cases = cases;
        this.clock = clock;
        this.watches = watches;
    }

    /**
     * Opens a case. Where two transactions open the same one at once, the commit of the second says that it exists.
     *
     * @throws CaseExists if the case id was used before
     */
    public CaseFile open(NewCase opened) {
        if (find(opened.caseId()).isPresent()) {
            throw new CaseExists(opened.caseId());
        }
        Customer customer = opened.customer();
        if (customer != null) {
            customerRows.keep(customer);
        }
        CaseRow row = new CaseRow(
                opened.caseId(),
                opened.journey(),
                opened.version(),
                customer == null ? null : customer.reference(),
                opened.openedAt());
        row.processInstance = opened.processInstanceId();
        CaseFile file = hold(row);
        file.opened();
        file.note(Event.Kind.OPENED, null, opened.journey(), null);
        opened.facts().forEach(fact -> file.facts().tell(fact, null));
        return file;
    }

    /**
     * Holds a case for writing.
     *
     * @throws CaseUnknown if there is none
     */
    public CaseFile hold(String caseId) {
        return find(caseId).orElseThrow(() -> new CaseUnknown(caseId));
    }

    /** Holds a case for writing, if there is one. */
    public Optional<CaseFile> find(String caseId) {
        Held held = held();
        CaseFile file = held.files.get(caseId);
        if (file != null) {
            return Optional.of(file);
        }
        return held.absent.contains(caseId)
                ? Optional.empty()
                : caseRows.lock(caseId).map(this::hold);
    }

    /** Holds those of many cases that exist, by one question; who asks for one of them later is answered from here. */
    public void expect(Collection<String> caseIds) {
        Held held = held();
        Set<String> asked = new TreeSet<>(caseIds);
        asked.removeAll(held.files.keySet());
        if (!asked.isEmpty()) {
            caseRows.lock(asked).forEach(this::hold);
            asked.removeAll(held.files.keySet());
            held.absent.addAll(asked);
        }
    }

    /** The case, if this transaction holds it already; asks no table. */
    public Optional<CaseFile> held(String caseId) {
        return Optional.ofNullable(held().files.get(caseId));
    }

    /** Writes what waits; reads through SQL in the same transaction see it from then on. */
    public void flush() {
        held().writeAll();
    }

    private CaseFile hold(CaseRow row) {
        CaseFile file = new CaseFile(row, contactRows, cases, clock);
        held().files.put(row.caseId, file);
        return file;
    }

    private Held held() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the ledger is written within a transaction only");
        }
        Held held = (Held) TransactionSynchronizationManager.getResource(this);
        if (held == null) {
            held = new Held();
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(held);
        }
        return held;
    }

    private void write(List<CaseFile> changed) {
        Map<Boolean, List<CaseRow>> rows = changed.stream()
                .collect(partitioningBy(CaseFile::hasNothingWritten, mapping(file -> file.row, toList())));
        insert(rows.get(true));
        contactRows.insert(all(changed, writes -> writes.contacts));
        Hindrances.insert(changed, inserts);
        contactRows.insertVoids(all(changed, writes -> writes.voids));
        entryRows.write(changed);
        permissionRows.write(changed);
        caseRows.update(rows.get(false));
        changed.forEach(CaseFile::written);
    }

    private void insert(List<CaseRow> rows) {
        try {
            caseRows.insert(rows);
        } catch (DuplicateKeyException raced) {
            throw new CaseExists(rows.stream().map(row -> row.caseId).collect(joining("' or '")));
        }
    }

    private static <E> List<E> all(List<CaseFile> files, Function<Writes, List<E>> entries) {
        return files.stream()
                .flatMap(file -> entries.apply(file.writes).stream())
                .toList();
    }

    /** The cases one transaction holds. */
    private final class Held implements TransactionSynchronization {

        private final SortedMap<String, CaseFile> files = new TreeMap<>();
        private final Set<String> absent = new HashSet<>();

        void writeAll() {
            followMerged();
            List<CaseFile> changed = files.values().stream()
                    .filter(file -> file.writes.rowChanged)
                    .toList();
            if (!changed.isEmpty()) {
                changed.forEach(file -> watches.get().forEach(watch -> watch.beforeWriting(file)));
                write(changed);
            }
        }

        /** Two cases that share a visit lock each other's row only where that visit was met or moved. */
        private void followMerged() {
            List<Promise> merged = files.values().stream()
                    .flatMap(file -> file.writes.merged().stream())
                    .toList();
            for (Promise each : merged) {
                Optional<String> other = Optional.ofNullable(each.mergedWith()).flatMap(EntryId::caseOf);
                other.flatMap(Ledger.this::find).ifPresent(file -> new MergedPromises(file).follow(each));
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            writeAll();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Ledger.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Ledger.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Ledger.this);
        }
    }
}
