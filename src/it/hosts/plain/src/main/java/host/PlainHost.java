package host;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Contact;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that has the plugin, Camunda and a database, and nothing else. */
@SpringBootApplication
public class PlainHost {

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext host = SpringApplication.run(PlainHost.class, arguments)) {
            host.getBean(RuntimeService.class).startProcessInstanceByKey("parcel-return", "return-1");
            TaskService tasks = host.getBean(TaskService.class);
            Task pickUp = tasks.createTaskQuery().taskDefinitionKey("pick-up").singleResult();
            tasks.complete(pickUp.getId(), Map.of("note", "two boxes"));

            Cases cases = host.getBean(Cases.class);
            Case parcel = cases.find("return-1").orElseThrow();
            Contact contact = cases.latestContacts("return-1", 1).get(0);
            System.out.printf(
                    "FOUND %s in phase %s: %s by %s, %s%n",
                    parcel.caseId(),
                    contact.phase(),
                    contact.reported().place().touchpoint(),
                    contact.reported().party(),
                    contact.reported().note());
        }
    }
}
