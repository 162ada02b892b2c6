package io.journeybpm.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Logs in XES, one trace at a time. Of a trace only what the mapping names is held; extensions, classifiers, lists and
 * nested attributes pass by. An attribute that an event or trace lacks has the value the log declares for all
 * ({@code global}), save for the case's id and the time: those are nobody's in particular.
 *
 * <p>A trace with the id of one before adds to that case what the case hasn't got yet.
 */
final class XesReader implements LogReader {

    private static final Set<String> PLACEHOLDERS = Set.of("__INVALID__", "UNKNOWN");

    private final InputStream bytes;
    private final LogStream log;
    private final EventMapping mapping;
    private final Set<String> ofEvents;
    private final Set<String> ofCases;
    private final Map<String, String> globalOfEvents = new HashMap<>();
    private final Map<String, String> globalOfCases = new HashMap<>();

    XesReader(InputStream bytes, LogStream log, EventMapping mapping) {
        this.bytes = bytes;
        this.log = log;
        this.mapping = mapping;
        this.ofEvents = mapping.ofEvents();
        this.ofCases = mapping.ofCases();
    }

    @Override
    public boolean bringsCasesTogether() {
        return false;
    }

    @Override
    public void read(LogSink sink) throws IOException {
        try (XmlTags xml = new XmlTags(bytes, log)) {
            if (!xml.nextChild() || !xml.name().equals("log")) {
                throw new LogBroken(xml.place() + ": this XML is no XES log");
            }
            while (xml.nextChild()) {
                readPart(xml, sink);
            }
            xml.nextChild();
        }
    }

    private void readPart(XmlTags xml, LogSink sink) throws IOException {
        switch (xml.name()) {
            case "trace" -> {
                readTrace(xml, sink);
                sink.progress(log.consumed());
            }
            case "global" -> readGlobals(xml);
            case "event" -> {
                sink.reject(xml.place(), "the event is outside any trace, so it belongs to no case");
                xml.skip();
            }
            default -> xml.skip();
        }
    }

    private void readTrace(XmlTags xml, LogSink sink) throws IOException {
        String place = xml.place();
        Map<String, String> attributes = new HashMap<>(globalOfCases);
        List<LoggedEvent> events = new ArrayList<>();
        boolean whole = true;
        while (xml.nextChild()) {
            if (!xml.name().equals("event")) {
                readAttribute(xml, ofCases, attributes);
            } else {
                whole &= readEvent(xml, whole ? events : new ArrayList<>(), sink);
            }
            if (whole && events.size() > LoggedCase.MOST_EVENTS) {
                sink.reject(place, LoggedCase.TOO_MANY);
                whole = false;
            }
            if (!whole) {
                events.clear();
            }
        }
        if (events.isEmpty()) {
            return;
        }
        LoggedCase found;
        try {
            found = new LoggedCase(mapping.id(attributes::get), mapping.customer(attributes::get), events);
        } catch (Unreadable problem) {
            sink.reject(place, problem.reason());
            return;
        }
        sink.take(found);
    }

    private boolean readEvent(XmlTags xml, List<LoggedEvent> events, LogSink sink) throws IOException {
        String place = xml.place();
        Map<String, String> attributes = new HashMap<>(globalOfEvents);
        while (xml.nextChild()) {
            readAttribute(xml, ofEvents, attributes);
        }
        if (!mapping.counts(attributes::get)) {
            return true;
        }
        try {
            events.add(mapping.read(attributes::get, place));
            return true;
        } catch (Unreadable problem) {
            sink.reject(place, problem.reason());
            return false;
        }
    }

    private void readGlobals(XmlTags xml) throws IOException {
        String scope = xml.attribute("scope");
        Map<String, String> globals = new HashMap<>();
        boolean ofCase = "trace".equalsIgnoreCase(scope);
        while (xml.nextChild()) {
            readAttribute(xml, ofCase ? ofCases : ofEvents, globals);
        }
        globals.entrySet().removeIf(each -> isPlaceholder(each.getKey(), each.getValue()));
        if (ofCase) {
            globals.remove(mapping.caseId());
            globalOfCases.putAll(globals);
        } else if ("event".equalsIgnoreCase(scope)) {
            globals.remove(mapping.occurredAt());
            globalOfEvents.putAll(globals);
        }
    }

    private static void readAttribute(XmlTags xml, Set<String> wanted, Map<String, String> attributes)
            throws IOException {
        String key = xml.attribute("key");
        String value = xml.attribute("value");
        if (key != null && value != null && !value.isBlank() && wanted.contains(key)) {
            attributes.put(key, value);
        }
        xml.skip();
    }

    /** Tools that have no default write one nonetheless: a word for none, or the attribute's own name. */
    private static boolean isPlaceholder(String key, @Nullable String value) {
        return value == null
                || PLACEHOLDERS.contains(value.toUpperCase(Locale.ROOT))
                || value.equalsIgnoreCase(key.substring(key.indexOf(':') + 1));
    }
}
