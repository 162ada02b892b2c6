package io.journeybpm.engine.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a BPMN or DMN file holds, read once from top to bottom without building anything, so that a file that is broken,
 * endless or nested without measure harms nobody: which elements, and where.
 */
final class Outline extends DefaultHandler {

    /** Elements within elements. The parsers that come later climb down with the stack of their thread. */
    static final int DEEPEST = 200;

    private static final Set<String> DEFINITIONS = Set.of("definitions", "process", "decision");

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String ACTIVITI = "http://activiti.org/bpmn";
    private static final String JOURNEY = "journey.";

    private final List<Place> places = new ArrayList<>();
    private final Map<String, Place> byId = new HashMap<>();
    private final List<Place> doubled = new ArrayList<>();
    private @Nullable Locator locator;
    private int depth;
    private boolean tooDeep;
    private boolean journey;
    private @Nullable SAXParseException broken;

    /**
     * An element.
     *
     * @param kind its name without namespace, such as {@code userTask}
     * @param id if it has one
     * @param name what people read
     * @param line counted from 1
     * @param column counted from 1
     * @param attributes the texts that go into columns of the database
     */
    record Place(
            String kind,
            @Nullable String id,
            @Nullable String name,
            int line,
            int column,
            Map<String, String> attributes) {}

    private Outline() {}

    static Outline of(byte[] content) {
        Outline outline = new Outline();
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(content)), outline);
        } catch (SAXParseException broken) {
            outline.broken = broken;
        } catch (SAXException | IOException broken) {
            outline.broken = new SAXParseException(broken.getMessage(), outline.locator, broken);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("this Java reads XML without these features", impossible);
        }
        if (outline.broken != null && !outline.journey) {
            String text = new String(content, StandardCharsets.ISO_8859_1);
            outline.journey = text.contains(JOURNEY) || Shapes.ALL.stream().anyMatch(each -> text.contains(each.key()));
        }
        return outline;
    }

    @Override
    public void setDocumentLocator(Locator where) {
        locator = where;
    }

    @Override
    public void startElement(String namespace, String kind, String qualified, Attributes attributes)
            throws SAXException {
        if (++depth > DEEPEST) {
            tooDeep = true;
            throw new SAXParseException("elements lie more than " + DEEPEST + " deep within each other", locator);
        }
        if (kind.equals("property") && (namespace.equals(CAMUNDA) || namespace.equals(ACTIVITI))) {
            property(attributes);
        }
        String id = attributes.getValue("id");
        if (id == null && attributes.getValue("name") == null && !DEFINITIONS.contains(kind)) {
            return;
        }
        Map<String, String> texts = new HashMap<>();
        for (int at = 0; at < attributes.getLength(); at++) {
            texts.put(attributes.getLocalName(at), attributes.getValue(at));
        }
        Place place = new Place(kind, id, attributes.getValue("name"), line(), column(), texts);
        places.add(place);
        if (id != null && byId.putIfAbsent(id, place) != null) {
            doubled.add(place);
        }
        journey |= kind.equals("decision") && id != null && Shapes.of(id).isPresent();
    }

    private void property(Attributes attributes) {
        String name = attributes.getValue("name");
        if (name != null && name.startsWith(JOURNEY)) {
            journey = true;
        }
    }

    @Override
    public void endElement(String namespace, String kind, String qualified) {
        depth--;
    }

    @Override
    public void fatalError(SAXParseException fatal) throws SAXException {
        throw fatal;
    }

    private int line() {
        return locator == null ? 0 : locator.getLineNumber();
    }

    private int column() {
        return locator == null ? 0 : locator.getColumnNumber();
    }

    /** Whether journeys or levels have anything to do with it. */
    boolean isOurs() {
        return journey;
    }

    boolean isTooDeep() {
        return tooDeep;
    }

    /** Why it couldn't be read to its end. */
    @Nullable
    SAXParseException broken() {
        return broken;
    }

    List<Place> places() {
        return places;
    }

    /** Elements whose id another one has before them. */
    List<Place> doubled() {
        return doubled;
    }

    @Nullable
    Place find(@Nullable String id) {
        return id == null ? null : byId.get(id);
    }

    /** The process or decision meant where none is named: the first without a time to live, which is what it then lacks. */
    @Nullable
    Place definition() {
        List<Place> all = places.stream()
                .filter(each -> each.kind.equals("process") || each.kind.equals("decision"))
                .toList();
        return all.stream()
                .filter(each -> !each.attributes.containsKey("historyTimeToLive"))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
    }
}
