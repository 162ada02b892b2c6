package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.engine.GeneratedDecision.Hits;
import io.journeybpm.engine.GeneratedDecision.Table;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.camunda.bpm.dmn.engine.impl.transform.DmnDecisionTransformHandler;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.feel.FeelEngine;

/**
 * Whatever a table holds and whatever it is asked about, our evaluator says what Camunda's own DMN engine says: the same
 * rows, or the same failure in the same words. So it does beside the FEEL of our class path, and beside the one Camunda
 * 7.24 ships: no generated decision has told the two versions apart so far.
 */
@Label("Decisions with their FEEL parsed once")
class SameAnswersTest {

    private static final String SEED = "20261122";

    /** A decision is asked about that many sets of variables; reading it takes longer than asking it. */
    private static final int ASKED = 8;

    private static final int AT_ONCE = 8;

    private static final StockDecisions STOCK = new StockDecisions();
    private static final BiFunction<String, List<Map<String, Object>>, List<Object>> SHIPPED = shipped();
    private static final DefaultDmnEngineConfiguration APPLICATION = application();
    private static final DmnEngine PARSER = new DefaultDmnEngine(APPLICATION);
    private static final DecisionEngine OURS = new DecisionEngine(APPLICATION);

    @Property(tries = 400, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    @Label("say what Camunda's own say, and fail where they fail")
    void sayWhatCamundasOwnSay(
            @ForAll("decisions") GeneratedDecision decision, @ForAll("variables") List<Map<String, Object>> variables) {
        List<Object> expected = STOCK.apply(decision.xml(), variables);
        assertThat(ours(OURS, decision, variables))
                .as("%s with %s", decision, variables)
                .isEqualTo(expected);
        expected.forEach(each -> count(decision, each));
    }

    @Property(tries = 200, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    @Label("say what Camunda says with the FEEL it ships")
    void sayWhatCamundaSaysWithTheFeelItShips(
            @ForAll("decisions") GeneratedDecision decision, @ForAll("plain") List<Map<String, Object>> variables) {
        assertThat(ours(OURS, decision, variables))
                .as("%s with %s", decision, variables)
                .isEqualTo(SHIPPED.apply(decision.xml(), variables));
    }

    @Property(tries = 20, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    @Label("say the same to many who ask at once")
    void sayTheSameToManyWhoAskAtOnce(
            @ForAll("decisions") GeneratedDecision decision, @ForAll("variables") List<Map<String, Object>> variables) {
        DecisionEngine nothingParsedYet = new DecisionEngine(APPLICATION);
        List<CompletableFuture<List<Object>>> said = IntStream.range(0, AT_ONCE)
                .mapToObj(thread -> CompletableFuture.supplyAsync(
                        () -> ours(nothingParsedYet, decision, variables), task -> new Thread(task).start()))
                .toList();
        assertThat(said).extracting(CompletableFuture::join).containsOnly(STOCK.apply(decision.xml(), variables));
    }

    @Example
    @Label("are compared with the FEEL that Camunda ships")
    void areComparedWithTheFeelThatCamundaShips() throws ClassNotFoundException {
        Class<?> theirs = SHIPPED.getClass().getClassLoader().loadClass(FeelEngine.class.getName());
        assertThat(theirs).isNotEqualTo(FeelEngine.class);
        assertThat(theirs.getProtectionDomain().getCodeSource().getLocation().toString())
                .contains("feel-as-shipped");
    }

    @Provide
    Arbitrary<GeneratedDecision> decisions() {
        return DecisionGenerator.decisions();
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> variables() {
        return DecisionGenerator.variables(true).list().ofSize(ASKED);
    }

    /** Without typed values, whose classes two class loaders would have to share. */
    @Provide
    Arbitrary<List<Map<String, Object>>> plain() {
        return DecisionGenerator.variables(false).list().ofSize(ASKED);
    }

    private static List<Object> ours(
            DecisionEngine engine, GeneratedDecision decision, List<Map<String, Object>> variables) {
        DmnDecision parsed = PARSER.parseDecision(
                GeneratedDecision.KEY, new ByteArrayInputStream(decision.xml().getBytes(StandardCharsets.UTF_8)));
        DeployedTable table = engine.table((DecisionDefinitionEntity) parsed);
        return variables.stream()
                .map(each -> StockDecisions.outcome(
                        () -> engine.evaluate(table, each).result().getResultList()))
                .toList();
    }

    /** That the decisions are worth asking: a fair share decides, and so does each hit policy. */
    private static void count(GeneratedDecision decision, Object outcome) {
        boolean decided = outcome instanceof List<?> rules && !rules.isEmpty();
        Statistics.label("outcome")
                .collect(decided ? "decided" : outcome instanceof List<?> ? "no rule fired" : "failed")
                .coverage(coverage -> {
                    coverage.check("decided").percentage(share -> share > 25);
                    coverage.check("failed").percentage(share -> share > 5);
                });
        if (decided && decision.logic() instanceof Table table) {
            Statistics.label("decided by").collect(table.hits()).coverage(coverage -> {
                for (Hits each : Hits.values()) {
                    coverage.check(each).count(count -> count > 20);
                }
            });
        }
    }

    private static DefaultDmnEngineConfiguration application() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration
                .getTransformer()
                .getElementTransformHandlerRegistry()
                .addHandler(Decision.class, new DmnDecisionTransformHandler() {
                    @Override
                    protected DmnDecisionImpl createDmnElement() {
                        return new DecisionDefinitionEntity(); // as a deployed one is
                    }
                });
        configuration.buildEngine();
        return configuration;
    }

    @SuppressWarnings("unchecked") // its types are of the JDK, and so the same in both class loaders
    private static BiFunction<String, List<Map<String, Object>>, List<Object>> shipped() {
        List<URL> path = new ArrayList<>();
        try (Stream<Path> jars = Files.list(Path.of("target/feel-as-shipped"))) {
            for (Path jar : jars.toList()) {
                path.add(jar.toUri().toURL());
            }
            for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
                path.add(new File(each).toURI().toURL());
            }
            ClassLoader apart = new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            return (BiFunction<String, List<Map<String, Object>>, List<Object>>)
                    Class.forName(StockDecisions.class.getName(), true, apart)
                            .getConstructor()
                            .newInstance();
        } catch (IOException | ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
