package io.journeybpm.imports;

import io.journeybpm.imports.CaseEvents.Same;
import io.journeybpm.imports.CaseRecords.Row;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of each case together: it divides them into temporary files by case until what one file holds fits
 * into memory.
 */
final class CaseSorter implements Closeable {

    private final long bucketSize;
    private final Spill spill = new Spill(0);
    private long rows;

    CaseSorter(long bucketSize) {
        this.bucketSize = bucketSize;
    }

    /** Takes a row, in log order. */
    void add(Row row) throws IOException {
        write(row, spill);
        rows++;
    }

    /** Rows taken so far. */
    long rows() {
        return rows;
    }

    private static void write(Row row, Spill spill) throws IOException {
        CaseRecords.write(row, spill.to(Digest.number(row.id())));
    }

    /** Hands on all cases of which every row could be read. */
    void drain(Cases cases) throws IOException {
        spill.drain((size, records) -> sort(records, size, 1, cases));
    }

    private void sort(DataInputStream records, long size, int fineness, Cases cases) throws IOException {
        if (size <= bucketSize || fineness > Spill.FINEST) {
            gather(records, cases);
            return;
        }
        try (Spill finer = new Spill(fineness)) {
            CaseRecords.Reader reader = new CaseRecords.Reader(records);
            for (Row row = reader.next(); row != null; row = reader.next()) {
                write(row, finer);
            }
            finer.drain((part, divided) -> sort(divided, part, part == size ? Spill.FINEST + 1 : fineness + 1, cases));
        }
    }

    private static void gather(DataInputStream records, Cases cases) throws IOException {
        Map<String, Gathered> all = new LinkedHashMap<>();
        CaseRecords.Reader reader = new CaseRecords.Reader(records);
        for (Row row = reader.next(); row != null; row = reader.next()) {
            Gathered found = all.computeIfAbsent(row.id(), Gathered::new);
            if (found.add(row) && row.event() != null) {
                cases.reject(row.event().place(), LoggedCase.TOO_MANY);
            }
        }
        for (Gathered each : all.values()) {
            if (each.whole) {
                cases.take(new LoggedCase(each.id, each.customer, each.events));
            }
            cases.done(each.rows);
        }
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }

    /** Takes cases whose rows are together. */
    interface Cases {

        void take(LoggedCase found) throws IOException;

        void reject(String place, String reason);

        /** So many more rows are dealt with. */
        void done(long more) throws IOException;
    }

    private static final class Gathered {

        private final String id;
        private final List<LoggedEvent> events = new ArrayList<>();
        private @Nullable String customer;
        private boolean whole = true;
        private long rows;
        private final Map<Same, Integer> known = new HashMap<>();
        private final Map<Same, Integer> inPiece = new HashMap<>();
        private int piece;

        Gathered(String id) {
            this.id = id;
        }

        /** Adds a row; tells whether it is the one too many. */
        boolean add(Row row) {
            rows++;
            LoggedEvent event = row.event();
            boolean tooMany = whole && event != null && events.size() == LoggedCase.MOST_EVENTS;
            whole &= event != null && !tooMany;
            if (event != null && whole) {
                if (isNew(row.piece(), Same.of(event))) {
                    events.add(event);
                }
                customer = customer == null ? row.customer() : customer;
            } else {
                events.clear();
            }
            return tooMany;
        }

        /** A piece may tell again what those before have told; within one, what is told twice happened twice. */
        private boolean isNew(int of, Same same) {
            if (of != piece) {
                piece = of;
                inPiece.clear();
            }
            int told = inPiece.merge(same, 1, Integer::sum);
            boolean more = told > known.getOrDefault(same, 0);
            if (more) {
                known.put(same, told);
            }
            return more;
        }
    }
}
