package io.journeybpm.engine.check;

import io.journeybpm.journey.Property;

/** Handoffs and promises. */
final class HandoffRules implements ModelRules.Group {

    @Override
    public void check(Drawing drawing, Findings found) {
        for (Element element : drawing.elements()) {
            promise(element, found);
            if (Parts.saysHandoff(element)) {
                handoff(element, found);
            }
        }
    }

    private static void promise(Element element, Findings found) {
        boolean step = element.value(Property.PROMISE) != null;
        boolean window = element.value(Property.PROMISE_WITHIN) != null;
        if (step && !window) {
            found.add("promise-window", element, "absent");
        }
        if (window && !step) {
            found.add("promise-step", element, "absent");
        }
    }

    private static void handoff(Element element, Findings found) {
        if (!Parts.canHandOff(element)) {
            found.add("handoff-element", element, "wrong");
            return;
        }
        boolean received = element.value(Property.HANDOFF_TO) != null;
        if (!received) {
            found.add("handoff-parties", element, "receiver");
        }
        if (element.value(Property.HANDOFF_FROM) == null && element.value(Property.PARTY) == null) {
            found.add("handoff-parties", element, "sender");
        }
        boolean promised = element.value(Property.PROMISE) != null || element.value(Property.PROMISE_WITHIN) != null;
        if (received && !promised) {
            found.add("handoff-promise", element, "absent");
        }
    }
}
