package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.Journeys;
import io.journeybpm.engine.Migrations;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.imports.Imports;
import io.journeybpm.imports.Logs;
import io.journeybpm.insight.Backtests;
import io.journeybpm.insight.JourneyMaps;
import io.journeybpm.insight.QuickWins;
import io.journeybpm.ledger.Answers;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.CustomerPreferences;
import io.journeybpm.ledger.Customers;
import io.journeybpm.ledger.PlannedVisits;
import io.journeybpm.ledger.Storage;
import io.journeybpm.ledger.WorkLists;
import io.journeybpm.links.CaseLinks;
import io.journeybpm.outreach.Permissions;
import io.journeybpm.outreach.RedFlags;
import io.journeybpm.settings.JourneyProperties;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;

@DisplayName("The interface is offered where the application has what it needs")
class RestAutoConfigurationTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(JourneyProperties.class)
    static class Settings {}

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(RestAutoConfiguration.class))
            .withUserConfiguration(Settings.class)
            .withBean(RunningCases.class, () -> mock(RunningCases.class))
            .withBean(Customers.class, () -> mock(Customers.class))
            .withBean(Briefings.class, () -> mock(Briefings.class))
            .withBean(Journeys.class, () -> mock(Journeys.class))
            .withBean(Migrations.class, () -> mock(Migrations.class))
            .withBean(Imports.class, () -> mock(Imports.class))
            .withBean(Logs.class, () -> mock(Logs.class))
            .withBean(Backtests.class, () -> mock(Backtests.class))
            .withBean(JourneyMaps.class, () -> mock(JourneyMaps.class))
            .withBean(QuickWins.class, () -> mock(QuickWins.class))
            .withBean(Cases.class, () -> mock(Cases.class))
            .withBean(WorkLists.class, () -> mock(WorkLists.class))
            .withBean(CustomerPreferences.class, () -> mock(CustomerPreferences.class))
            .withBean(PlannedVisits.class, () -> mock(PlannedVisits.class))
            .withBean(CaseLinks.class, () -> mock(CaseLinks.class))
            .withBean(Permissions.class, () -> mock(Permissions.class))
            .withBean(RedFlags.class, () -> mock(RedFlags.class))
            .withBean(Answers.class, () -> mock(Answers.class))
            .withBean(CaseClock.class, () -> Instant::now)
            .withBean(Storage.class, () -> new Storage(mock(DataSource.class), mock(PlatformTransactionManager.class)));

    @Test
    void withSpringWebAndSpringSecurity() {
        application.run(context -> assertThat(context).hasSingleBean(CasesController.class));
    }

    @Test
    void withoutSpringdocItGoesUndescribed() {
        application
                .withClassLoader(new FilteredClassLoader("org.springdoc", "io.swagger"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(CasesController.class)
                        .doesNotHaveBean("journeyOpenApi"));
    }

    @Test
    void notWithoutSpringSecurity() {
        application
                .withClassLoader(new FilteredClassLoader(SecurityFilterChain.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(CasesController.class));
    }

    @Test
    void notWhenItIsSwitchedOff() {
        application.withPropertyValues("journey.rest.enabled=false").run(context -> assertThat(context)
                .doesNotHaveBean(CasesController.class));
        application.withPropertyValues("journey.enabled=false").run(context -> assertThat(context)
                .doesNotHaveBean(CasesController.class));
    }

    @Test
    void notOutsideTheWeb() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(RestAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(CasesController.class));
    }

    @Test
    void underThePathOfTheSettingsHoweverItIsWritten() {
        for (String written : new String[] {"/journeys/api", "journeys/api/", " //journeys/api// "}) {
            application.withPropertyValues("journey.rest.path=" + written).run(context -> assertThat(
                            context.getBean(ApiPath.class).base())
                    .isEqualTo("/journeys/api"));
        }
    }
}
