package io.journeybpm.engine.check;

import io.journeybpm.testing.Shipped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A shipped file that something has happened to. The same number gives the same one, of the files in turn. */
final class Mutant {

    private static final List<String> GARBAGE = List.of(
            "",
            " ",
            "${",
            "#{}",
            "${nothing.there()}",
            "-1",
            "1e999",
            "P1X",
            "R0/",
            "true",
            "<>&\"'",
            "../../etc/passwd",
            "\u202egnp.\uD83D\uDCA5",
            "a b",
            ":",
            "1",
            "x".repeat(300),
            "y".repeat(70_000),
            "journey.phase",
            "%s%n\n\r\t");

    /** Neighbouring seeds begin alike. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final String NEST = "nest-here";

    private static final List<Path> FILES = new ArrayList<>();

    static {
        Shipped.files("processes", ".bpmn").stream()
                .filter(each -> !each.toString().contains("templates"))
                .forEach(FILES::add);
        FILES.addAll(Shipped.files("dmn", ".dmn"));
    }

    final Path file;
    final byte[] content;
    final List<String> happened = new ArrayList<>();
    private final Random random;
    private String nested = "";

    Mutant(long number) {
        random = new Random(number * SPREAD);
        file = FILES.get((int) (number % FILES.size()));
        String text = Shipped.text(file.toString());
        if (random.nextInt(4) == 0) {
            content = torn(text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        Document document = read(text);
        int times = 1 + random.nextInt(3);
        for (int time = 0; time < times; time++) {
            redraw(document);
        }
        content = new String(write(document), StandardCharsets.UTF_8)
                .replaceAll("<" + NEST + "[^>]*/>", nested)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** How many files there are; as many mutants in a row are one of each. */
    static int files() {
        return FILES.size();
    }

    private void redraw(Document document) {
        NodeList elements = document.getDocumentElement().getElementsByTagName("*");
        if (elements.getLength() == 0) {
            return;
        }
        Element one = any(elements);
        Element other = any(elements);
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                did("drop", one);
                one.getParentNode().removeChild(one);
            }
            case 2 -> {
                did("same id", one);
                one.setAttribute("id", other.getAttribute("id"));
            }
            case 3, 4, 5 -> garble(one);
            case 6 -> {
                did("twice", one);
                one.getParentNode().appendChild(one.cloneNode(true));
            }
            case 7 -> {
                if (!contains(one, other)) {
                    did("move", one);
                    other.appendChild(one);
                }
            }
            case 8 -> {
                did("text", one);
                one.setTextContent(garbage());
            }
            default -> nest(one, random.nextInt(5) == 0 ? 4_000 : 1 + random.nextInt(150));
        }
    }

    private void garble(Element element) {
        if (element.getAttributes().getLength() == 0) {
            return;
        }
        Attr attribute = (Attr) element.getAttributes()
                .item(random.nextInt(element.getAttributes().getLength()));
        if (attribute.getName().startsWith("xmlns")) {
            return;
        }
        did("garble " + attribute.getName(), element);
        if (random.nextInt(4) == 0) {
            element.removeAttributeNode(attribute);
        } else {
            attribute.setValue(garbage());
        }
    }

    /** The element in itself, time and again; in the text, because writing it recurses. */
    private void nest(Element element, int deep) {
        did("nest " + deep, element);
        Element place = element.getOwnerDocument().createElement(NEST);
        element.getParentNode().appendChild(place);
        StringBuilder attributes = new StringBuilder();
        for (int at = 0; at < element.getAttributes().getLength(); at++) {
            Node each = element.getAttributes().item(at);
            if (!each.getNodeName().equals("id")) {
                attributes.append(' ').append(each.getNodeName()).append("='nested'");
            }
        }
        String open = "<" + element.getTagName() + " id='nested-%d'" + attributes + ">";
        StringBuilder written = new StringBuilder();
        for (int at = 0; at < deep; at++) {
            written.append(open.formatted(at));
        }
        nested = written + ("</" + element.getTagName() + ">").repeat(deep);
    }

    private byte[] torn(byte[] text) {
        int at = random.nextInt(text.length);
        int kind = random.nextInt(7);
        happened.add("torn " + kind + " at " + at);
        return switch (kind) {
            case 0 -> joined(text, at, new byte[0], text.length);
            case 1 -> joined(text, at, new byte[] {0}, at);
            case 2 -> joined(text, at, new byte[] {(byte) (random.nextInt(256) - 128)}, at + 1);
            case 3 -> joined(text, at, new byte[0], Math.min(text.length, at + 1 + random.nextInt(200)));
            case 4 -> joined(text, at, "&#0;&bomb;".getBytes(StandardCharsets.UTF_8), at);
            case 5 -> bomb(text);
            default -> joined(text, at, text, at);
        };
    }

    private static byte[] bomb(byte[] text) {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE definitions [<!ENTITY a0 'boom'>");
        for (int at = 1; at < 20; at++) {
            bomb.append("<!ENTITY a")
                    .append(at)
                    .append(" '")
                    .append(("&a" + (at - 1) + ";").repeat(10))
                    .append("'>");
        }
        String after = new String(text, StandardCharsets.UTF_8).replaceFirst("(?s)^<\\?xml.*?\\?>", "");
        return (bomb + "]>" + after.replaceFirst("name=\"[^\"]*\"", "name=\"&a19;\"")).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] text, int until, byte[] between, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(text, 0, until);
        joined.writeBytes(between);
        joined.write(text, Math.min(from, text.length), text.length - Math.min(from, text.length));
        return joined.toByteArray();
    }

    private String garbage() {
        return GARBAGE.get(random.nextInt(GARBAGE.size()));
    }

    private Element any(NodeList elements) {
        return (Element) elements.item(random.nextInt(elements.getLength()));
    }

    private void did(String what, Element to) {
        happened.add(what + " " + to.getTagName() + " " + to.getAttribute("id"));
    }

    private static boolean contains(Node outer, Node inner) {
        for (Node each = inner; each != null; each = each.getParentNode()) {
            if (each == outer) {
                return true;
            }
        }
        return false;
    }

    private static Document read(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static byte[] write(Document document) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(written));
            return written.toByteArray();
        } catch (TransformerException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    String name() {
        return file.getFileName().toString();
    }

    @Override
    public String toString() {
        return file + " " + happened;
    }
}
