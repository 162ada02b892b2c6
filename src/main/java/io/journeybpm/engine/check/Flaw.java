package io.journeybpm.engine.check;

import java.util.List;
import org.camunda.bpm.engine.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a file, as Camunda reports them.
 *
 * @param message what is wrong, at which element, and what to do about it
 * @param line counted from 1, or 0 where unknown
 * @param column counted from 1, or 0 where unknown
 * @param mainElementId the element concerned
 */
record Flaw(String message, int line, int column, @Nullable String mainElementId) implements Problem {

    /** Texts of outside are shown up to this length. */
    private static final int LONGEST_ID = 120;

    private static final int LONGEST = 2_000;

    static Flaw of(Finding finding, Outline outline) {
        Outline.Place place = outline.find(finding.element());
        String name = finding.name() != null ? finding.name() : place == null ? null : place.name();
        String message = who(finding.element(), name) + sentence(finding.message()) + finding.mend() + " ["
                + finding.rule() + "]";
        int line = finding.line() > 0 || place == null ? finding.line() : place.line();
        return new Flaw(shown(message, LONGEST), line, place == null ? 0 : place.column(), finding.element());
    }

    /** What the engine says, with the element's name and a way to mend it. */
    static Flaw of(Problem problem, Outline outline) {
        String said = Causes.said(String.valueOf(problem.getMessage()));
        Outline.Place place = outline.find(problem.getMainElementId());
        if (place == null && problem.getLine() <= 0) {
            place = outline.definition();
        }
        String element = problem.getMainElementId() == null && place != null ? place.id() : problem.getMainElementId();
        String message = who(element, place == null ? null : place.name()) + sentence(said) + EngineMend.of(said);
        boolean placed = problem.getLine() > 0;
        return new Flaw(
                shown(message, LONGEST),
                placed ? problem.getLine() : place == null ? 1 : place.line(),
                placed ? problem.getColumn() : place == null ? 1 : place.column(),
                element);
    }

    private static String sentence(String text) {
        String line = text.strip();
        return line.endsWith(".") || line.endsWith("?") ? line + " " : line + ". ";
    }

    private static String who(@Nullable String element, @Nullable String name) {
        if (element == null) {
            return "";
        }
        String shown = "'" + shown(element, LONGEST_ID) + "'";
        return name == null || name.isBlank() ? shown + ": " : shown + " (" + shown(name, LONGEST_ID) + "): ";
    }

    private static String shown(String text, int longest) {
        String line = OneLine.of(text);
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public @Nullable String getMainElementId() {
        return mainElementId;
    }

    @Override
    public List<String> getElementIds() {
        return mainElementId == null ? List.of() : List.of(mainElementId);
    }
}
