package io.journeybpm.benchmark;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;

import io.journeybpm.testing.PluginApplication;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Journeys of twelve touchpoints by three parties, each journey one transaction: on the bare engine with delegates that
 * do nothing, with the plugin, and as one would wire it by hand: a counter in a variable, and a business rule task after
 * each touchpoint. The decision is the same in both, the one shipped with the water damage claim, and stays at {@code
 * none}; wired by hand, what it looks at are variables of the process.
 */
final class JourneyWork implements Worker.Role {

    static final int TOUCHPOINTS = 12;

    private static final List<String> PARTIES = List.of("plumber", "carpenter", "painter");
    private static final String KEY = "twelve";
    private static final String TABLE = "contact-escalation-";
    private static final String SHIPPED = "water-damage-claim";
    /** What the table looks at besides the counter. */
    private static final Map<String, Object> BY_HAND = Map.of(
            "level", "none",
            "phase", "phase",
            "daysAtLevel", 0,
            "incidents", 0,
            "reworkContacts", 0,
            "brokenPromises", 0,
            "chasingContacts", 0,
            "daysWithoutContact", 0,
            "bookedSteps", 0,
            "daysUnscheduled", 0);

    private final ConfigurableApplicationContext application;
    private final RuntimeService runtime;
    private final JdbcClient db;
    private final Variant variant;

    /** How the twelve touchpoints are made. */
    enum Variant {
        bare,
        plugin,
        handwired
    }

    /** An application of somebody else. */
    @SpringBootConfiguration
    @Import(PluginApplication.class)
    static class Application {

        @Bean
        JavaDelegate nothing() {
            return execution -> {};
        }

        @Bean
        JavaDelegate count() {
            return execution -> {
                Object contacts = execution.getVariable("contacts");
                execution.setVariable("contacts", contacts == null ? 1 : (Integer) contacts + 1);
                execution.setVariable(
                        "extraContacts", Math.max(0, (Integer) execution.getVariable("contacts") - TOUCHPOINTS));
            };
        }
    }

    JourneyWork(Variant variant, String url) {
        this.variant = variant;
        application = application(variant == Variant.plugin, url);
        runtime = application.getBean(RuntimeService.class);
        db = JdbcClient.create(application.getBean(javax.sql.DataSource.class));
        application
                .getBean(org.camunda.bpm.engine.RepositoryService.class)
                .createDeployment()
                .name(KEY)
                .enableDuplicateFiltering(true)
                .addString(KEY + ".bpmn", model(variant))
                .addString("table.dmn", table())
                .deploy();
    }

    static ConfigurableApplicationContext application(boolean plugin, String url) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=postgres",
                        "spring.datasource.hikari.maximum-pool-size=20",
                        "spring.flyway.enabled=false",
                        "spring.config.location=optional:classpath:/none.yaml",
                        "journey.enabled=" + plugin,
                        "camunda.bpm.auto-deployment-enabled=false",
                        "camunda.bpm.job-execution.enabled=false",
                        "camunda.bpm.history-level=full",
                        "camunda.bpm.metrics.enabled=false",
                        "camunda.bpm.eventing.execution=false",
                        "camunda.bpm.eventing.history=false",
                        "camunda.bpm.eventing.task=false",
                        "logging.level.root=warn")
                .run();
    }

    @Override
    public Sample run(Duration time, int threads, String parameter) {
        Sample sample = Load.during(
                time,
                threads,
                thread ->
                        runtime.startProcessInstanceByKey(KEY, UUID.randomUUID().toString()));
        if (variant == Variant.plugin) {
            long strays = db.sql("select count(*) from journey_case where journey = ? and"
                            + " (contacts <> ? or escalation_level <> 0)")
                    .params(KEY, TOUCHPOINTS)
                    .query(Long.class)
                    .single();
            if (strays > 0) {
                throw new IllegalStateException(
                        strays + " cases don't have " + TOUCHPOINTS + " contacts at level none");
            }
        }
        return sample;
    }

    private static String table() {
        try (InputStream file = JourneyWork.class.getResourceAsStream("/samples/dmn/" + TABLE + SHIPPED + ".dmn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace(TABLE + SHIPPED, TABLE + KEY);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String model(Variant variant) {
        List<String> steps = new ArrayList<>();
        for (int each = 0; each < TOUCHPOINTS; each++) {
            String party = PARTIES.get(each * PARTIES.size() / TOUCHPOINTS);
            switch (variant) {
                case bare -> steps.add(serviceTask(each, "nothing", ""));
                case plugin -> steps.add(serviceTask(each, "recordTouchpoint", touchpoint("visit", party)));
                case handwired -> {
                    steps.add(serviceTask(each, "count", ""));
                    steps.add("<businessRuleTask id='d" + each + "' camunda:decisionRef='" + TABLE + KEY
                            + "' camunda:mapDecisionResult='singleResult' camunda:resultVariable='escalation'/>");
                }
            }
        }
        String inside = row("p", steps.toArray(String[]::new));
        String scope = variant == Variant.plugin
                ? phase("phase", inside)
                : "<subProcess id='phase'>" + inside + "</subProcess>";
        return document(process(KEY, row("j", scope)));
    }

    private static String serviceTask(int number, String delegate, String inside) {
        return "<serviceTask id='t" + number + "' camunda:delegateExpression='${" + delegate + "}'>" + inside
                + "</serviceTask>";
    }

    @Override
    public void close() {
        application.close();
    }
}
