package io.journeybpm.visits;

import io.journeybpm.decision.Input;
import io.journeybpm.decision.InputList;
import io.journeybpm.decision.Kind;
import io.journeybpm.decision.Output;
import io.journeybpm.decision.Shape;
import io.journeybpm.journey.FactName;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.ToldFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The inputs of the readiness decision by their names in DMN. */
public final class VisitInputs {

    static final String MISSING = "missing";
    static final String WHO = "who";
    static final String ACTION = "action";

    /** Words of a fact that say that it is so; everything else, as "ordered for Friday", says that it isn't yet. */
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "ok", "ja", "oui", "si");

    /** What is known of a visit when the decision is asked. */
    private record Known(Visit visit, Instant now) {}

    private static final InputList<Known> ALL = new InputList<>(List.of(
            new Input<>("journey", Kind.TEXT, each -> each.visit().about().journey()),
            new Input<>(
                    "phase",
                    Kind.TEXT,
                    each -> each.visit().phase() == null ? "" : each.visit().phase()),
            new Input<>("touchpoint", Kind.TEXT, each -> each.visit().touchpoint()),
            new Input<>(
                    "party",
                    Kind.TEXT,
                    each -> each.visit().party() == null ? "" : each.visit().party()),
            new Input<>("channel", Kind.TEXT, each -> each.visit().channel()),
            new Input<>("timeBooked", Kind.TRUTH, each -> each.visit().to() != null),
            new Input<>("hoursUntilVisit", Kind.AMOUNT, each -> hours(each.visit(), each.now())),
            new Input<>("addressKnown", Kind.TRUTH, each -> later(() -> isAddressKnown(each.visit()))),
            new Input<>("addressConfirmed", Kind.TRUTH, each -> said(each.visit(), "address confirmed")),
            new Input<>("locationConfirmed", Kind.TRUTH, each -> said(each.visit(), "location confirmed")),
            new Input<>("partsInStock", Kind.TRUTH, each -> said(each.visit(), "parts in stock")),
            new Input<>("previousOutcome", Kind.TEXT, each -> later(() -> previousOutcome(each.visit()))),
            new Input<>(
                    "previousOutcomeRead",
                    Kind.TRUTH,
                    each -> each.visit().about().briefs().knows(each.visit().party())),
            new Input<>(
                    "facts",
                    Kind.TEXTS,
                    each -> later(() -> each.visit().facts().get().stream()
                            .map(ToldFact::name)
                            .toList()))));

    /** The readiness decision: each row that fits says one thing that is missing. */
    public static final Shape SHAPE = new Shape(
            "visit-readiness",
            true,
            ALL.kinds(),
            List.of(Output.requiredText(MISSING), Output.text(WHO), Output.text(ACTION)));

    private VisitInputs() {}

    /** All inputs of a visit at a moment; always every name. */
    static Map<String, @Nullable Object> of(Visit visit, Instant now) {
        return ALL.of(new Known(visit, now));
    }

    private static Supplier<Object> later(Supplier<Object> value) {
        return value;
    }

    private static @Nullable Object hours(Visit visit, Instant now) {
        Instant begins = visit.from() == null ? visit.to() : visit.from();
        return begins == null ? null : Math.max(0, Duration.between(now, begins).toHours());
    }

    private static Supplier<Object> said(Visit visit, String name) {
        return later(() -> visit.facts().get().stream()
                .filter(each -> FactName.key(each.name()).equals(FactName.key(name)))
                .anyMatch(each -> YES.contains(each.value().strip().toLowerCase(Locale.ROOT))));
    }

    private static boolean isAddressKnown(Visit visit) {
        Customer customer = visit.customer().get();
        return customer != null && customer.address() != null
                || visit.facts().get().stream()
                        .anyMatch(each -> FactName.key(each.name()).equals("address"));
    }

    private static String previousOutcome(Visit visit) {
        Contact latest = visit.latest().get();
        return latest == null ? "" : latest.outcome().word();
    }
}
