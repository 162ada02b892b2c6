package host;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An application with Camunda's web applications, its engine named and its pages placed in its own way. */
@SpringBootApplication
public class ElsewhereHost {

    public static void main(String[] arguments) {
        ConfigurableApplicationContext host = SpringApplication.run(ElsewhereHost.class, arguments);
        host.getBean(RuntimeService.class)
                .startProcessInstanceByKey("parcel-return", "return-1", Map.of("boxes", 2));
        System.out.println("STARTED return-1");
    }
}
