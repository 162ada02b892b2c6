package io.journeybpm.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Property;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Level;
import io.journeybpm.testing.Shipped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The models lint is tested with too: what is found at deployment is what the Modeler had shown. */
class ModelRulesTest {

    private static final Path MODELS = Path.of("src/test/models");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A finding as written beside the model; severity {@code off} is for lint alone. */
    record Expected(String rule, String severity, @Nullable String element, String message, String mend) {

        static Expected of(Finding finding) {
            return new Expected(
                    finding.rule(), finding.severity().name(), finding.element(), finding.message(), finding.mend());
        }
    }

    static Stream<Path> good() {
        return models("good");
    }

    static Stream<Path> bad() {
        return models("bad");
    }

    private static Stream<Path> models(String kind) {
        try (Stream<Path> files = Files.list(MODELS.resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void nothingIsFoundInAGoodModel(Path model) {
        assertThat(found(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsWrongWithAModelIsFoundAndNothingElse(Path model) {
        assertThat(found(model).stream().map(Expected::of)).containsExactlyInAnyOrderElementsOf(expected(model));
    }

    static List<Path> shipped() {
        return Shipped.files("processes", ".bpmn");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void nothingIsFoundInAShippedProcess(Path process) {
        assertThat(found(process)).isEmpty();
    }

    @Test
    void eachRuleThatCountsAtDeploymentIsBrokenByAModel() {
        Set<String> broken =
                bad().flatMap(model -> found(model).stream()).map(Finding::rule).collect(Collectors.toSet());

        assertThat(broken)
                .containsExactlyInAnyOrderElementsOf(RuleBook.SHIPPED.rules().stream()
                        .filter(rule -> !rule.recommended().equals("off"))
                        .map(RuleBook.Rule::name)
                        .toList());
    }

    @Test
    void findingsComeInTheOrderTheElementsAreDrawnAndNameThem() {
        List<Finding> found = found(MODELS.resolve("bad/two-journeys.bpmn"));

        assertThat(found).extracting(Finding::element).containsExactly("reserve", "flight", "check-in");
        assertThat(found).extracting(Finding::name).containsExactly("Reserve", "Flight", "Check in");
    }

    @Test
    void theListOfRulesKnowsTheWordsTheEngineKnows() throws IllegalAccessException {
        assertThat(words("channels")).isEqualTo(Word.all(Channel.class));
        assertThat(words("directions")).isEqualTo(Word.all(Direction.class));
        assertThat(words("levels"))
                .isEqualTo(Word.all(Level.class).stream()
                        .filter(level -> !level.equals(Level.NONE.word()))
                        .toList());
        List<String> properties = new ArrayList<>();
        for (Field constant : Property.class.getFields()) {
            properties.add((String) constant.get(null));
        }
        assertThat(words("properties")).containsExactlyInAnyOrderElementsOf(properties);
    }

    @Test
    void aContactOnAOneWayChannelIsNoConversation() {
        assertThat(words("oneWay")).allSatisfy(word -> assertThat(
                        Word.find(Channel.class, word).orElseThrow().isConversation())
                .isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loop-through-a-boundary-event-to-a-phase",
                "handlers-share-an-activity",
                "one-way-in-says-when-the-other-does-not",
                "everything-at-once"
            })
    void aModelWithoutOneOfItsAttributesOrElementsIsJudgedAllTheSame(String name) {
        Path model = MODELS.resolve("bad").resolve(name + ".bpmn");
        int elements = all(Bpmn.readModelFromFile(model.toFile()).getDocument().getRootElement())
                .size();
        for (int i = 1; i < elements; i++) {
            var damaged = Bpmn.readModelFromFile(model.toFile());
            DomElement element = all(damaged.getDocument().getRootElement()).get(i);
            if (i % 2 == 0) {
                element.getParentElement().removeChild(element);
            } else {
                Stream.of("id", "name", "sourceRef", "targetRef", "attachedToRef", "escalationRef", "value")
                        .filter(element::hasAttribute)
                        .forEach(element::removeAttribute);
            }
            assertThatCode(() -> ModelRules.check(damaged)).doesNotThrowAnyException();
        }
    }

    @Test
    void aModelNestedDeeplyIsJudged() {
        int depth = 1000;
        String open = "<subProcess>".repeat(depth);
        String close = "</subProcess>".repeat(depth);
        String xml = Stream.of(
                        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'>",
                        "<process id='p'>" + open + close + "</process></definitions>")
                .collect(Collectors.joining());
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

        assertThat(ModelRules.check(model)).isEmpty();
    }

    private static List<DomElement> all(DomElement root) {
        List<DomElement> found = new ArrayList<>(List.of(root));
        root.getChildElements().forEach(child -> found.addAll(all(child)));
        return found;
    }

    private static List<String> words(String vocabulary) {
        return RuleBook.SHIPPED.words(vocabulary);
    }

    private static List<Finding> found(Path model) {
        return ModelRules.check(Bpmn.readModelFromFile(model.toFile()));
    }

    static List<Expected> expected(Path model) {
        Path beside = model.resolveSibling(model.getFileName().toString().replace(".bpmn", ".json"));
        try {
            List<Expected> expected = JSON.readValue(beside.toFile(), new TypeReference<>() {});
            return expected.stream()
                    .filter(each -> !each.severity().equals("off"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
