package io.journeybpm.ledger;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ResourceLoader;

/**
 * Flyway comes to an application's class path with this plugin. Where the application doesn't use it itself, Spring
 * Boot must not begin to: it would stop at a database that already has tables.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class FlywayStaysAway implements EnvironmentPostProcessor {

    private static final String SWITCH = "spring.flyway.enabled";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!isConfigured(environment) && !hasMigrations(application)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("journeyFlywayDefault", Map.of(SWITCH, "false")));
        }
    }

    private static boolean isConfigured(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> java.util.Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .anyMatch(name -> name.toLowerCase(java.util.Locale.ROOT)
                        .replace('_', '.')
                        .startsWith("spring.flyway."));
    }

    private static boolean hasMigrations(SpringApplication application) {
        ResourceLoader loader = application.getResourceLoader();
        ClassLoader classes = loader == null ? application.getClassLoader() : loader.getClassLoader();
        return classes != null && classes.getResource("db/migration") != null;
    }
}
