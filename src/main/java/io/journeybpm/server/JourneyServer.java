package io.journeybpm.server;

import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.MapPropertySource;

/** The whole product in one program: {@code java -jar …-exec.jar}. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class JourneyServer {

    private static final String IMPORT = "import";

    /** Starts the server, or, with {@code import FILE --mapping=FILE}, reads a log and ends. */
    public static void main(String... args) {
        configured(args).run(args);
    }

    static SpringApplicationBuilder configured(String... args) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(JourneyServer.class);
        boolean command = Arrays.stream(args)
                .filter(each -> !each.startsWith("--"))
                .findFirst()
                .filter(IMPORT::equals)
                .isPresent();
        if (command) {
            application.web(WebApplicationType.NONE).initializers(context -> context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            IMPORT, Map.of("camunda.bpm.job-execution.enabled", "false", "journey.demo", "false"))));
        }
        return application;
    }
}
