package io.journeybpm.engine.check;

import java.util.Objects;
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

    private Causes() {}

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
        return new ProblemImpl(message(thrown), element);
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
        return thrown instanceof RuntimeException && !(thrown instanceof ProcessEngineException)
                && thrown.getClass().getName().startsWith("java.");
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, each -> each.getCause() == each ? null : each.getCause());
    }
}
