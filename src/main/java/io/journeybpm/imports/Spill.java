package io.journeybpm.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Records too many to hold in memory, kept in temporary files. Records with the same hash come to the same file, in the
 * order they were written.
 */
final class Spill implements Closeable {

    /** How often records can be divided further before their hashes have no digits left. */
    static final int FINEST = 11;

    private static final int DIGIT_BITS = 5;
    private static final int PARTS = 1 << DIGIT_BITS;
    private static final int BUFFER = 16 * 1024;

    private final int fineness;
    private final @Nullable Part[] parts = new Part[PARTS];

    /**
     * Divides records by one digit of their hashes.
     *
     * @param fineness which digit, from 0
     */
    Spill(int fineness) {
        this.fineness = fineness;
    }

    /** Where a record with this hash is to be written. */
    DataOutputStream to(long hash) throws IOException {
        int digit = (int) (hash >>> fineness * DIGIT_BITS) & PARTS - 1;
        Part part = parts[digit];
        if (part == null) {
            part = new Part(TempFile.create());
            parts[digit] = part;
        }
        return part.out;
    }

    /** Hands over each part in turn and deletes it then. */
    void drain(Drain drain) throws IOException {
        for (int digit = 0; digit < PARTS; digit++) {
            Part part = parts[digit];
            if (part != null) {
                part.out.flush();
                drain.part(part.file.size(), new DataInputStream(new BufferedInputStream(part.file.input(), BUFFER)));
                part.file.close();
                parts[digit] = null;
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            if (part != null) {
                part.file.close();
            }
        }
    }

    /** Takes the records of one part. */
    interface Drain {

        void part(long size, DataInputStream records) throws IOException;
    }

    private static final class Part {

        private final TempFile file;
        private final DataOutputStream out;

        Part(TempFile file) {
            this.file = file;
            this.out = new DataOutputStream(new BufferedOutputStream(file.output(), BUFFER));
        }
    }
}
