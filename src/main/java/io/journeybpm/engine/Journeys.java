package io.journeybpm.engine;

import io.journeybpm.journey.Journey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journeys deployed on this engine, read from their BPMN models. */
public interface Journeys {

    /** The latest version of every journey, by key. */
    List<Journey> latest();

    /** The latest version of the journey with this key. */
    Optional<Journey> latest(String key);

    /** The version of a journey with this number, if it is still deployed. */
    Optional<Journey> version(String key, int version);

    /** What today's rules find in this version and in the decision asked for it. It runs all the same. */
    List<Problem> problems(Journey journey);

    /**
     * Something that isn't as it should be.
     *
     * @param rule the rule's name, the same in the Modeler, at deployment and here
     * @param severity {@code warn}, or {@code error} for what could no longer be deployed
     * @param element the id of the element concerned
     * @param name what people read on it
     * @param message what is wrong
     * @param mend what to do about it
     */
    record Problem(
            String rule,
            String severity,
            @Nullable String element,
            @Nullable String name,
            String message,
            String mend) {}
}
