package io.journeybpm.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;

@DisplayName("The program")
class JourneyServerTest {

    private static WebApplicationType started(String... arguments) {
        return JourneyServer.configured(arguments).application().getWebApplicationType();
    }

    @Test
    void isAServerUnlessItIsToReadALog() {
        assertThat(started()).isEqualTo(WebApplicationType.SERVLET);
        assertThat(started("--server.port=9090")).isEqualTo(WebApplicationType.SERVLET);
        assertThat(started("import", "log.xes", "--mapping=m.json")).isEqualTo(WebApplicationType.NONE);
        assertThat(started("--logging.level.root=warn", "import", "log.xes")).isEqualTo(WebApplicationType.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:./data/journey;LOCK_TIMEOUT=10000, true",
        "jdbc:h2:mem:test, true",
        "jdbc:h2:tcp://db/journey, false",
        "jdbc:h2:ssl://db/journey, false",
        "jdbc:postgresql://db/journey, false"
    })
    void knowsItsEmbeddedDatabase(String url, boolean embedded) {
        assertThat(EmbeddedMode.isEmbedded(url)).isEqualTo(embedded);
    }
}
