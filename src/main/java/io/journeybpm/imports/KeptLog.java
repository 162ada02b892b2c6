package io.journeybpm.imports;

import io.journeybpm.imports.Imports.LogTooLarge;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A log that waits to be read.
 *
 * @param name the log's file name
 * @param size in bytes
 * @param bytes the log itself
 * @param after closed when it was read
 */
record KeptLog(String name, long size, Bytes bytes, Closeable after) implements Closeable {

    private static final int BUFFER = 64 * 1024;

    /** Something that can be read from its beginning. */
    interface Bytes {

        InputStream open() throws IOException;
    }

    /** Takes over a log as it is sent. */
    static KeptLog copy(InputStream log, String name, long mostBytes) throws IOException {
        TempFile copy = TempFile.create();
        try {
            copy(log, copy, mostBytes);
            return new KeptLog(name, copy.size(), copy::input, copy);
        } catch (IOException | RuntimeException notTaken) {
            copy.close();
            throw notTaken;
        }
    }

    private static void copy(InputStream log, TempFile copy, long mostBytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        OutputStream out = copy.output();
        long size = 0;
        for (int count = log.read(buffer); count >= 0; count = log.read(buffer)) {
            size += count;
            requireSize(size, mostBytes);
            out.write(buffer, 0, count);
        }
    }

    /** A log that lies there anyway. */
    static KeptLog of(Path log, long mostBytes) throws IOException {
        long size = Files.size(log);
        requireSize(size, mostBytes);
        return new KeptLog(String.valueOf(log.getFileName()), size, () -> Files.newInputStream(log), () -> {});
    }

    private static void requireSize(long size, long mostBytes) {
        if (size > mostBytes) {
            throw new LogTooLarge(mostBytes);
        }
    }

    @Override
    public void close() throws IOException {
        after.close();
    }
}
