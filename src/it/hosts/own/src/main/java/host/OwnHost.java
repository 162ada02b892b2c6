package host;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** An application with an escalation decision and an escalation process of its own. */
@SpringBootApplication
public class OwnHost {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Deploys by its META-INF/processes.xml, when the context is refreshed, and not by Camunda's scan before that. */
    @Configuration(proxyBeanMethods = false)
    @EnableProcessApplication("own")
    @Profile("process-application")
    static class AsProcessApplication {

        /** Like Spring Boot's management context on a port of its own: refreshed while its parent has yet to be. */
        @Bean
        SmartLifecycle child(ApplicationContext parent) {
            AnnotationConfigApplicationContext child = new AnnotationConfigApplicationContext();
            child.setParent(parent);
            return new SmartLifecycle() {

                @Override
                public void start() {
                    child.refresh();
                }

                @Override
                public void stop() {
                    child.close();
                }

                @Override
                public boolean isRunning() {
                    return child.isActive();
                }
            };
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (ConfigurableApplicationContext host = SpringApplication.run(OwnHost.class, arguments)) {
            RuntimeService runtime = host.getBean(RuntimeService.class);
            runtime.startProcessInstanceByKey("parcel-return", "return-1");
            TaskService tasks = host.getBean(TaskService.class);
            tasks.complete(tasks.createTaskQuery()
                    .taskDefinitionKey("pick-up")
                    .singleResult()
                    .getId());
            Instant end = Instant.now().plus(PATIENCE);
            while (tasks.createTaskQuery().taskDefinitionKey("call-the-boss").count() == 0 && Instant.now().isBefore(end)) {
                Thread.sleep(100);
            }
            System.out.println("OWN TASKS "
                    + tasks.createTaskQuery()
                            .processInstanceBusinessKey("return-1")
                            .taskDefinitionKey("call-the-boss")
                            .count());
        }
    }
}
