package io.journeybpm.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** What tests of reading have in common. */
final class LogFixtures {

    static final long BUCKET = 8L << 20;
    static final long MOST_EXPANDED = 1L << 30;

    private LogFixtures() {}

    /** The usual mapping of XES with what a test adds to it. */
    static ImportMapping mapping(String more) {
        return ImportMapping.parse("""
                {"journey":"j","caseId":"concept:name","touchpoint":"concept:name","party":"org:resource",
                 "occurredAt":"time:timestamp" %s}""".formatted(more.replace('\'', '"')));
    }

    /** A log around these traces. */
    static String xes(String content) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
                <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
                <classifier name="Activity" keys="concept:name"/>
                %s
                </log>
                """.formatted(content);
    }

    static String trace(String id, String... events) {
        return "<trace>\n<string key=\"concept:name\" value=\"%s\"/>\n%s</trace>\n"
                .formatted(id, String.join("", events));
    }

    static String event(String touchpoint, String party, String time, String... more) {
        return """
                <event>
                <string key="concept:name" value="%s"/>
                <string key="org:resource" value="%s"/>
                <date key="time:timestamp" value="%s"/>%s
                </event>
                """.formatted(touchpoint, party, time, String.join("", more));
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    /** What is read of a log with no database behind. */
    static Read read(String log, ImportMapping mapping) {
        return read(log.getBytes(StandardCharsets.UTF_8), mapping);
    }

    static Read read(byte[] log, ImportMapping mapping) {
        return read(new ByteArrayInputStream(log), mapping, MOST_EXPANDED, BUCKET);
    }

    static Read read(InputStream raw, ImportMapping mapping, long mostExpanded, long bucket) {
        Read read = new Read();
        try {
            LogStream log = LogStream.open(raw, mostExpanded);
            LogFormat.Found found = LogFormat.of(log);
            EventMapping events = new EventMapping(mapping, ZoneOffset.UTC);
            LogReader reader = found.format() == LogFormat.XES
                    ? new XesReader(found.bytes(), log, events)
                    : new CsvReader(found.bytes(), log, events, bucket);
            reader.read(read);
        } catch (LogBroken broken) {
            read.broken = broken.getMessage();
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
        return read;
    }

    /** Keeps what a reader hands on. */
    static final class Read implements LogSink {

        final List<LoggedCase> cases = new ArrayList<>();
        final List<String> rejected = new ArrayList<>();
        final List<Long> progress = new ArrayList<>();
        String broken = "";

        @Override
        public void take(LoggedCase found) {
            cases.add(new LoggedCase(found.id(), found.customer(), List.copyOf(found.events())));
        }

        @Override
        public void reject(String place, String reason) {
            rejected.add(place + " " + reason);
        }

        @Override
        public void progress(long done) {
            progress.add(done);
        }

        List<String> ids() {
            return cases.stream().map(LoggedCase::id).toList();
        }

        List<LoggedEvent> events() {
            return cases.stream().flatMap(each -> each.events().stream()).toList();
        }
    }
}
