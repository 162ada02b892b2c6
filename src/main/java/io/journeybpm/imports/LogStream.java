package io.journeybpm.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A log's bytes, unpacked where it is packed, and counted: as they came, and as they are read. It stops at a log that
 * expands beyond reason, and at a part of it that is too long to be held.
 */
final class LogStream extends FilterInputStream {

    /** The most bytes between two steps of whoever parses them; no sane row or tag comes near. */
    static final long LONGEST_STEP = 16L << 20;

    private static final long RATIO_MATTERS_FROM = 10L << 20;
    private static final int HIGHEST_RATIO = 200;
    private static final int BUFFER = 8 * 1024;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final Counted packed;
    private final long mostExpanded;
    private long expanded;
    private long sinceStep;

    private LogStream(InputStream unpacked, Counted packed, long mostExpanded) {
        super(unpacked);
        this.packed = packed;
        this.mostExpanded = mostExpanded;
    }

    /** Opens a log. */
    static LogStream open(InputStream raw, long mostExpanded) throws IOException {
        Counted packed = new Counted(raw);
        BufferedInputStream first = new BufferedInputStream(packed, BUFFER);
        try {
            InputStream unpacked = isGzip(first) ? new GZIPInputStream(first, BUFFER) : first;
            return new LogStream(unpacked, packed, mostExpanded);
        } catch (ZipException | EOFException damaged) {
            throw damaged(damaged);
        }
    }

    private static LogBroken damaged(IOException damaged) {
        return new LogBroken("the log is packed with gzip, but damaged: " + damaged.getMessage(), damaged);
    }

    /** Whether a stream that can be reset begins like a gzip file. */
    static boolean isGzip(InputStream stream) throws IOException {
        stream.mark(2);
        int magic = stream.read() << 8 | stream.read();
        stream.reset();
        return magic == GZIP_MAGIC;
    }

    /** Bytes taken of the log as it was sent. */
    long consumed() {
        return packed.count;
    }

    /** Whoever parses has come a step further: to the next tag or row. */
    void stepped() {
        sinceStep = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(target, offset, length);
        } catch (ZipException | EOFException damaged) {
            throw damaged(damaged);
        }
        if (count > 0) {
            expanded += count;
            sinceStep += count;
            check();
        }
        return count;
    }

    private void check() throws LogBroken {
        if (expanded > mostExpanded) {
            throw new LogBroken("unpacked, the log is larger than " + mostExpanded
                    + " bytes, the limit set by journey.imports.max-expanded");
        }
        if (expanded > RATIO_MATTERS_FROM && expanded / HIGHEST_RATIO > packed.count) {
            throw new LogBroken("the log expands to more than " + HIGHEST_RATIO
                    + " times its size; event logs don't, so it is not unpacked any further");
        }
        if (sinceStep > LONGEST_STEP) {
            throw new LogBroken("a single tag or row is longer than " + LONGEST_STEP + " bytes");
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, BUFFER)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
