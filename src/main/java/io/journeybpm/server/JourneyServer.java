package io.journeybpm.server;

import java.util.Map;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.MapPropertySource;

/** The whole product in one program: {@code java -jar …-exec.jar}. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class JourneyServer {

    /** What a command needs, and what would only disturb it: no web, no jobs, no demo, no chatter. */
    private static final Map<String, Object> AS_COMMAND = Map.of(
            "camunda.bpm.job-execution.enabled", "false",
            "journey.demo", "false",
            "spring.autoconfigure.exclude",
                    CamundaBpmRestJerseyAutoConfiguration.class.getName() + ","
                            + CamundaBpmWebappAutoConfiguration.class.getName());

    /** Starts the server, or, with a {@link Command}, does that and ends. */
    public static void main(String... args) {
        configured(args).run(args);
    }

    static SpringApplicationBuilder configured(String... args) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(JourneyServer.class);
        if (Command.isAsked(args)) {
            application
                    .properties("logging.level.root=warn")
                    .web(WebApplicationType.NONE)
                    .initializers(context -> context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("command", AS_COMMAND)));
        }
        return application;
    }
}
