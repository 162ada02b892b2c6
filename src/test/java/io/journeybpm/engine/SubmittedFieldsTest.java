package io.journeybpm.engine;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.engine.check.Finding;
import io.journeybpm.engine.check.ModelRules;
import io.journeybpm.testing.EngineTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The fields of a touchpoint's form")
class SubmittedFieldsTest extends EngineTest {

    @Test
    void leaveATraceInTheEnginesHistoryOnlyWhereSomethingWasSubmitted() {
        deploy(
                "visited.bpmn",
                document(process(
                        "visited",
                        row(
                                "j",
                                phase(
                                        "visits",
                                        row(
                                                "p",
                                                userTask("visit", touchpoint("visit", "plumber")),
                                                userTask("end")))))));
        runtime.startProcessInstanceByKey("visited", "visited-1");
        assertThat(history.createHistoricVariableInstanceQuery().list()).isEmpty();
        assertThat(runtime.createVariableInstanceQuery().list()).isNotEmpty();

        complete("visit", Map.of("note", "replaced the pipe"));
        List<HistoricVariableInstance> kept =
                history.createHistoricVariableInstanceQuery().list();
        assertThat(kept)
                .extracting(each -> each.getName() + "=" + each.getValue())
                .containsExactlyInAnyOrder("note=replaced the pipe", "outcome=done");
        assertThat(runtime.createVariableInstanceQuery().list())
                .extracting(each -> each.getName() + "=" + each.getValue())
                .containsExactly("outcome=done");
    }

    @Test
    void areNoNamesForAnswersOfItsOwn() {
        for (String name : Fields.OF_A_CONTACT) {
            String visit = touchpoint("visit", "plumber")
                    .replace(
                            "</camunda:properties>",
                            "<camunda:property name='journey.fields' value='" + name + "'/></camunda:properties>");
            String model = document(process("visited", row("j", phase("visits", row("p", userTask("visit", visit))))));
            assertThat(ModelRules.check(
                            Bpmn.readModelFromStream(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)))))
                    .as(name)
                    .extracting(Finding::rule)
                    .contains("fields");
        }
    }
}
