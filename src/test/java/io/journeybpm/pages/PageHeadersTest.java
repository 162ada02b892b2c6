package io.journeybpm.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whatever lies below a page's address")
class PageHeadersTest extends ServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"/journeys/kitchen", "/journeys/nowhere", "/journeys", "/c/nobody", "/v/nobody"})
    void runsNothingButItsOwnFilesAndIsKeptNowhere(String path) {
        for (Answer answer : new Answer[] {
            anonymous().get(path), as("integrator").get(path), as("ops").get(path)
        }) {
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertPrivate(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/journey-files/page.css", "/journey-files/preact.js", "/journey-files/nothing.js"})
    void isNoneOfSearchEnginesBusiness(String path) {
        assertPrivate(anonymous().get(path));
    }

    private static void assertPrivate(Answer answer) {
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
    }

    @Test
    void filesAreAskedForAgainButSentAgainOnlyIfChanged() {
        Answer file = anonymous().get("/journey-files/page.css").expect(200);
        assertThat(file.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(file.header("Content-Type")).startsWith("text/css");
        assertThat(file.header("Last-Modified")).isNull();
        anonymous()
                .send("GET", "/journey-files/page.css", null, "If-None-Match", file.header("ETag"))
                .expect(304);
    }

    @Test
    void noFileBesideThemIsReached() {
        anonymous().get("/journey-files/nothing.js").expect(404);
        for (String path : new String[] {"..%2fshells%2fmap.html", "%2e%2e/shells/map.html", "..;/PageFiles.class"}) {
            assertThat(anonymous().get("/journey-files/" + path).status()).isIn(400, 404);
        }
    }
}
