package io.journeybpm.situations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.ServerTest;
import io.journeybpm.testing.Shipped;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Situation A in one world, with and without what this product can do about it; the figures are those of docs/situation-a.md. */
@Tag("engine")
class SituationAPlayedTwiceTest extends ServerTest {

    private static final String SHIPPED = "water-damage-claim";
    private static final String AS_IT_HAPPENED = "water-damage-as-it-happened";
    private static final String SWITCHED_ON = "water-damage-switched-on";

    /** What an owner adds in the Modeler: what the plumber has to know, and that nobody restores a wet house. */
    private static final String LEAK_SEARCH = "<camunda:property name=\"journey.touchpoint\" value=\"Leak search\" />";

    private static final String VISIT_OF_A_TRADE =
            "<camunda:property name=\"journey.touchpoint\" value=\"Visit of a trade\" />";

    private static final String NOT_BEFORE_IT_IS_DRY = """
            <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='ready' name='ready' namespace='test'
              xmlns:camunda='http://camunda.org/schema/1.0/dmn'>
              <decision id='visit-readiness-%s' name='Ready for the visit?' camunda:historyTimeToLive='P180D'>
                <decisionTable id='table' hitPolicy='COLLECT'>
                  <input id='who' label='Who'><inputExpression id='who-x' typeRef='string'>
                    <text>party</text></inputExpression></input>
                  <input id='dry' label='Dry?'><inputExpression id='dry-x' typeRef='boolean'>
                    <text>list contains(facts, "dry")</text></inputExpression></input>
                  <output id='missing' name='missing' typeRef='string'/>
                  <output id='mends' name='who' typeRef='string'/>
                  <rule id='wet'>
                    <inputEntry id='wet-who'><text>"carpenter", "electrician", "painter"</text></inputEntry>
                    <inputEntry id='wet-dry'><text>false</text></inputEntry>
                    <outputEntry id='wet-missing'><text>"the house, dry"</text></outputEntry>
                    <outputEntry id='wet-mends'><text>"drying-firm"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private void deploy(String journey, boolean switchedOn) {
        String process = Shipped.text("processes/" + SHIPPED + ".bpmn").replace(SHIPPED, journey);
        if (switchedOn) {
            process = process.replace(
                            LEAK_SEARCH,
                            LEAK_SEARCH
                                    + property("journey.handoff.to", "plumber")
                                    + property("journey.handoff.requires", "location of the leak")
                                    + property("journey.handoff.gate", "block"))
                    .replace(VISIT_OF_A_TRADE, VISIT_OF_A_TRADE + property("journey.visit.gate", "block"));
        }
        DeploymentBuilder deployment = engine.getRepositoryService()
                .createDeployment()
                .addString(journey + ".bpmn", process)
                .addString(
                        journey + ".dmn",
                        Shipped.text("dmn/contact-escalation-" + SHIPPED + ".dmn")
                                .replace(SHIPPED, journey));
        Shipped.files("processes/forms", ".form")
                .forEach(form -> deployment.addString(form.getFileName().toString(), Shipped.text(form.toString())));
        if (switchedOn) {
            deployment.addString("ready.dmn", NOT_BEFORE_IT_IS_DRY.formatted(journey));
        }
        deployment.deploy();
    }

    private static String property(String name, String value) {
        return "<camunda:property name=\"" + name + "\" value=\"" + value + "\" />";
    }

    @AfterEach
    void letTimeGoOn() {
        ClockUtil.reset();
    }

    @Test
    void theSameAugustWithGateBriefsAndPromises() {
        JsonNode before = play(AS_IT_HAPPENED, false);
        JsonNode after = play(SWITCHED_ON, true);

        List<String> rows = List.of(
                row("contacts", before, after, "/counts/contacts"),
                row("of these extra", before, after, "/counts/extraContacts"),
                row("the customer had to chase", before, after, "/counts/chasingContacts"),
                row("visits done again", before, after, "/counts/reworkContacts"),
                row("handoffs without a brief", before, after, "/counts/handoffsWithoutBrief"),
                row("broken promises", before, after, "/promises/broken"),
                row("incidents", before, after, "/counts/incidents"),
                row("effort of the customer", before, after, "/effort/total"),
                "| cost to the company | " + cost(before, "company") + " | " + cost(after, "company") + " |",
                "| cost to the customer | " + cost(before, "customer") + " | " + cost(after, "customer") + " |",
                "| highest level | " + highest(AS_IT_HAPPENED) + " | " + highest(SWITCHED_ON) + " |",
                row("phase on 28 August", before, after, "/phase"));
        rows.forEach(System.out::println);

        assertThat(after.at("/counts/contacts").asInt())
                .isLessThan(before.at("/counts/contacts").asInt());
        assertThat(Shipped.text("docs/situation-a.md").lines()).containsAll(rows);
    }

    private JsonNode play(String journey, boolean switchedOn) {
        deploy(journey, switchedOn);
        return new August(engine, as("integrator"), journey, switchedOn).play();
    }

    private static String row(String what, JsonNode before, JsonNode after, String pointer) {
        return "| " + what + " | " + before.at(pointer).asText() + " | "
                + after.at(pointer).asText() + " |";
    }

    private static String cost(JsonNode shown, String payer) {
        return StreamSupport.stream(shown.path("costs").spliterator(), false)
                .filter(each -> each.path("payer").asText().equals(payer))
                .map(each -> each.path("amount").asText() + " "
                        + each.path("currency").asText())
                .findFirst()
                .orElse("0");
    }

    private String highest(String journey) {
        String highest = "none";
        for (JsonNode each : as("ops")
                .get("/api/cases/" + journey + "-ida/timeline?limit=200")
                .expect(200)
                .json()
                .path("items")) {
            String to = each.at("/escalation/to").asText("");
            highest = to.isEmpty() ? highest : to;
        }
        return highest;
    }
}
