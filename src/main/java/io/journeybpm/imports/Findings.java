package io.journeybpm.imports;

import io.journeybpm.ledger.Level;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an import has found so far. A case that comes several times in a log is one, at the level it reached last. */
final class Findings implements Closeable {

    private static final int RECORD_BYTES = Long.BYTES + 1;

    private final Spill levels = new Spill(0);
    private final Rejections rejections = new Rejections();
    private long contacts;

    /** A case was taken and stands at this level. */
    void took(LoggedCase taken, Level level) throws IOException {
        long id = Digest.number(taken.id());
        DataOutputStream out = levels.to(id);
        out.writeLong(id);
        out.writeByte(level.ordinal());
        contacts += taken.events().size();
    }

    /** Something could not be read, or not be taken. */
    void rejected(String place, String reason) {
        rejections.add(place, reason);
    }

    /** All of it; nothing can be added then. */
    ImportResult result() throws IOException {
        long[] counts = new long[Level.values().length];
        levels.drain((size, records) -> {
            Map<Long, Byte> latest = new HashMap<>();
            for (long left = size / RECORD_BYTES; left > 0; left--) {
                latest.put(records.readLong(), records.readByte());
            }
            latest.values().forEach(level -> counts[level]++);
        });
        Map<String, Long> byLevel = new LinkedHashMap<>();
        long cases = 0;
        for (Level level : Level.values()) {
            byLevel.put(level.word(), counts[level.ordinal()]);
            cases += counts[level.ordinal()];
        }
        return new ImportResult(cases, contacts, byLevel, rejections.all());
    }

    @Override
    public void close() throws IOException {
        levels.close();
    }
}
