package io.journeybpm.engine;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.engine.ShippedModels.Model;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A model that ships with an application")
class ShippedModelsTest extends EngineTest {

    private static final String SOURCE = "shipped-test";
    private static final Model FORM = model("ask.form", "{\"id\":\"ask\",\"type\":\"default\",\"components\":[]}");
    private static final Model OTHER_FORM = model("other.form", "{\"id\":\"other\",\"type\":\"default\"}");
    private static final Model TABLE =
            model("shipped.dmn", Dmn.table("shipped-table", "contacts", ">= 4", "watch", "-", "none"));

    private ShippedModels models;

    @BeforeEach
    void takeModels() {
        models = new ShippedModels(engine.getRepositoryService());
    }

    private static Model model(String name, String content) {
        return new Model(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Model asking(String task) {
        return model(
                "shipped.bpmn",
                document(process(
                        "shipped",
                        row(
                                "row",
                                "<userTask id='" + task
                                        + "' camunda:formRef='ask' camunda:formRefBinding='deployment'/>"))));
    }

    private long versions() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("shipped")
                .count();
    }

    private List<String> latestDeployment() {
        String deployment = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("shipped")
                .latestVersion()
                .singleResult()
                .getDeploymentId();
        return repository.getDeploymentResourceNames(deployment).stream()
                .sorted()
                .toList();
    }

    @Test
    void isDeployedOnceWithTheFormsItShows() {
        models.deploy(SOURCE, List.of(asking("a"), TABLE), List.of(FORM, OTHER_FORM));
        models.deploy(SOURCE, List.of(asking("a"), TABLE), List.of(FORM, OTHER_FORM));
        assertThat(versions()).isEqualTo(1);
        assertThat(latestDeployment()).containsExactly("ask.form", "shipped.bpmn", "shipped.dmn");
    }

    @Test
    void isReplacedByItsNextVersionAlone() {
        models.deploy(SOURCE, List.of(asking("a"), TABLE), List.of(FORM));
        models.deploy(SOURCE, List.of(asking("b"), TABLE), List.of(FORM));
        assertThat(versions()).isEqualTo(2);
        assertThat(latestDeployment()).containsExactly("ask.form", "shipped.bpmn");
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("shipped-table")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void comesAgainWhenAFormOfItChanged() {
        models.deploy(SOURCE, List.of(asking("a")), List.of(FORM));
        models.deploy(
                SOURCE, List.of(asking("a")), List.of(model("ask.form", "{\"id\":\"ask\",\"type\":\"default\"}")));
        assertThat(versions()).isEqualTo(2);
        assertThat(latestDeployment()).containsExactly("ask.form", "shipped.bpmn");
    }

    @Test
    void staysAwayWhereAnOwnerHasChangedIt() {
        models.deploy(SOURCE, List.of(asking("a")), List.of(FORM));
        repository
                .createDeployment()
                .addString("mine.bpmn", document(process("shipped", row("row", "<userTask id='mine'/>"))))
                .deploy();
        models.deploy(SOURCE, List.of(asking("b")), List.of(FORM));
        assertThat(versions()).isEqualTo(2);
        assertThat(latestDeployment()).containsExactly("mine.bpmn");
    }
}
