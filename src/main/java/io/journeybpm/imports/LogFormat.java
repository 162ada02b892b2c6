package io.journeybpm.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** What kind of log bytes are, told by the first of them: names of files lie. */
enum LogFormat {
    XES,
    CSV;

    private static final int LOOK_AT = 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] UTF_16_MARK = {(byte) 0xfe, (byte) 0xff};
    private static final byte[] UTF_16_MARK_REVERSED = {(byte) 0xff, (byte) 0xfe};

    /** A log with its bytes, from the first. */
    record Found(LogFormat format, InputStream bytes) {}

    static Found of(LogStream log) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(log);
        if (LogStream.isGzip(bytes)) {
            throw new LogBroken("the log is packed twice; pack it once");
        }
        bytes.mark(LOOK_AT);
        byte[] head = bytes.readNBytes(LOOK_AT);
        bytes.reset();
        if (head.length == 0) {
            throw new LogBroken("the log is empty");
        }
        if (starts(head, ZIP)) {
            throw new LogBroken("the log is a zip archive; send the file in it, as it is or packed with gzip");
        }
        if (isXml(head)) {
            return new Found(XES, bytes);
        }
        if (starts(head, UTF_8_MARK)) {
            bytes.skipNBytes(UTF_8_MARK.length);
        }
        return new Found(CSV, bytes);
    }

    private static boolean isXml(byte[] head) {
        boolean wide = starts(head, UTF_16_MARK) || starts(head, UTF_16_MARK_REVERSED);
        for (int at = wide ? 2 : starts(head, UTF_8_MARK) ? UTF_8_MARK.length : 0; at < head.length; at++) {
            if (head[at] == '<') {
                return true;
            }
            if (head[at] != 0 && !Character.isWhitespace(head[at])) {
                return false;
            }
        }
        return false;
    }

    private static boolean starts(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }
}
