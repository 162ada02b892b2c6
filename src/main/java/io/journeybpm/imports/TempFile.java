package io.journeybpm.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * A file in the system's temporary folder, readable by this process's user only. It goes when it is closed; where the
 * system lets open files be deleted, it never has a name for longer than its making, so that nothing stays behind
 * however the process ends.
 */
final class TempFile implements Closeable {

    private final FileChannel channel;

    private TempFile(FileChannel channel) {
        this.channel = channel;
    }

    static TempFile create() throws IOException {
        return new TempFile(FileChannel.open(
                Files.createTempFile("journey-import-", ".tmp"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Writes on at its end. */
    OutputStream output() {
        return Channels.newOutputStream(channel);
    }

    /** Reads from its beginning. */
    InputStream input() throws IOException {
        return Channels.newInputStream(channel.position(0));
    }

    long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
