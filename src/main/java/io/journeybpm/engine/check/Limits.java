package io.journeybpm.engine.check;

import io.journeybpm.journey.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;

/**
 * Texts that are longer than the columns they go into: the engine would find out as it writes, without saying what is too
 * long, or only when a case gets there. Lengths as in Camunda's tables and ours.
 */
final class Limits {

    /** Names, keys, ids: {@code ACT_RE_*}, {@code ACT_RU_JOBDEF}, {@code ACT_GE_BYTEARRAY}, {@code journey_*}. */
    static final int NAME = 255;

    /** Version tags, and ids of columns and rows in the history of decisions. */
    static final int SHORT = 64;

    /** Element ids get a suffix where the element is carried out several times. */
    private static final int ELEMENT = NAME - "#multiInstanceBody".length();

    /** What is promised. */
    private static final int SENTENCE = 1_000;

    private static final Map<String, Integer> OF_A_DEFINITION = Map.of(
            "id",
            NAME,
            "name",
            NAME,
            "versionTag",
            SHORT,
            "candidateStarterUsers",
            NAME,
            "candidateStarterGroups",
            NAME);

    private static final Set<String> NAMED = Set.of("message", "signal", "error", "escalation");

    private final Outline outline;
    private final List<Problem> found = new ArrayList<>();

    private Limits(Outline outline) {
        this.outline = outline;
    }

    static List<Problem> of(Outline outline) {
        Limits limits = new Limits(outline);
        outline.places().forEach(limits::check);
        return limits.found;
    }

    /** What the engine keeps of jobs as it deploys. */
    static List<Problem> of(Map<String, List<JobDeclaration<?, ?>>> jobs) {
        return jobs.values().stream()
                .flatMap(List::stream)
                .filter(each -> length(each.getJobConfiguration()) > NAME || length(each.getActivityId()) > NAME)
                .map(each -> ProcessTrial.problem(
                        "what it waits for is longer than " + NAME + " characters", each.getActivityId()))
                .toList();
    }

    private void check(Outline.Place place) {
        switch (place.kind()) {
            case "process", "decision" -> OF_A_DEFINITION.forEach((name, most) -> check(place, name, most));
            case "definitions" -> {
                check(place, "id", NAME);
                check(place, "name", NAME);
                check(place, "targetNamespace", NAME);
                check(place, "namespace", NAME);
            }
            default -> {
                if (outline.isOurs()) {
                    inOurs(place);
                }
            }
        }
    }

    private void inOurs(Outline.Place place) {
        if (place.kind().equals("property")) {
            String name = place.attributes().getOrDefault("name", "");
            check(place, "value", name.equals(Property.PROMISE) ? SENTENCE : NAME, name);
        } else if (Set.of("input", "output", "rule").contains(place.kind())) {
            check(place, "id", SHORT);
            check(place, "label", NAME);
        } else if (isFlowNode(place.kind())) {
            check(place, "id", ELEMENT);
            check(place, "name", NAME);
        } else if (NAMED.contains(place.kind())) {
            check(place, "name", NAME);
        }
    }

    private static boolean isFlowNode(String kind) {
        return kind.endsWith("Task")
                || kind.endsWith("Event")
                || kind.endsWith("Gateway")
                || Set.of("task", "subProcess", "transaction", "callActivity").contains(kind);
    }

    private void check(Outline.Place place, String attribute, int most) {
        check(place, attribute, most, attribute);
    }

    private void check(Outline.Place place, String attribute, int most, String shown) {
        int length = length(place.attributes().get(attribute));
        if (length > most) {
            found.add(new Flaw(
                    shown + " has " + length + " characters; the longest that can be kept has " + most,
                    place.line(),
                    place.column(),
                    place.id()));
        }
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
