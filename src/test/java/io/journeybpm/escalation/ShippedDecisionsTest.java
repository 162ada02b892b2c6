package io.journeybpm.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.Shipped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped tables say what the design says, threshold by threshold, and every rule of them can fire. */
class ShippedDecisionsTest {

    private static final Map<String, Object> QUIET = Map.ofEntries(
            Map.entry("journey", "j"),
            Map.entry("phase", "report"),
            Map.entry("channel", "phone"),
            Map.entry("contacts", 0),
            Map.entry("plannedContacts", 0),
            Map.entry("extraContacts", 0),
            Map.entry("chasingContacts", 0),
            Map.entry("failedContacts", 0),
            Map.entry("reworkContacts", 0),
            Map.entry("handoffs", 0),
            Map.entry("incidents", 0),
            Map.entry("forgottenFacts", 0),
            Map.entry("repeatedQuestions", 0),
            Map.entry("conductIncidents", 0),
            Map.entry("deadEnds", 0),
            Map.entry("effort", 0),
            Map.entry("brokenPromises", 0),
            Map.entry("daysUnscheduled", 0),
            Map.entry("daysWithoutContact", 0),
            Map.entry("bookedSteps", 0),
            Map.entry("daysAtLevel", 0),
            Map.entry("level", "none"));

    private static final List<String> FIRED = new ArrayList<>();
    private static final DmnEngine ENGINE = engine();

    private static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(event -> event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .forEach(FIRED::add));
        return configuration.buildEngine();
    }

    private static Map<String, Object> decide(String key, Map<String, Object> changed) {
        return evaluate(key, changed).getSingleResult().getEntryMap();
    }

    private static DmnDecisionResult evaluate(String key, Map<String, Object> changed) {
        Map<String, Object> inputs = new HashMap<>(QUIET);
        inputs.putAll(changed);
        byte[] dmn = Shipped.text("dmn/" + key + ".dmn").getBytes(StandardCharsets.UTF_8);
        return ENGINE.evaluateDecision(ENGINE.parseDecision(key, new ByteArrayInputStream(dmn)), inputs);
    }

    private static Map<String, Object> inputs(String text) {
        Map<String, Object> inputs = new HashMap<>();
        for (String each : text.split("&")) {
            String[] parts = each.strip().split("=");
            if (parts.length == 2) {
                inputs.put(parts[0], parts[1].matches("\\d+") ? (Object) Integer.valueOf(parts[1]) : parts[1]);
            }
        }
        return inputs;
    }

    @ParameterizedTest
    @CsvSource({
        "contacts=3 & handoffs=1, none",
        "contacts=4, watch",
        "handoffs=2, watch",
        "contacts=5 & handoffs=2 & failedContacts=1, watch",
        "contacts=6, escalate",
        "handoffs=3, escalate",
        "failedContacts=2, escalate",
        "reworkContacts=2, escalate",
        "failedContacts=1 & reworkContacts=1, escalate",
        "brokenPromises=1, escalate",
        "contacts=11 & incidents=2, escalate",
        "contacts=12, executive",
        "incidents=3, executive"
    })
    void theGenericTable(String inputs, String level) {
        assertThat(decide("contact-escalation", inputs(inputs))).containsEntry("level", level);
    }

    @ParameterizedTest
    @CsvSource({
        "contacts=40 & plannedContacts=39 & extraContacts=1, none",
        "extraContacts=2, watch",
        "extraContacts=3, coordinate",
        "reworkContacts=1, coordinate",
        "brokenPromises=1, coordinate",
        "daysUnscheduled=1, none",
        "daysUnscheduled=2, coordinate",
        "chasingContacts=1, coordinate",
        "chasingContacts=2, coordinate",
        "extraContacts=5, escalate",
        "reworkContacts=2, escalate",
        "brokenPromises=2, escalate",
        "chasingContacts=3, escalate",
        "daysWithoutContact=6, none",
        "daysWithoutContact=7, escalate",
        "daysWithoutContact=60 & bookedSteps=1, none",
        "phase=dry-out & daysWithoutContact=21, none",
        "phase=dry-out & daysWithoutContact=22, escalate",
        "phase=dry-out & daysWithoutContact=22 & bookedSteps=1, none",
        "level=escalate & daysAtLevel=13, none",
        "level=escalate & daysAtLevel=14, executive",
        "level=coordinate & daysAtLevel=30, none",
        "incidents=3, executive"
    })
    void theWaterDamageTable(String inputs, String level) {
        assertThat(decide("contact-escalation-water-damage-claim", inputs(inputs)))
                .containsEntry("level", level);
    }

    @ParameterizedTest
    @CsvSource({
        "contacts=4 & plannedContacts=4 & handoffs=3, none",
        "extraContacts=1, watch",
        "extraContacts=2, coordinate",
        "failedContacts=1, coordinate",
        "reworkContacts=1, coordinate",
        "brokenPromises=1, coordinate",
        "chasingContacts=1, coordinate",
        "extraContacts=3, escalate",
        "failedContacts=1 & reworkContacts=1, escalate",
        "brokenPromises=2, escalate",
        "level=escalate & daysAtLevel=6, none",
        "level=escalate & daysAtLevel=7, executive",
        "incidents=2, none",
        "incidents=3, executive"
    })
    void theCarRentalTable(String inputs, String level) {
        assertThat(decide("contact-escalation-car-rental", inputs(inputs))).containsEntry("level", level);
    }

    @ParameterizedTest
    @CsvSource({
        "contacts=4 & plannedContacts=4 & handoffs=2 & repeatedQuestions=9, none",
        "repeatedQuestions=10, watch",
        "extraContacts=1, watch",
        "extraContacts=2, coordinate",
        "failedContacts=1, coordinate",
        "brokenPromises=1, coordinate",
        "chasingContacts=1, coordinate",
        "repeatedQuestions=30, escalate",
        "extraContacts=4, escalate",
        "failedContacts=2, escalate",
        "brokenPromises=2, escalate",
        "level=escalate & daysAtLevel=7, executive",
        "incidents=3, executive"
    })
    void theFlightBookingTable(String inputs, String level) {
        assertThat(decide("contact-escalation-flight-booking", inputs(inputs))).containsEntry("level", level);
    }

    @ParameterizedTest
    @CsvSource({
        "effort=3, none",
        "effort=4, watch",
        "deadEnds=1 & effort=2, watch",
        "deadEnds=2 & effort=4, coordinate",
        "deadEnds=3, escalate",
        "effort=8, escalate",
        "incidents=3, executive"
    })
    void theGymTable(String inputs, String level) {
        assertThat(decide("contact-escalation-gym-visit", inputs(inputs))).containsEntry("level", level);
    }

    @ParameterizedTest
    @CsvSource({
        "purpose=service & optedOut=true & capReached=true & quietHours=true & contactsToday=9, allow",
        "purpose=warning & optedOut=true & capReached=true & quietHours=true & contactsToday=9, allow",
        "optedOut=true, suppress",
        "capReached=true, suppress",
        "quietHours=true, defer",
        "quietHours=true & channel=letter, allow",
        "purpose=next-step & contactsToday=9, allow",
        "purpose=next-step & quietHours=true, defer",
        "level=watch, allow",
        "level=coordinate, defer",
        "plannedContactInHours=48 & contactsToday=1, merge",
        "plannedContactInHours=49, allow",
        "contactsToday=1, defer",
        "contactsLast7Days=2, allow",
        "contactsLast7Days=3, defer",
        "purpose=survey & surveysLast90Days=1, suppress",
        "surveysLast90Days=1, allow",
        "channel=sms, allow"
    })
    void theContactPermissionTable(String inputs, String decision) {
        Map<String, Object> situation = new HashMap<>(Map.of(
                "purpose",
                "marketing",
                "channel",
                "email",
                "optedOut",
                false,
                "capReached",
                false,
                "quietHours",
                false,
                "contactsToday",
                0,
                "contactsLast7Days",
                0,
                "surveysLast90Days",
                0));
        situation.put("plannedContactInHours", null);
        inputs(inputs)
                .forEach((name, value) -> situation.put(name, "true".equals(value) ? (Object) Boolean.TRUE : value));
        assertThat(decide("contact-permission", situation)).containsEntry("decision", decision);
    }

    @ParameterizedTest
    @CsvSource({
        "contacts=5 & plannedContacts=5 & handoffs=3 & extraContacts=1, none",
        "extraContacts=2, watch",
        "incidents=1, watch",
        "incidents=1 & conductIncidents=1, watch",
        "failedContacts=1, coordinate",
        "brokenPromises=1, coordinate",
        "chasingContacts=1, coordinate",
        "incidents=2, escalate",
        "failedContacts=1 & reworkContacts=1, escalate",
        "brokenPromises=2, escalate",
        "incidents=3, executive",
        "level=escalate & daysAtLevel=9, none",
        "level=escalate & daysAtLevel=10, executive"
    })
    void theTelecomTable(String inputs, String level) {
        assertThat(decide("contact-escalation-telecom-installation", inputs(inputs)))
                .containsEntry("level", level);
    }

    @ParameterizedTest
    @CsvSource({
        "extraContacts=1, none",
        "extraContacts=2, watch",
        "brokenPromises=1, coordinate",
        "forgottenFacts=1, coordinate",
        "forgottenFacts=2, escalate"
    })
    void theTableReservationTable(String inputs, String level) {
        assertThat(decide("contact-escalation-table-reservation", inputs(inputs)))
                .containsEntry("level", level);
    }

    @ParameterizedTest
    @CsvSource({
        "liquidityDays=29 & overdueInvoices=0, call",
        "liquidityDays=30 & overdueInvoices=0, watch",
        "liquidityDays=60 & overdueInvoices=0, none",
        "liquidityDays=90 & overdueInvoices=1, watch",
        "liquidityDays=90 & overdueInvoices=3, call",
        "overdraftRefused=1, call",
        "somethingElse=1, none"
    })
    void theRedFlagTable(String inputs, String flag) {
        Map<String, Object> figures = inputs(inputs);
        figures.computeIfPresent("overdraftRefused", (name, value) -> Boolean.TRUE);
        assertThat(decide("red-flag", Map.of("figures", figures, "before", Map.of())))
                .containsEntry("flag", flag);
    }

    @ParameterizedTest
    @CsvSource({
        "timeBooked=true & addressConfirmed=true, ''",
        "timeBooked=false & addressConfirmed=true, a time",
        "timeBooked=true & addressConfirmed=false, 'the address, confirmed by the customer'",
        "timeBooked=true & addressConfirmed=true & hoursUntilVisit=4, what the one before did",
        "timeBooked=true & addressConfirmed=true & hoursUntilVisit=4 & previousOutcomeRead=true, ''",
        "timeBooked=true & addressConfirmed=true & hoursUntilVisit=5, ''",
        "timeBooked=true & addressConfirmed=true & previousOutcome=rework, "
                + "'the place, confirmed by whoever was there before'",
        "timeBooked=true & addressConfirmed=true & previousOutcome=failed & locationConfirmed=true, the parts",
        "timeBooked=true & addressConfirmed=true & previousOutcome=failed & locationConfirmed=true & partsInStock=true, ''"
    })
    void theReadinessTable(String inputs, String missing) {
        Map<String, Object> visit = new HashMap<>(Map.of(
                "party", "plumber",
                "previousOutcome", "done",
                "locationConfirmed", false,
                "partsInStock", false,
                "previousOutcomeRead", false));
        visit.put("hoursUntilVisit", null);
        inputs(inputs)
                .forEach((name, value) -> visit.put(
                        name,
                        value.equals("true") || value.equals("false") ? Boolean.valueOf(value.toString()) : value));
        assertThat(evaluate("visit-readiness", visit).collectEntries("missing"))
                .isEqualTo(missing.isEmpty() ? List.of() : List.of(missing));
    }

    @AfterAll
    static void everyRuleHasFired() {
        Set<String> rules = new TreeSet<>();
        Shipped.files("dmn", ".dmn").forEach(file -> Dmn.readModelFromFile(file.toFile())
                .getModelElementsByType(Rule.class)
                .forEach(rule -> rules.add(rule.getId())));
        assertThat(new TreeSet<>(FIRED)).isEqualTo(rules);
    }
}
