package io.journeybpm.outreach;

import io.journeybpm.decision.Input;
import io.journeybpm.decision.InputList;
import io.journeybpm.decision.Kind;
import io.journeybpm.decision.Output;
import io.journeybpm.decision.Shape;
import io.journeybpm.journey.Purpose;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Permission.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The inputs of the decision about contact permission by their names in DMN. */
public final class PermissionInputs {

    /** What a table says instead of a duration: until the customer's quiet hours are over. */
    static final String QUIET_HOURS_END = "quiet-hours-end";

    private static final InputList<Situation> ALL = new InputList<>(all());

    /** The decision. */
    public static final Shape SHAPE = new Shape(
            "contact-permission",
            false,
            ALL.kinds(),
            List.of(
                    Output.oneOf("decision", Word.all(Decision.class)),
                    Output.durationOr("until", List.of(QUIET_HOURS_END)),
                    Output.text("reason")));

    private PermissionInputs() {}

    static Map<String, @Nullable Object> of(Situation situation) {
        return ALL.of(situation);
    }

    private static List<Input<Situation>> all() {
        List<Input<Situation>> all = new ArrayList<>();
        all.add(new Input<>("journey", Kind.TEXT, each -> each.about().journey()));
        all.add(new Input<>(
                "phase",
                Kind.TEXT,
                each -> each.about().phase() == null ? "" : each.about().phase().id()));
        all.add(new Input<>("channel", Kind.TEXT, each -> each.asked().channel().word()));
        all.add(new Input<>("purpose", Kind.TEXT, each -> each.asked().purpose().word()));
        all.add(new Input<>("party", Kind.TEXT_OR_NULL, each -> each.asked().party()));
        all.add(new Input<>(
                "segment", Kind.TEXT_OR_NULL, each -> each.preferences().segment()));
        all.add(new Input<>(
                "level", Kind.LEVEL, each -> each.about().escalation().level().word()));
        all.add(new Input<>("contactsToday", Kind.COUNT, each -> each.sent().today()));
        all.add(new Input<>("contactsLast7Days", Kind.COUNT, each -> each.sent().last7Days()));
        all.add(new Input<>(
                "contactsLast30Days", Kind.COUNT, each -> each.sent().last30Days()));
        all.add(new Input<>("sameChannelLast7Days", Kind.COUNT, each -> each.sent()
                .last7Days(each.asked().channel())));
        all.add(new Input<>("samePurposeLast30Days", Kind.COUNT, each -> each.sent()
                .last30Days(each.asked().purpose())));
        all.add(new Input<>("surveysLast90Days", Kind.COUNT, each -> each.sent().last90Days(Purpose.SURVEY)));
        all.add(new Input<>("optedOut", Kind.TRUTH, each -> each.preferences().refuse(each.asked())));
        all.add(new Input<>("capReached", Kind.TRUTH, Situation::isCapReached));
        all.add(new Input<>("quietHours", Kind.TRUTH, each -> each.quietUntil() != null));
        all.add(new Input<>(
                "quietUntil",
                Kind.TIME,
                each -> each.quietUntil() == null ? null : each.quietUntil().atZone(each.zone())));
        all.add(new Input<>(
                "openPromises", Kind.COUNT, each -> each.about().openPromises().size()));
        all.add(new Input<>("bookedSteps", Kind.COUNT, Situation::bookedSteps));
        all.add(new Input<>("nextStepInHours", Kind.COUNT_OR_NULL, Situation::nextStepInHours));
        all.add(new Input<>("plannedContactInHours", Kind.COUNT_OR_NULL, each ->
                (Supplier<@Nullable Integer>) each::plannedContactInHours));
        return List.copyOf(all);
    }
}
