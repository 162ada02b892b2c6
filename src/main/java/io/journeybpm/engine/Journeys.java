package io.journeybpm.engine;

import io.journeybpm.journey.Journey;
import java.util.List;
import java.util.Optional;

/** The journeys deployed on this engine, read from their BPMN models. */
public interface Journeys {

    /** The latest version of every journey, by key. */
    List<Journey> latest();

    /** The latest version of the journey with this key. */
    Optional<Journey> latest(String key);
}
