package io.journeybpm.engine.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Loops of sequence flows. */
final class Loops {

    private Loops() {}

    /**
     * A loop.
     *
     * @param elements in the order they are drawn
     */
    record Loop(List<Element> elements) {

        /** Whether something leads out of it, or can cancel the scope it lies in. */
        boolean hasWayOut() {
            Set<Element> inside = new HashSet<>(elements);
            return elements.stream().flatMap(each -> onwards(each).stream()).anyMatch(each -> !inside.contains(each))
                    || elements.get(0).around().anyMatch(Loops::canBeCancelled);
        }

        /** The phase it goes back to, if it does. */
        Optional<Element> phase() {
            return elements.stream().filter(Parts::isPhase).findFirst();
        }
    }

    /** The loops of all processes that use our properties. */
    static List<Loop> in(Drawing drawing) {
        List<Loop> loops = new ArrayList<>();
        Parts.ours(drawing).stream().flatMap(drawing::in).forEach(scope -> find(scope, loops));
        return loops;
    }

    private static void find(Element scope, List<Loop> loops) {
        Set<Element> left = cyclic(scope);
        while (!left.isEmpty()) {
            Element first = left.iterator().next();
            Set<Element> onward = reach(first, Loops::onwards, left);
            Set<Element> back = reach(first, Loops::backwards, left);
            List<Element> loop = left.stream()
                    .filter(each -> onward.contains(each) && back.contains(each))
                    .toList();
            loop.forEach(left::remove);
            left.remove(first);
            if (!loop.isEmpty()) {
                loops.add(new Loop(loop));
            }
        }
    }

    /** What is left of a scope when everything that nothing leads to, or that leads to nothing, is taken away. */
    private static Set<Element> cyclic(Element scope) {
        Set<Element> left = new LinkedHashSet<>(scope.children);
        boolean shrinks = true;
        while (shrinks) {
            List<Element> outside = left.stream()
                    .filter(each -> onwards(each).stream().noneMatch(left::contains)
                            || backwards(each).stream().noneMatch(left::contains))
                    .toList();
            outside.forEach(left::remove);
            shrinks = !outside.isEmpty();
        }
        return left;
    }

    private static Set<Element> reach(Element start, Function<Element, List<Element>> neighbours, Set<Element> within) {
        Set<Element> reached = new HashSet<>();
        Deque<Element> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            neighbours.apply(next.pop()).stream()
                    .filter(within::contains)
                    .filter(reached::add)
                    .forEach(next::push);
        }
        return reached;
    }

    private static List<Element> onwards(Element element) {
        return Stream.concat(
                        element.following.stream(), element.boundaries.stream().filter(Loops::interrupts))
                .toList();
    }

    private static List<Element> backwards(Element element) {
        return Stream.concat(
                        element.preceding.stream(),
                        Stream.ofNullable(element.attachedTo).filter(activity -> interrupts(element)))
                .toList();
    }

    private static boolean interrupts(Element boundary) {
        return boundary.isUnlessSaid("cancelActivity");
    }

    private static boolean canBeCancelled(Element scope) {
        return scope.boundaries.stream().anyMatch(Loops::interrupts)
                || scope.children.stream()
                        .filter(Element::isEventSubProcess)
                        .flatMap(handler -> handler.children.stream())
                        .anyMatch(start -> start.is("startEvent")
                                && !start.events().isEmpty()
                                && start.isUnlessSaid("isInterrupting"));
    }
}
