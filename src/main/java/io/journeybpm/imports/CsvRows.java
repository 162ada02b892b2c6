package io.journeybpm.imports;

import static io.journeybpm.imports.Unreadable.quote;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file below its header, one after the other; in UTF-8, between commas or semicolons. */
final class CsvRows implements Closeable {

    private static final int LONGEST_HEADER = 64 * 1024;

    private final LogStream log;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private final Map<String, Integer> columns = new HashMap<>();
    private @Nullable CSVRecord row;

    /**
     * Reads the header.
     *
     * @param bytes to read
     * @param log the stream under these bytes, told of each row
     */
    CsvRows(InputStream bytes, LogStream log) throws IOException {
        this.log = log;
        BufferedReader text = new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(separator(text))
                    .setIgnoreSurroundingSpaces(true)
                    .get();
            this.parser = CSVParser.builder().setReader(text).setFormat(format).get();
        } catch (CharacterCodingException other) {
            throw notUtf8("1", other);
        }
        this.records = parser.iterator();
        this.header = next() ? current().toList() : List.of();
        for (int column = 0; column < header.size(); column++) {
            columns.putIfAbsent(header.get(column), column);
        }
    }

    /** The separator there is more of in the header line, outside quotes. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        boolean quoted = false;
        boolean begun = false;
        for (int read = 0; read < LONGEST_HEADER; read++) {
            int each = text.read();
            boolean lineEnds = each == '\n' || each == '\r';
            if (each < 0 || lineEnds && begun && !quoted) {
                break;
            }
            begun |= !lineEnds;
            quoted ^= each == '"';
            commas += each == ',' && !quoted ? 1 : 0;
            semicolons += each == ';' && !quoted ? 1 : 0;
        }
        text.reset();
        return semicolons > commas ? ';' : ',';
    }

    /**
     * Checks that the header has these columns, once each.
     *
     * @throws LogBroken naming the one it lacks
     */
    void require(Set<String> names) throws LogBroken {
        for (String name : names) {
            if (!columns.containsKey(name)) {
                throw new LogBroken("1: the header has no column " + quote(name) + "; it has "
                        + header.stream().map(Unreadable::quote).toList());
            }
            if (header.indexOf(name) != header.lastIndexOf(name)) {
                throw new LogBroken("1: the header has the column " + quote(name) + " twice");
            }
        }
    }

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     */
    boolean next() throws IOException {
        log.stepped();
        try {
            row = records.hasNext() ? records.next() : null;
            return row != null;
        } catch (UncheckedIOException malformed) {
            throw broken(malformed);
        }
    }

    private IOException broken(UncheckedIOException malformed) {
        String line = Long.toString(parser.getCurrentLineNumber());
        LogBroken found = LogBroken.in(malformed);
        if (found != null) {
            return found;
        }
        if (malformed.getCause() instanceof CharacterCodingException other) {
            return notUtf8(line, other);
        }
        return new LogBroken(
                line + ": the CSV is malformed: " + malformed.getCause().getMessage(), malformed);
    }

    private static LogBroken notUtf8(String line, CharacterCodingException other) {
        return new LogBroken("after " + line + ": the text is not UTF-8; save the log in that encoding", other);
    }

    /** A value of the row; absent where it is empty. */
    @Nullable
    String value(String column) {
        Integer at = columns.get(column);
        if (at == null || at >= current().size()) {
            return null;
        }
        String value = current().get(at);
        return value.isBlank() ? null : value;
    }

    /** Whether the row has no value at all: some tools fill a file up with those. */
    boolean isEmpty() {
        return current().stream().allMatch(String::isBlank);
    }

    /** Whether the row has values beyond the header's columns: a separator that is not quoted moves all after it. */
    boolean isTooLong() {
        return current().size() > header.size();
    }

    /** The line on which the row begins. */
    String place() {
        long breaks = current().stream()
                .mapToLong(value -> value.chars().filter(each -> each == '\n').count())
                .sum();
        return Long.toString(parser.getCurrentLineNumber() - breaks);
    }

    private CSVRecord current() {
        if (row == null) {
            throw new IllegalStateException("there is no row");
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
