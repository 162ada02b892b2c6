package io.journeybpm.escalation;

import io.journeybpm.decision.Input;
import io.journeybpm.decision.InputList;
import io.journeybpm.decision.Kind;
import io.journeybpm.decision.Output;
import io.journeybpm.decision.Shape;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Effort;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The inputs of the escalation decision by their names in DMN. */
public final class Inputs {

    private static final Duration RECENT = Duration.ofDays(7);

    private static final InputList<Known> ALL = new InputList<>(all());

    /** The escalation decision. */
    public static final Shape SHAPE = new Shape(
            DecisionTable.GENERIC,
            false,
            ALL.kinds(),
            List.of(
                    Output.oneOf("level", Word.all(Level.class)),
                    Output.text("action"),
                    Output.text("owner"),
                    Output.duration("within"),
                    Output.text("reason")));

    /** What is known of a case when the decision is asked. */
    private record Known(Readings readings, CaseFile file, Instant at) {}

    private Inputs() {}

    /** All inputs of a case at a moment; always every name, counts from 0. */
    static Map<String, @Nullable Object> of(CaseFile file, Instant at) {
        return ALL.of(new Known(file.readings(at), file, at));
    }

    private static List<Input<Known>> all() {
        List<Input<Known>> all = new ArrayList<>();
        all.add(read("journey", Kind.TEXT, Readings::journey));
        all.add(read("phase", Kind.TEXT, each -> each.phase() == null ? "" : each.phase()));
        all.add(read("touchpoint", Kind.TEXT_OR_NULL, Readings::touchpoint));
        all.add(read("channel", Kind.TEXT, each -> each.channel() == null ? "" : each.channel()));
        all.add(read("party", Kind.TEXT_OR_NULL, Readings::party));
        for (Count each : Count.values()) {
            all.add(read(each.input(), Kind.COUNT, readings -> readings.counts().get(each)));
        }
        all.add(read("effort", Kind.COUNT, each -> Effort.of(each.counts()).total()));
        all.add(new Input<>("contactsLast7Days", Kind.COUNT, each -> recent(each.file(), each.at())));
        all.add(read("contactsInPhase", Kind.COUNT, Readings::contactsInPhase));
        all.add(read("companyCostInPhase", Kind.AMOUNT, Readings::companyCostInPhase));
        all.add(read("customerCostInPhase", Kind.AMOUNT, Readings::customerCostInPhase));
        all.add(read("completedPhases", Kind.COUNT, Readings::completedPhases));
        all.add(read("parties", Kind.COUNT, Readings::parties));
        all.add(read("overduePromises", Kind.COUNT, Readings::overduePromises));
        all.add(read("unscheduledSteps", Kind.COUNT, Readings::unscheduledSteps));
        all.add(read("bookedSteps", Kind.COUNT, Readings::bookedSteps));
        all.add(read("daysUnscheduled", Kind.COUNT, Readings::daysUnscheduled));
        all.add(read("daysOpen", Kind.COUNT, Readings::daysOpen));
        all.add(read("daysInPhase", Kind.COUNT, Readings::daysInPhase));
        all.add(read("daysWithoutContact", Kind.COUNT, Readings::daysWithoutContact));
        all.add(read("daysAtLevel", Kind.COUNT, Readings::daysAtLevel));
        all.add(read("companyCost", Kind.AMOUNT, Readings::companyCost));
        all.add(read("customerCost", Kind.AMOUNT, Readings::customerCost));
        all.add(read("lastScore", Kind.SCORE, Readings::lastScore));
        all.add(read("lowestScore", Kind.SCORE, Readings::lowestScore));
        all.add(read("level", Kind.LEVEL, each -> each.level().word()));
        all.add(read("totalContacts", Kind.COUNT, Readings::totalContacts));
        return List.copyOf(all);
    }

    private static Input<Known> read(String name, Kind kind, Function<Readings, @Nullable Object> reading) {
        return new Input<>(name, kind, each -> reading.apply(each.readings()));
    }

    private static Supplier<Integer> recent(CaseFile file, Instant at) {
        return () -> file.contacts().between(at.minus(RECENT), at);
    }
}
