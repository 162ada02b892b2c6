package io.journeybpm.journey;

import java.util.List;
import java.util.Optional;

/**
 * One version of a deployed process, read as a journey.
 *
 * @param definition the engine's id of this version
 * @param key the process definition key
 * @param version counted from 1 by the engine
 * @param title what people read
 * @param phases in the order they are drawn
 * @param touchpoints in the order they are drawn, those outside phases included
 * @param handoffs drawn ones only
 * @param reasons why customers come, as its owner has listed them
 */
public record Journey(
        String definition,
        String key,
        int version,
        String title,
        List<Phase> phases,
        List<Touchpoint> touchpoints,
        List<Handoff> handoffs,
        List<String> reasons) {

    /** A process with at least one phase is a journey; without any it merely may hold touchpoints of its caller. */
    public boolean isJourney() {
        return !phases.isEmpty();
    }

    /** The touchpoint drawn with this element id. */
    public Optional<Touchpoint> touchpoint(String id) {
        return touchpoints.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The phase drawn with this element id. */
    public Optional<Phase> phase(String id) {
        return phases.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The handoff drawn on, or as, this element. */
    public Optional<Handoff> handoff(String element) {
        return handoffs.stream().filter(each -> each.element().equals(element)).findFirst();
    }
}
