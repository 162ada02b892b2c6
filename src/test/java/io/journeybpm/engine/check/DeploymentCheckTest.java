package io.journeybpm.engine.check;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.properties;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeybpm.engine.Journeys;
import io.journeybpm.engine.check.Finding.Severity;
import io.journeybpm.settings.JourneyProperties.Deployment.Check;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is wrong with any file of a deployment is said at once, and nothing of it is deployed. */
@ExtendWith(OutputCaptureExtension.class)
class DeploymentCheckTest extends EngineTest {

    private static final String VISIT = userTask("look", touchpoint("visit", "plumber", "journey.moment", "normal"));

    @Autowired
    private Journeys journeys;

    private static String journey(String key, String... elements) {
        return document(process(
                key, properties("journey.escalation", "default"), row(key, phase("work", row("work", elements)))));
    }

    private ParseException refused(String... namesAndContents) {
        long before = repository.createDeploymentQuery().count();
        ParseException refusal = null;
        try {
            deployAll(namesAndContents);
        } catch (ParseException thrown) {
            refusal = thrown;
        }
        assertThat(refusal).as("the deployment is refused").isNotNull();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(refusal.getResorceReports())
                .flatExtracting(ResourceReport::getErrors)
                .allSatisfy(
                        each -> assertThat(each.getLine()).as(each.getMessage()).isPositive());
        return refusal;
    }

    private void deployAll(String... namesAndContents) {
        DeploymentBuilder deployment = repository.createDeployment();
        for (int at = 0; at < namesAndContents.length; at += 2) {
            deployment.addString(namesAndContents[at], namesAndContents[at + 1]);
        }
        deployment.deploy();
    }

    private static List<String> said(ParseException refusal) {
        return refusal.getResorceReports().stream()
                .flatMap(each -> each.getErrors().stream())
                .map(Problem::getMessage)
                .toList();
    }

    @Test
    void everyProblemOfEveryFileIsSaidAtOnce() {
        String unconnected = journey("broken", VISIT)
                .replace("</process>", "<sequenceFlow id='astray' sourceRef='work' targetRef='nowhere'/></process>");
        String twoWrongTasks = journey(
                "tasks",
                VISIT,
                "<serviceTask id='first' name='Send bill'/>",
                "<serviceTask id='second' camunda:class=''/>",
                "<businessRuleTask id='third'/>");
        ParseException refusal = refused(
                "broken.bpmn", unconnected,
                "fine.bpmn", journey("fine", VISIT),
                "table.dmn", Dmn.table("contact-escalation-fine", "contacs", ">= 3", "high", "-", "none"),
                "tasks.bpmn", twoWrongTasks,
                "torn.bpmn", journey("torn", VISIT).substring(0, 900));
        assertThat(refusal.getResorceReports())
                .extracting(ResourceReport::getResourceName)
                .containsExactly("broken.bpmn", "table.dmn", "tasks.bpmn", "torn.bpmn");
        assertThat(said(refusal))
                .anySatisfy(each -> assertThat(each).contains("'astray'", "nowhere"))
                .anySatisfy(each -> assertThat(each).contains("did you mean 'contacts'?"))
                .anySatisfy(each -> assertThat(each).contains("there is no level 'high'", "executive"))
                .anySatisfy(each -> assertThat(each).startsWith("'first' (Send bill): "))
                .anySatisfy(each -> assertThat(each).startsWith("'third': "))
                .anySatisfy(each -> assertThat(each).contains("damaged or cut off"));
        assertThat(refusal.getMessage()).contains(said(refusal));
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("fine")
                        .count())
                .isZero();
    }

    static Stream<Arguments> garbled() {
        String fine = journey("garbled", VISIT);
        StringBuilder nested = new StringBuilder();
        for (int at = 0; at < 3_000; at++) {
            nested.append("<subProcess id='s").append(at).append("'>");
        }
        nested.append("</subProcess>".repeat(3_000));
        String bomb = "<!DOCTYPE b [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
        return Stream.of(
                Arguments.of("nested thousands deep", fine.replace(VISIT, VISIT + nested), "deep within each other"),
                Arguments.of("an entity bomb", bomb + fine, "DOCTYPE"),
                Arguments.of("cut off", fine.substring(0, fine.length() / 2), "damaged or cut off"),
                Arguments.of("with a NUL", fine.replace("plumber", "plum\u0000ber"), "invalid XML character"),
                Arguments.of("empty", "", "damaged or cut off"),
                Arguments.of("no XML", "journey.phase", "damaged or cut off"),
                Arguments.of("ids doubled", fine.replace("id='work-end'", "id='look'"), "the id is used twice"),
                Arguments.of("an id too long", fine.replace("look", "l".repeat(300)), "the longest that can be kept"),
                Arguments.of(
                        "a key too long", fine.replace("id='garbled' ", "id='" + "g".repeat(300) + "' "), "id has 300"),
                Arguments.of(
                        "a name too long",
                        fine.replace("isExecutable", "name='" + "n".repeat(300) + "' isExecutable"),
                        "name has 300 characters"),
                Arguments.of(
                        "a title too long",
                        fine.replace("'Touchpoint'", "'" + "t".repeat(300) + "'"),
                        "journey.touchpoint has 300"),
                Arguments.of(
                        "no time to live",
                        fine.replace(" camunda:historyTimeToLive='P1D'", ""),
                        "history time to live"),
                Arguments.of(
                        "a process without an id", fine.replace("id='garbled' ", ""), "has no id, which is its key"),
                Arguments.of("a flow from nowhere", fine.replace("sourceRef='work-start'", ""), "sourceRef"),
                Arguments.of("an expression cut off", fine.replace("'plumber'", "'${trade'"), "trade"),
                Arguments.of(
                        "a start that never comes",
                        fine.replace(
                                "<startEvent id='garbled-start'/>",
                                "<startEvent id='garbled-start'><timerEventDefinition><timeDuration>soon</timeDuration>"
                                        + "</timerEventDefinition></startEvent>"),
                        "when to start"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("garbled")
    void aFileThatIs(String what, String content, String said) {
        ParseException refusal = refused("file.bpmn", content);
        assertThat(said(refusal)).as(what).anySatisfy(each -> assertThat(each).contains(said));
    }

    @Test
    void tablesAreRefusedWithTheirLine() {
        String table =
                Dmn.table("contact-escalation-t", "contacts", "-", "none").replace("><", ">\n<");
        assertThat(refused("t.dmn", table.substring(0, 700))
                        .getResorceReports()
                        .get(0)
                        .getErrors())
                .singleElement()
                .satisfies(each -> assertThat(each.getLine()).isGreaterThan(3));
        assertThat(said(refused("t.dmn", table.replace(" camunda:historyTimeToLive='P1D'", ""))))
                .singleElement()
                .asString()
                .startsWith("'contact-escalation-t'")
                .containsIgnoringCase("time to live");
        assertThat(said(refused("t.dmn", table.replace("id='out-owner'", "id='out-level'"))))
                .anySatisfy(each -> assertThat(each).startsWith("'out-level' (level): the id is used twice"));
    }

    @Test
    void twoFilesWithTheSameKeyAreRefused() {
        assertThat(said(refused("a.bpmn", journey("same", VISIT), "b.bpmn", journey("same", VISIT))))
                .singleElement()
                .asString()
                .startsWith("'same': a process of this id is in 'a.bpmn' too");
        String table = Dmn.table("contact-escalation-same", "contacts", "-", "none");
        assertThat(said(refused("a.dmn", table, "b.dmn", table)))
                .singleElement()
                .asString()
                .contains("a decision of this id is in 'a.dmn' too");
    }

    @Test
    void aMessageStartsOneProcessOnly() {
        String starting = journey("letters", VISIT)
                .replace(
                        "<startEvent id='letters-start'/>",
                        "<startEvent id='letters-start'><messageEventDefinition messageRef='message'/></startEvent>");
        deploy("letters.bpmn", starting);
        deploy("letters.bpmn", starting.replace("Touchpoint", "Another title"));
        assertThat(said(refused("other.bpmn", starting.replace("letters", "other"))))
                .singleElement()
                .asString()
                .contains("the message 'answer' starts the process 'letters' already");
    }

    @Test
    void warningsAreLoggedInOneLineAndShownWithTheJourney(CapturedOutput output) {
        String table = Dmn.table("contact-escalation-warned", "contacts", ">= 3", "watch");
        deployAll(
                "warned\nJOURNEY-ENGINE-666 forged.bpmn", journey("warned", VISIT),
                "warned.dmn",
                        table.replace("name='contact-escalation-warned'", "name='Levels&#10;JOURNEY-ENGINE-666'"));
        assertThat(output.getAll().lines().filter(line -> line.contains("JOURNEY-ENGINE-030")))
                .singleElement()
                .asString()
                .contains("'warned.dmn', line 1", "no row at the end", "[decision-no-catch-all]");
        assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith("JOURNEY-ENGINE-666"));
        assertThat(journeys.problems(journeys.latest("warned").orElseThrow()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.rule()).isEqualTo("decision-no-catch-all");
                    assertThat(each.severity()).isEqualTo("warn");
                    assertThat(each.element()).isEqualTo("rule-1");
                    assertThat(each.mend()).contains("none");
                });
    }

    @Test
    void ourRulesLeaveOtherPeoplesFilesAlone() {
        Rules strict = new Rules(
                model -> List.of(new Finding("never", Severity.error, "look", null, 0, "no", "never")),
                model -> List.of(),
                (model, key) -> {});
        DeploymentCheck check = new DeploymentCheck(Check.ALL, new AbstractBpmnParseListener(), strict);
        run(check, true, "theirs.bpmn", document(process("theirs", row("theirs", userTask("look")))));
        run(check, false, "ours.bpmn", journey("ours", VISIT));
        assertThatThrownBy(() -> run(check, true, "ours.bpmn", journey("ours", VISIT)))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("'look': no. never [never] | resource ours.bpmn | line 1");
        String torn = "<definitions";
        run(new DeploymentCheck(Check.OWN, new AbstractBpmnParseListener(), strict), true, "theirs.bpmn", torn);
        run(
                new DeploymentCheck(Check.OFF, new AbstractBpmnParseListener(), strict),
                true,
                "o.bpmn",
                journey("o", VISIT));
        assertThatThrownBy(() -> run(check, true, "theirs.bpmn", torn)).isInstanceOf(ParseException.class);
    }

    /** Has a check look at a deployment of one file, new or not, and deploys nothing. */
    private void run(DeploymentCheck check, boolean isNew, String name, String content) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        ResourceEntity file = new ResourceEntity();
        file.setName(name);
        file.setBytes(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setNew(isNew);
        deployment.setResources(Map.of(name, file));
        configuration.getCommandExecutorTxRequired().execute(context -> {
            check.deploy(deployment);
            return null;
        });
    }

    @Test
    void whatIsDeployedKeepsRunningWhenRulesTighten() {
        deploy("old.bpmn", journey("old", VISIT));
        runtime.startProcessInstanceByKey("old", "old-1");
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getDeploymentCache().discardProcessDefinitionCache();
        complete("look");
        assertThat(contacts("old-1")).hasSize(1);
    }

    @Test
    void hostileTextsComeBackInOneLineAndNotEndless() {
        String hostile = journey("hostile", VISIT)
                .replace(
                        "id='look'",
                        "id='look' name='&lt;script&gt;&#10;JOURNEY-ENGINE-666 &#x202e;" + "x".repeat(5_000) + "'");
        assertThat(said(refused("h.bpmn", hostile)))
                .allSatisfy(each -> assertThat(each).hasSizeLessThan(2_100).doesNotContain("\n", "\u202e"));
    }

    @Test
    void aTableMayBeDeployedWithNothingElse() {
        deploy("t.dmn", Dmn.table("contact-escalation-alone", "contacts", ">= 3", "watch", "-", "none"));
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("contact-escalation-alone")
                        .count())
                .isEqualTo(1);
    }
}
