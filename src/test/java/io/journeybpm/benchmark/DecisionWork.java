package io.journeybpm.benchmark;

import io.journeybpm.escalation.DecisionTable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.ConfigurableApplicationContext;

/** One table asked again and again: by Camunda's own DMN engine, or as the plugin asks the tables it finds deployed. */
final class DecisionWork implements Worker.Role {

    private final Map<Integer, BiFunction<Integer, Integer, String>> tables = new ConcurrentHashMap<>();
    private final IntFunction<BiFunction<Integer, Integer, String>> make;
    private final Runnable end;

    private DecisionWork(IntFunction<BiFunction<Integer, Integer, String>> make, Runnable end) {
        this.make = make;
        this.end = end;
    }

    /** Camunda's own, without the history that its engine would write. */
    static DecisionWork stock() {
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        return new DecisionWork(
                rules -> {
                    byte[] source = Table.of("table", rules).getBytes(StandardCharsets.UTF_8);
                    DmnDecision table = engine.parseDecision("table", new ByteArrayInputStream(source));
                    return (contacts, failed) -> {
                        VariableMap inputs =
                                Variables.putValue("contacts", contacts).putValue("failedContacts", failed);
                        return engine.evaluateDecisionTable(table, inputs)
                                .getSingleResult()
                                .getEntry("level");
                    };
                },
                () -> {});
    }

    /** Ours, from the deployed definition to the verdict. */
    static DecisionWork ours(String url) {
        ConfigurableApplicationContext application = JourneyWork.application(true, url);
        RepositoryService repository = application.getBean(RepositoryService.class);
        DecisionTable decisions = application.getBean(DecisionTable.class);
        return new DecisionWork(
                rules -> {
                    String journey = "rules-" + rules;
                    repository
                            .createDeployment()
                            .addString("table.dmn", Table.of(DecisionTable.OWN + journey, rules))
                            .deploy();
                    return (contacts, failed) -> decisions
                            .ask(journey, Map.of("contacts", contacts, "failedContacts", failed))
                            .orElseThrow()
                            .first()
                            .required("level");
                },
                application::close);
    }

    @Override
    public Sample run(Duration time, int threads, String parameter) {
        BiFunction<Integer, Integer, String> table = tables.computeIfAbsent(Integer.valueOf(parameter), make::apply);
        return Load.during(time, threads, thread -> {
            String level = table.apply(JourneyWork.TOUCHPOINTS, 0);
            if (!level.equals("none")) {
                throw new IllegalStateException("level " + level);
            }
        });
    }

    @Override
    public void close() {
        end.run();
    }
}
