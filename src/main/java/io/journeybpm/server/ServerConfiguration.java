package io.journeybpm.server;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the server itself is made of. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    @Bean
    EmbeddedMode embeddedMode(DataSource dataSource) {
        return EmbeddedMode.of(dataSource);
    }
}
