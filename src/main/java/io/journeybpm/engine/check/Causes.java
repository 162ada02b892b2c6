package io.journeybpm.engine.check;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.xml.ProblemImpl;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXParseException;

/** What the engine's parsers throw, said so that somebody can do something about it. */
final class Causes {

    private static final String SENSELESS = "the engine can't make sense of it";

    /** As Camunda's reader of models writes a place into its message. */
    private static final Pattern PLACED = Pattern.compile("(?s)^.*?Error: URI=\\S* Line=(\\d+): (.*)$");

    private static final Pattern CODE = Pattern.compile("\\b(ENGINE|DMN|FEEL)[/A-Z-]*-\\d+ ");

    private Causes() {}

    /** What the engine says, without its codes, and without what it says of itself. */
    static String said(String message) {
        return message.contains("History Time To Live (TTL) cannot be null")
                ? "the history time to live is missing"
                : CODE.matcher(message).replaceAll("");
    }

    /** The problem behind what was thrown. */
    static Problem problem(Throwable thrown, @Nullable Element element) {
        SAXParseException unreadable = causes(thrown)
                .filter(SAXParseException.class::isInstance)
                .map(SAXParseException.class::cast)
                .findFirst()
                .orElse(null);
        if (unreadable != null) {
            return new Flaw(
                    String.valueOf(unreadable.getMessage()),
                    unreadable.getLineNumber(),
                    unreadable.getColumnNumber(),
                    null);
        }
        Matcher placed = PLACED.matcher(message(thrown));
        return placed.matches()
                ? new Flaw(placed.group(2), Integer.parseInt(placed.group(1)), 1, null)
                : new ProblemImpl(message(thrown), element);
    }

    private static String message(Throwable thrown) {
        if (causes(thrown).anyMatch(StackOverflowError.class::isInstance)) {
            return "elements lie too deep within each other";
        }
        Throwable deepest = causes(thrown).reduce(thrown, (outer, inner) -> inner);
        return isProgramming(deepest) || deepest.getMessage() == null ? SENSELESS : deepest.getMessage();
    }

    /** Whether the engine fell over it rather than refused it. */
    static boolean isProgramming(Throwable thrown) {
        return thrown instanceof RuntimeException
                && !(thrown instanceof ProcessEngineException)
                && thrown.getClass().getName().startsWith("java.");
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, each -> each.getCause() == each ? null : each.getCause());
    }
}
