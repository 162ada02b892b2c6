package io.journeybpm.engine;

import io.journeybpm.journey.FactField;
import io.journeybpm.journey.FactName;
import io.journeybpm.journey.Handoff;
import io.journeybpm.journey.Property;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Fact;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.NewHandoff;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** What a sender tells the receiver at a handoff the model draws, and the gate that insists on it. */
final class HandingOver {

    /** What one column keeps of all the names a brief requires. */
    private static final int REQUIRES = 2000;

    /** Keeps the answers of a touchpoint's form that the model calls facts, or that its handoff requires. */
    void tellFacts(CaseFile file, Touchpoint touchpoint, Fields fields, @Nullable String user) {
        Handoff handoff = touchpoint.handoff();
        Stream<FactField> required = handoff == null ? Stream.empty() : handoff.facts().stream();
        List<FactField> told = touchpoint.facts();
        Stream.concat(told.stream(), required.filter(each -> told.stream()
                        .noneMatch(one -> one.variable().equals(each.variable()))))
                .forEach(each -> tell(file, each, fields.text(each.variable(), Fields.TEXT), user));
    }

    private static void tell(CaseFile file, FactField field, @Nullable String value, @Nullable String user) {
        if (value != null) {
            String showAt = field.showAt().isEmpty() ? null : String.join(",", field.showAt());
            JourneyRefused.unlessTaken(() -> {
                file.facts().tell(new Fact(field.name(), value, showAt), user);
                return file;
            });
        }
    }

    /**
     * Hands over as the model says.
     *
     * @param before the visit that has done and left something
     * @throws StepBlocked if the gate is closed, and there is somebody to be told so
     */
    void handOff(CaseFile file, Handoff drawn, UnaryOperator<String> resolve, @Nullable NewContact before) {
        NewHandoff made = new NewHandoff(
                NewHandoff.Kind.DRAWN,
                drawn.element(),
                drawn.from() == null ? null : resolve.apply(drawn.from()),
                resolve.apply(drawn.to()),
                before == null ? null : before.note(),
                before == null ? null : before.leftOpen(),
                names(drawn, resolve));
        requireComplete(file, drawn, made, resolve);
        file.handoffs().make(made);
    }

    /** What a handoff requires that somebody reports between the parties of a drawn one. */
    NewHandoff asDrawn(CaseFile file, NewHandoff reported, List<Handoff> all) {
        return all.stream()
                .filter(each -> each.to().equals(reported.to()) && isFrom(each, reported))
                .findFirst()
                .map(drawn -> {
                    NewHandoff made = reported.requiring(names(drawn, UnaryOperator.identity()));
                    requireComplete(file, drawn, made, UnaryOperator.identity());
                    return made;
                })
                .orElse(reported);
    }

    private static boolean isFrom(Handoff drawn, NewHandoff reported) {
        return reported.from() == null || reported.from().equals(drawn.from());
    }

    private static List<String> names(Handoff drawn, UnaryOperator<String> resolve) {
        List<String> names = drawn.requires().stream()
                .map(resolve)
                .flatMap(each -> JourneyReader.list(each).stream())
                .distinct()
                .toList();
        if (String.join(",", names).length() > REQUIRES) {
            throw new JourneyRefused("'" + drawn.element() + "': " + Property.HANDOFF_REQUIRES + " is longer than "
                    + REQUIRES + " characters");
        }
        return names;
    }

    private static void requireComplete(CaseFile file, Handoff drawn, NewHandoff made, UnaryOperator<String> resolve) {
        boolean closed = Handoff.BLOCK.equals(resolve.apply(drawn.gate())) && isSomebodyThere();
        List<String> missing = closed ? file.handoffs().missing(made) : List.of();
        if (!missing.isEmpty()) {
            throw new StepBlocked(
                    StepBlocked.Gate.HANDOFF,
                    "'" + made.to() + "' has to be told first: "
                            + String.join(
                                    "; ",
                                    missing.stream().map(HandingOver::described).toList())
                            + ". Nothing was recorded, the task is still open.",
                    missing);
        }
    }

    private static String described(String name) {
        return switch (FactName.key(name)) {
            case "done", "note" -> "what was done (" + Fields.NOTE + ")";
            case "open" -> "what is left to do (" + Fields.OPEN + ")";
            case "nextstep" -> "when the next step comes (" + Fields.NEXT_STEP_WHAT + ", " + Fields.NEXT_STEP_TO + ")";
            default -> name;
        };
    }

    /** A job has nobody to answer: refused, it would be tried again and end as an incident nobody can mend there. */
    static boolean isSomebodyThere() {
        CommandContext context = Context.getCommandContext();
        return context == null || context.getCurrentJob() == null;
    }
}
