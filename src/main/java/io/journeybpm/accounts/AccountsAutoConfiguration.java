package io.journeybpm.accounts;

import io.journeybpm.settings.JourneyProperties;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Groups in every application; the way into {@code /api} where it is offered. Comes after Spring Boot's own security,
 * so that an application that relies on Boot's locking everything up stays locked up.
 */
@AutoConfiguration(after = {CamundaBpmAutoConfiguration.class, SecurityAutoConfiguration.class})
@ConditionalOnBooleanProperty(name = "journey.enabled", matchIfMissing = true)
class AccountsAutoConfiguration {

    @Bean
    static ProcessEnginePlugin journeyGroupIds() {
        return new HyphenatedGroups();
    }

    /** Whoever has the accounts at hand finds the groups made. */
    @Bean(initMethod = "makeGroups")
    Accounts journeyAccounts(IdentityService identity, AuthorizationService authorizations) {
        return new Accounts(identity, authorizations);
    }

    /** Logins and roles, where there is a web application with Spring Security. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass({SecurityFilterChain.class, HttpSecurity.class, DispatcherServletPath.class})
    static class Logins {

        /** Before any chain of the application that takes every request. */
        private static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 100;

        @Bean
        BasicLogin journeyLogin(IdentityService identity, Accounts accounts, JourneyProperties settings) {
            CamundaLogin login =
                    new CamundaLogin(identity, accounts, settings.rest().loginRemembered());
            return new BasicLogin(login, new ActAsUser(identity, accounts));
        }

        @Bean
        @Order(EARLY)
        @ConditionalOnMissingBean(name = "journeyApiSecurity")
        @ConditionalOnBooleanProperty(name = "journey.rest.enabled", matchIfMissing = true)
        SecurityFilterChain journeyApiSecurity(
                HttpSecurity http,
                BasicLogin login,
                JourneyProperties settings,
                ObjectProvider<DispatcherServletPath> dispatcher)
                throws Exception {
            DispatcherServletPath servlet = dispatcher.getIfAvailable(() -> () -> "/");
            String base = servlet.getRelativePath(settings.rest().path());
            http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(base + "/**"));
            login.protect(http);
            PathPatternRequestMatcher.Builder below =
                    PathPatternRequestMatcher.withDefaults().basePath(base);
            http.authorizeHttpRequests(requests -> {
                Access.all().forEach(each -> requests.requestMatchers(below.matcher(each.method(), each.path()))
                        .hasAnyAuthority(each.authorities()));
                requests.anyRequest().hasAuthority(Group.ADMINISTRATORS.id());
            });
            return http.build();
        }
    }
}
