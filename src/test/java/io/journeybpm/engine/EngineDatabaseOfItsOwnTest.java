package io.journeybpm.engine;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeybpm.testing.EngineTest;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;

@DisplayName("In an application that gives its engine a database of its own")
@Import(EngineDatabaseOfItsOwnTest.TwoDatabases.class)
class EngineDatabaseOfItsOwnTest extends EngineTest {

    @Configuration(proxyBeanMethods = false)
    static class TwoDatabases {

        @Bean
        @Primary
        DataSource applications() {
            return database();
        }

        @Bean
        @Primary
        PlatformTransactionManager transactions(DataSource applications) {
            return new DataSourceTransactionManager(applications);
        }

        @Bean
        DataSource camundaBpmDataSource() {
            return database();
        }

        @Bean
        PlatformTransactionManager camundaBpmTransactionManager(
                @Qualifier("camundaBpmDataSource") DataSource camundaBpmDataSource) {
            return new DataSourceTransactionManager(camundaBpmDataSource);
        }

        private static DataSource database() {
            return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        }
    }

    @Autowired
    private DataSource applications;

    @Autowired
    @Qualifier("camundaBpmDataSource")
    private DataSource engines;

    @Test
    void theLedgerLivesAndCommitsWithTheEngine() {
        assertThat(tables(applications)).isEmpty();
        assertThat(tables(engines)).contains("ACT_RU_TASK", "JOURNEY_CASE");

        deploy(
                "visited.bpmn",
                document(process(
                        "visited",
                        row(
                                "j",
                                phase(
                                        "visits",
                                        row(
                                                "p",
                                                userTask("visit", touchpoint("visit", "plumber")),
                                                "<serviceTask id='fails' camunda:expression='${missing + 1}'/>"))))));
        runtime.startProcessInstanceByKey("visited", "c1");
        assertThatThrownBy(() -> complete("visit")).isInstanceOf(RuntimeException.class);
        assertThat(contacts("c1")).isEmpty();
        assertThat(theCase("c1").status().word()).isEqualTo("open");
    }

    private static List<String> tables(DataSource source) {
        return new JdbcTemplate(source)
                .queryForList(
                        "select table_name from information_schema.tables where table_schema = 'PUBLIC'", String.class);
    }
}
