package io.journeybpm.engine;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFilter;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Customer;
import io.journeybpm.outreach.FlagRaised;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A flag opens a case of the journey in which the customer is called. Where one is open, it is told by the message
 * {@code red-flag}; if it doesn't wait for that, the call is still to be made.
 */
final class EngineFlags implements FlagRaised {

    private static final String MESSAGE = "red-flag";
    private static final String CASE_PREFIX = "flag-";

    private final EngineAccess engine;
    private final DeployedJourneys journeys;
    private final RunningCases running;
    private final Cases cases;

    EngineFlags(EngineAccess engine, DeployedJourneys journeys, RunningCases running, Cases cases) {
        this.engine = engine;
        this.journeys = journeys;
        this.running = running;
        this.cases = cases;
    }

    @Override
    public Optional<String> raise(Flag flag) {
        if (journeys.latest(flag.journey()).isEmpty()) {
            return Optional.empty();
        }
        String caseId = open(flag).orElseGet(() -> start(flag));
        running.change(caseId, file -> {
            file.flagged(flag.reason());
            return file;
        });
        return Optional.of(caseId);
    }

    private Optional<String> open(Flag flag) {
        CaseFilter filter = new CaseFilter(flag.customer(), null, null, null, flag.journey(), Case.Status.OPEN);
        Optional<String> open =
                cases.page(filter, null, 1).items().stream().findFirst().map(Case::caseId);
        return open.filter(caseId -> running.change(caseId, file -> {
            // closed while this waited for its row: nobody would see the flag there
            boolean still = file.view().status() == Case.Status.OPEN;
            if (still) {
                tell(caseId, flag);
            }
            return still;
        }));
    }

    private void tell(String caseId, Flag flag) {
        engine.withoutAuthorization(context -> engine.services()
                .getRuntimeService()
                .createMessageCorrelation(MESSAGE)
                .processInstanceBusinessKey(caseId)
                .setVariables(variables(flag))
                .correlateAllWithResult());
    }

    private String start(Flag flag) {
        String caseId = CASE_PREFIX + UUID.randomUUID();
        Customer customer = new Customer(flag.customer(), null, null, null, null);
        running.open(new RunningCases.NewRun(flag.journey(), caseId, customer, List.of(), List.of(), variables(flag)));
        return caseId;
    }

    private static Map<String, Object> variables(Flag flag) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("flagReason", flag.reason());
        variables.put("flagOwner", flag.owner());
        variables.put("flagDue", flag.due() == null ? null : flag.due().toString());
        variables.put(
                "flagFigures",
                flag.figures().entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.collectingAndThen(Collectors.joining(", "), EngineFlags::cut)));
        return variables;
    }

    private static String cut(String text) {
        return text.length() <= Fields.TEXT ? text : text.substring(0, Fields.TEXT);
    }
}
