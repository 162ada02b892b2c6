package io.journeybpm.rest;

import io.journeybpm.insight.Boundary;
import io.journeybpm.journey.Handoff;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Between two parties.
 *
 * @param from who hands over, as drawn where nothing has happened there
 * @param to who takes over
 * @param drawn ids of the elements that draw it
 * @param handoffs how often it happened
 * @param withoutBrief of these, how often the receiver had not read the brief
 * @param waits how long customers waited, from the last contact of the one to the first of the other
 */
record HandoffOnMap(
        @Nullable String from,
        String to,
        List<String> drawn,
        long handoffs,
        long withoutBrief,
        MapView.WaitsView waits) {

    static List<HandoffOnMap> of(List<Handoff> drawn, List<Boundary> happened) {
        Stream<HandoffOnMap> taken = happened.stream()
                .map(each -> new HandoffOnMap(
                        each.from(),
                        each.to(),
                        drawn.stream()
                                .filter(one -> isBetween(one, each))
                                .map(Handoff::element)
                                .toList(),
                        each.handoffs(),
                        each.withoutBrief(),
                        MapView.WaitsView.of(each.handoffs(), each.meanWait())));
        Stream<HandoffOnMap> untaken = drawn.stream()
                .filter(one -> happened.stream().noneMatch(each -> isBetween(one, each)))
                .map(one -> new HandoffOnMap(
                        one.from(), one.to(), List.of(one.element()), 0, 0, MapView.WaitsView.of(0, null)));
        return Stream.concat(taken, untaken).toList();
    }

    private static boolean isBetween(Handoff drawn, Boundary boundary) {
        return boundary.to().equals(drawn.to()) && boundary.from().equals(drawn.from());
    }
}
