package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.ledger.Customers;
import io.journeybpm.ledger.Customers.Match;
import io.journeybpm.ledger.Storage;
import io.journeybpm.testing.EngineTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("Customers of a database from before anybody could be found by words")
class CustomersJobTest extends EngineTest {

    @Autowired
    @Qualifier("journeyStandingJobs")
    private ApplicationListener<ApplicationStartedEvent> standingJobs;

    @Autowired
    private ConfigurableApplicationContext application;

    @Autowired
    private Customers customers;

    @Autowired
    private Storage storage;

    private void serverStarts() {
        standingJobs.onApplicationEvent(
                new ApplicationStartedEvent(new SpringApplication(), new String[0], application, Duration.ZERO));
    }

    private List<String> found(String asked) {
        return customers.find(asked, 10).items().stream()
                .map(Match::customer)
                .map(each -> each.reference())
                .toList();
    }

    @Test
    void areMadeFindableByOneJobAfterTheStart() {
        JdbcTemplate before = new JdbcTemplate(storage.source());
        for (int each = 0; each < 600; each++) {
            before.update(
                    "insert into journey_customer (reference, name) values (?, ?)",
                    "before-" + each,
                    "Somebody Fromearlier");
        }
        // the key as it was taken then, digits of the extension included
        before.update(
                "insert into journey_customer (reference, name, phone, phone_key) values (?, ?, ?, ?)",
                "before-sofie",
                "Sofie Langbakke",
                "+45 81 82 83 84 ext. 5",
                "18283845");
        assertThat(found("Langbakke")).isEmpty();

        serverStarts();
        serverStarts();
        assertThat(management.createJobQuery().messages().count()).isEqualTo(1);
        runJobs();

        assertThat(found("Sofie Langbake")).containsExactly("before-sofie");
        assertThat(found("81828384")).containsExactly("before-sofie");
        assertThat(customers.find("Fromearlier", 10).more()).isTrue();
        assertThat(customers.hasWordsToTake()).isFalse();
        serverStarts();
        assertThat(management.createJobQuery().messages().count()).isZero();
    }
}
