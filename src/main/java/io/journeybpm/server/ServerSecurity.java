package io.journeybpm.server;

import io.journeybpm.accounts.BasicLogin;
import io.journeybpm.pages.ContentPolicy;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who gets in beside {@code /api}, which the plugin locks itself: programs into Camunda's REST, browsers into Camunda's
 * web applications, which have a login of their own, everybody to the front page, and nobody anywhere else.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ServerSecurity {

    /** Patterns of Spring MVC would pass by Camunda's servlets; these look at the path alone. */
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    private static final String ENGINE_REST = "/engine-rest/**";
    private static final String CAMUNDA = "/camunda/**";
    /** Lets whoever comes first make an administrator; ours comes from the configuration. */
    private static final String CAMUNDA_SETUP = "/camunda/api/admin/setup/**";

    private static final String[] FOR_EVERYBODY = {
        "/",
        "/index.html",
        "/journey.css",
        "/journey.js",
        "/journey.svg",
        "/log-a-call.css",
        "/log-a-call.js",
        "/about.json",
        "/actuator/health",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/v3/api-docs",
        "/v3/api-docs/**"
    };

    /** A page of ours that shows what customers and others wrote: nothing but its own files. */
    static final String LOG_A_CALL = "/log-a-call";

    /** Nothing from elsewhere; Swagger UI styles its elements in place. */
    private static final String CONTENT_FROM_HERE = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, BasicLogin login) throws Exception {
        http.securityMatcher(PATH.matcher(ENGINE_REST));
        login.protectEngine(http);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain camundaWebApplications(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATH.matcher(CAMUNDA))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(PATH.matcher(CAMUNDA_SETUP))
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    /** A browser that logs in here logs in to the interface the page calls. */
    @Bean
    @Order(3)
    SecurityFilterChain logACall(HttpSecurity http, BasicLogin login) throws Exception {
        http.securityMatcher(PATH.matcher(LOG_A_CALL));
        login.protect(http);
        return http.headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.OWN_FILES)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_FROM_HERE)))
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                            .permitAll();
                    for (String each : FOR_EVERYBODY) {
                        requests.requestMatchers(
                                        PATH.matcher(HttpMethod.GET, each), PATH.matcher(HttpMethod.HEAD, each))
                                .permitAll();
                    }
                    requests.anyRequest().denyAll();
                })
                .build();
    }
}
