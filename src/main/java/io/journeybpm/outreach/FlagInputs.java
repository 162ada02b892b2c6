package io.journeybpm.outreach;

import io.journeybpm.decision.Input;
import io.journeybpm.decision.InputList;
import io.journeybpm.decision.Kind;
import io.journeybpm.decision.Output;
import io.journeybpm.decision.Shape;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The inputs of the red flag's decision by their names in DMN. */
public final class FlagInputs {

    private static final InputList<Look> ALL = new InputList<>(all());

    /** The decision. */
    public static final Shape SHAPE = new Shape(
            "red-flag",
            false,
            ALL.kinds(),
            List.of(
                    Output.oneOf("flag", Word.all(Watched.Flag.class)),
                    Output.text("reason"),
                    Output.duration("within"),
                    Output.text("owner")));

    /**
     * A look at a customer's figures.
     *
     * @param journey in which the customer would be called
     * @param before what was known
     * @param figures what is known now
     * @param segment what kind of customer
     * @param now when
     */
    record Look(
            String journey,
            Watched before,
            Map<String, Object> figures,
            Supplier<@Nullable String> segment,
            Instant now) {}

    private FlagInputs() {}

    static Map<String, @Nullable Object> of(Look look) {
        return ALL.of(look);
    }

    private static List<Input<Look>> all() {
        List<Input<Look>> all = new ArrayList<>();
        all.add(new Input<>("journey", Kind.TEXT, Look::journey));
        all.add(new Input<>("figures", Kind.CONTEXT, Look::figures));
        all.add(new Input<>("before", Kind.CONTEXT, each -> each.before().figures()));
        all.add(new Input<>("flag", Kind.TEXT, each -> each.before().flag().word()));
        all.add(new Input<>(
                "daysSinceFlag", Kind.COUNT_OR_NULL, each -> days(each.before().flaggedAt(), each.now())));
        all.add(new Input<>("segment", Kind.TEXT_OR_NULL, Look::segment));
        return List.copyOf(all);
    }

    private static @Nullable Integer days(@Nullable Instant since, Instant now) {
        return since == null
                ? null
                : (int) Math.max(0, Duration.between(since, now).toDays());
    }
}
