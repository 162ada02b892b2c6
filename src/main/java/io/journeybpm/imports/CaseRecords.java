package io.journeybpm.imports;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Outcome;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a log that mixes its cases, as bytes in temporary files. */
final class CaseRecords {

    private static final Channel[] CHANNELS = Channel.values();
    private static final Outcome[] OUTCOMES = Outcome.values();

    private CaseRecords() {}

    /**
     * One row.
     *
     * @param id what the log calls the case
     * @param customer the customer's reference
     * @param piece which part of the log told it; two that tell the same of a case tell it once
     * @param event the contact; absent where it could not be read, so that the case is left out
     */
    record Row(
            String id,
            @Nullable String customer,
            int piece,
            @Nullable LoggedEvent event) {

        /** A row that keeps its case out. */
        static Row unreadable(String id) {
            return new Row(id, null, 0, null);
        }
    }

    static void write(Row row, DataOutputStream out) throws IOException {
        out.writeUTF(row.id());
        writeText(row.customer(), out);
        out.writeInt(row.piece());
        LoggedEvent event = row.event();
        out.writeBoolean(event != null);
        if (event == null) {
            return;
        }
        out.writeUTF(event.place());
        out.writeLong(event.at().toEpochMilli());
        writeText(event.touchpoint(), out);
        writeText(event.party(), out);
        Channel channel = event.channel();
        out.writeByte(channel == null ? -1 : channel.ordinal());
        out.writeByte(event.outcome().ordinal());
    }

    private static void writeText(@Nullable String text, DataOutputStream out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    /** Reads rows back; texts that are equal are one and the same. */
    static final class Reader {

        private final DataInputStream in;
        private final Map<String, String> texts = new HashMap<>();

        Reader(DataInputStream in) {
            this.in = in;
        }

        /** The next row; absent at the end. */
        @Nullable
        Row next() throws IOException {
            String id;
            try {
                id = in.readUTF();
            } catch (EOFException end) {
                return null;
            }
            String customer = text();
            int piece = in.readInt();
            if (!in.readBoolean()) {
                return new Row(id, customer, piece, null);
            }
            LoggedEvent event = new LoggedEvent(
                    in.readUTF(),
                    Instant.ofEpochMilli(in.readLong()),
                    text(),
                    text(),
                    channel(in.readByte()),
                    OUTCOMES[in.readByte()]);
            return new Row(id, customer, piece, event);
        }

        private @Nullable String text() throws IOException {
            if (!in.readBoolean()) {
                return null;
            }
            String text = in.readUTF();
            String known = texts.putIfAbsent(text, text);
            return known == null ? text : known;
        }

        private static @Nullable Channel channel(int ordinal) {
            return ordinal < 0 ? null : CHANNELS[ordinal];
        }
    }
}
