package io.journeybpm.benchmark;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Camunda as one would start it without the plugin. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class BareServer {

    /** What our server is told by its own configuration, for both. */
    static final String[] SETTINGS = {
        "--spring.datasource.hikari.maximum-pool-size=20",
        "--camunda.bpm.auto-deployment-enabled=false",
        "--camunda.bpm.authorization.enabled=true",
        "--camunda.bpm.history-level=full",
        "--camunda.bpm.eventing.execution=false",
        "--camunda.bpm.eventing.history=false",
        "--camunda.bpm.eventing.task=false",
        "--camunda.bpm.metrics.enabled=false",
        "--camunda.bpm.metrics.db-reporter-activate=false",
        "--logging.level.root=warn"
    };

    public static void main(String... arguments) {
        SpringApplication.run(BareServer.class, arguments);
    }
}
