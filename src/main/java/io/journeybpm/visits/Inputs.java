package io.journeybpm.visits;

import io.journeybpm.decision.Kind;
import io.journeybpm.decision.Output;
import io.journeybpm.decision.Shape;
import io.journeybpm.journey.FactName;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.ToldFact;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The inputs of the readiness decision by their names in DMN. */
public final class Inputs {

    static final String MISSING = "missing";
    static final String WHO = "who";
    static final String ACTION = "action";

    /** Words of a fact that say that it is so; everything else, as "ordered for Friday", says that it isn't yet. */
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "ok", "ja", "oui", "si");

    private record Input(String name, Kind kind, BiFunction<Visit, Instant, @Nullable Object> reading) {}

    private static final List<Input> ALL = List.of(
            new Input("journey", Kind.TEXT, (visit, now) -> visit.about().journey()),
            new Input("phase", Kind.TEXT, (visit, now) -> visit.phase() == null ? "" : visit.phase()),
            new Input("touchpoint", Kind.TEXT, (visit, now) -> visit.touchpoint()),
            new Input("party", Kind.TEXT, (visit, now) -> visit.party() == null ? "" : visit.party()),
            new Input("channel", Kind.TEXT, (visit, now) -> visit.channel()),
            new Input("timeBooked", Kind.TRUTH, (visit, now) -> visit.to() != null),
            new Input("hoursUntilVisit", Kind.AMOUNT, Inputs::hours),
            new Input("addressKnown", Kind.TRUTH, (visit, now) -> later(() -> isAddressKnown(visit))),
            new Input("addressConfirmed", Kind.TRUTH, (visit, now) -> said(visit, "address confirmed")),
            new Input("locationConfirmed", Kind.TRUTH, (visit, now) -> said(visit, "location confirmed")),
            new Input("partsInStock", Kind.TRUTH, (visit, now) -> said(visit, "parts in stock")),
            new Input("previousOutcome", Kind.TEXT, (visit, now) -> later(() -> previousOutcome(visit))),
            new Input("previousOutcomeRead", Kind.TRUTH, (visit, now) -> visit.about()
                    .briefs()
                    .knows(visit.party())),
            new Input(
                    "facts",
                    Kind.TEXTS,
                    (visit, now) -> later(() ->
                            visit.facts().get().stream().map(ToldFact::name).toList())));

    /** The readiness decision: each row that fits says one thing that is missing. */
    public static final Shape SHAPE = new Shape(
            "visit-readiness",
            true,
            ALL.stream().collect(Collectors.toUnmodifiableMap(Input::name, Input::kind)),
            List.of(Output.requiredText(MISSING), Output.text(WHO), Output.text(ACTION)));

    private Inputs() {}

    /** All inputs of a visit at a moment; always every name. */
    static Map<String, @Nullable Object> of(Visit visit, Instant now) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        ALL.forEach(each -> inputs.put(each.name, each.reading.apply(visit, now)));
        return inputs;
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
