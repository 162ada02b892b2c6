package io.journeybpm.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeybpm.engine.check.ModelRulesTest.Expected;
import io.journeybpm.testing.EngineTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The models lint refuses, deployed. What is expected of both is written beside each; the engine may have complaints of its
 * own besides.
 */
@DisplayName("A model with mistakes, deployed")
class DeployedBadModelsTest extends EngineTest {

    static Stream<Path> refused() {
        return ModelRulesTest.bad().filter(model -> ModelRulesTest.expected(model).stream()
                .anyMatch(each -> each.severity().equals("error")));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Path model) throws IOException {
        String name = model.getFileName().toString();
        String content = Files.readString(model);
        ParseException refusal = catchThrowableOfType(ParseException.class, () -> repository
                .createDeployment()
                .name(name)
                .addString(name, content)
                .deploy());
        assertThat(refusal).as("the deployment of %s is refused", name).isNotNull();
        assertThat(repository.createDeploymentQuery().deploymentName(name).count())
                .isZero();
        List<ResourceReport> reports = refusal.getResorceReports();
        assertThat(reports).extracting(ResourceReport::getResourceName).containsExactly(name);
        assertThat(ours(reports.get(0).getErrors())).containsExactlyInAnyOrderElementsOf(expected(model, "error"));
        assertThat(ours(reports.get(0).getWarnings())).containsExactlyInAnyOrderElementsOf(expected(model, "warn"));
    }

    /** What our rules say, as the Modeler shows it: without the element, which it names besides. */
    private static List<String> ours(List<Problem> problems) {
        List<String> rules =
                RuleBook.SHIPPED.rules().stream().map(RuleBook.Rule::name).toList();
        return problems.stream()
                .filter(each ->
                        rules.stream().anyMatch(rule -> each.getMessage().endsWith("[" + rule + "]")))
                .map(each ->
                        each.getMainElementId() + ": " + each.getMessage().replaceFirst("^'[^']*'( \\(.*?\\))?: ", ""))
                .toList();
    }

    private static List<String> expected(Path model, String severity) {
        return ModelRulesTest.expected(model).stream()
                .filter(each -> each.severity().equals(severity))
                .map(each -> each.element() + ": " + said(each))
                .toList();
    }

    private static String said(Expected expected) {
        return expected.message() + " " + expected.mend() + " [" + expected.rule() + "]";
    }
}
