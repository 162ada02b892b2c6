package io.journeybpm.imports;

import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The tags of an XML document, one after the other. Document types, and with them entities, are refused. */
final class XmlTags implements Closeable {

    private static final int DEEPEST = 256;
    private static final String MESSAGE = "Message: ";
    private static final XMLInputFactory FACTORY = factory();

    private final LogStream log;
    private final XMLStreamReader xml;
    private int depth;

    /**
     * Begins a document.
     *
     * @param bytes to read
     * @param log the stream under these bytes, told of each tag
     */
    XmlTags(InputStream bytes, LogStream log) throws IOException {
        this.log = log;
        try {
            this.xml = FACTORY.createXMLStreamReader(bytes);
        } catch (XMLStreamException malformed) {
            throw broken(malformed, malformed.getLocation());
        }
    }

    /** The parser that comes with Java, whatever else is on the class path: what it refuses is known. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /**
     * Goes to the next start of an element within the one it is in, or to that one's end.
     *
     * @return whether there is another
     */
    boolean nextChild() throws IOException {
        while (true) {
            switch (next()) {
                case START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw new LogBroken(place() + ": elements are nested more than " + DEEPEST + " deep");
                    }
                    return true;
                }
                case END_ELEMENT -> {
                    depth--;
                    return false;
                }
                case END_DOCUMENT -> {
                    return false;
                }
                case DTD -> throw new LogBroken(place() + ": a log with a document type (DOCTYPE) is refused");
                case ENTITY_REFERENCE -> throw new LogBroken(place() + ": an entity nobody declared");
                default -> {
                    // text, comments and processing instructions say nothing in XES
                }
            }
        }
    }

    /** Passes by what is left of the element it is in. */
    void skip() throws IOException {
        int outside = depth - 1;
        while (depth > outside) {
            nextChild();
        }
    }

    /** The element's name, whatever its prefix. */
    String name() {
        return xml.getLocalName();
    }

    /** An attribute of the element. */
    @Nullable
    String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    /** Line and column. */
    String place() {
        return place(xml.getLocation());
    }

    private int next() throws IOException {
        try {
            log.stepped();
            return xml.next();
        } catch (XMLStreamException malformed) {
            throw broken(malformed, malformed.getLocation());
        }
    }

    private static LogBroken broken(XMLStreamException malformed, @Nullable Location location) {
        LogBroken found = LogBroken.in(malformed);
        if (found != null) {
            return found;
        }
        String message = String.valueOf(malformed.getMessage());
        int said = message.indexOf(MESSAGE);
        String problem = said < 0 ? message : message.substring(said + MESSAGE.length());
        return new LogBroken(
                (location == null ? "" : place(location) + ": ") + "the XML is malformed: " + problem, malformed);
    }

    private static String place(Location location) {
        return location.getLineNumber() + ":" + location.getColumnNumber();
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException closing) {
            throw new IOException(closing);
        }
    }
}
