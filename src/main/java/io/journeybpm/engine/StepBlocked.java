package io.journeybpm.engine;

import java.util.List;

/** A gate of the journey is closed: what is missing has to be said first. Nothing was recorded, the step stays open. */
public final class StepBlocked extends JourneyRefused {

    private static final long serialVersionUID = 1L;

    private final Gate gate;
    private final List<String> missing;

    /** Which gate is closed. */
    public enum Gate {
        /** The brief of a handoff lacks something. */
        HANDOFF,
        /** A visit isn't ready. */
        VISIT
    }

    StepBlocked(Gate gate, String message, List<String> missing) {
        super(message);
        this.gate = gate;
        this.missing = List.copyOf(missing);
    }

    /** Which gate is closed. */
    public Gate gate() {
        return gate;
    }

    /** What is missing, in the owner's words. */
    public List<String> missing() {
        return missing;
    }
}
