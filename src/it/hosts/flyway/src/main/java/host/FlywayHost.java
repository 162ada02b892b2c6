package host;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that keeps its own tables with Flyway. */
@SpringBootApplication
public class FlywayHost {

    public static void main(String[] arguments) {
        SpringApplication.run(FlywayHost.class, arguments).close();
    }
}
