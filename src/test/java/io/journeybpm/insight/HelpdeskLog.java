package io.journeybpm.insight;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A log in the shape of a help desk's, counted by a few lines of its own: read by the JDK, with nothing of the product in
 * between.
 */
final class HelpdeskLog {

    static final String MAPPING = """
            {"journey": "helpdesk", "caseId": "concept:name", "touchpoint": "concept:name", "party": "org:resource",
             "occurredAt": "time:timestamp", "channel": "phone"}""";

    private final List<List<Event>> traces = new ArrayList<>();

    record Event(Instant at, String party) {}

    /** Tickets made up from a seed: up to 15 events, some at the same time, some not in the order of their times. */
    static String madeUp(int cases, long seed) {
        Random random = new Random(seed);
        StringBuilder log = new StringBuilder("<log xmlns='http://www.xes-standard.org/'>");
        for (int i = 1; i <= cases; i++) {
            log.append("<trace><string key='concept:name' value='Ticket ")
                    .append(i)
                    .append("'/>");
            int events = 1 + random.nextInt(15);
            Instant at = Instant.parse("2026-01-05T08:00:00Z").plusSeconds(random.nextInt(1_000_000));
            for (int n = 0; n < events; n++) {
                at = at.plusSeconds(random.nextInt(4) == 0 ? 0 : random.nextInt(200_000) - 20_000);
                log.append("<event><string key='concept:name' value='Step ")
                        .append(random.nextInt(5))
                        .append("'/><string key='org:resource' value='Agent ")
                        .append(random.nextInt(3) == 0 ? random.nextInt(4) : 0)
                        .append("'/><date key='time:timestamp' value='")
                        .append(at)
                        .append("'/></event>");
            }
            log.append("</trace>");
        }
        return log.append("</log>").toString();
    }

    static HelpdeskLog read(Path file) throws IOException, XMLStreamException {
        HelpdeskLog log = new HelpdeskLog();
        try (BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            XMLStreamReader xml = XMLInputFactory.newInstance().createXMLStreamReader(in);
            String party = null;
            Instant at = null;
            while (xml.hasNext()) {
                int kind = xml.next();
                if (kind == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "trace" -> log.traces.add(new ArrayList<>());
                        case "event" -> party = null;
                        default -> {
                            String key = Objects.requireNonNullElse(xml.getAttributeValue(null, "key"), "");
                            String value = xml.getAttributeValue(null, "value");
                            party = key.equals("org:resource") ? value : party;
                            at = key.equals("time:timestamp")
                                    ? OffsetDateTime.parse(value).toInstant()
                                    : at;
                        }
                    }
                } else if (kind == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("event")) {
                    log.traces.get(log.traces.size() - 1).add(new Event(at, party));
                }
            }
        }
        log.traces.forEach(trace -> trace.sort(Comparator.comparing(Event::at)));
        return log;
    }

    int cases() {
        return traces.size();
    }

    /** Which event, from 1, first brings each case to watch, escalate and executive; 0 for never. */
    List<int[]> firsts(int contactsToEscalate) {
        return traces.stream().map(each -> firsts(each, contactsToEscalate)).toList();
    }

    private static int[] firsts(List<Event> events, int contactsToEscalate) {
        int[] firsts = new int[3];
        int standing = 0;
        int handoffs = 0;
        String before = null;
        for (int contacts = 1; contacts <= events.size(); contacts++) {
            String party = events.get(contacts - 1).party();
            if (party != null) {
                handoffs += before != null && !before.equals(party) ? 1 : 0;
                before = party;
            }
            int level = contacts >= 12
                    ? 3
                    : contacts >= contactsToEscalate || handoffs >= 3 ? 2 : contacts >= 4 || handoffs >= 2 ? 1 : 0;
            if (level > standing) {
                standing = level;
                firsts[level - 1] = contacts;
            }
        }
        return firsts;
    }

    /** How many cases end at none, watch, escalate, executive. */
    static long[] ends(List<int[]> firsts) {
        long[] ends = new long[4];
        for (int[] each : firsts) {
            ends[each[2] > 0 ? 3 : each[1] > 0 ? 2 : each[0] > 0 ? 1 : 0]++;
        }
        return ends;
    }
}
