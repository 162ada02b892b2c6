package io.journeybpm.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("Maps of journeys are for those who look after journeys")
class PageRolesTest extends ServerTest {

    /** Pages nobody sees without a login; pages with a token are open, as the token is the role. */
    private static final Set<String> FOR_STAFF = new TreeSet<>(Set.of("GET /journeys", "GET /journeys/{key}"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @ParameterizedTest
    @ValueSource(strings = {"/journeys", "/journeys/kitchen"})
    void whoeverMaySeesThemAndWhoeverMayNotIsToldInWords(String page) {
        for (String user : Set.of("demo", "owner", "ops")) {
            Answer shown = as(user).get(page).expect(200);
            assertThat(shown.header("Content-Type")).startsWith("text/html");
            assertThat(shown.body())
                    .contains("data-api")
                    .doesNotContain("{{", "http://", "https://", "<style", "style=", "<script>");
        }
        Answer refused = as("integrator").get(page).expect(403);
        assertThat(refused.header("Content-Type")).startsWith("text/html");
        assertThat(refused.body()).contains("Not with this login").doesNotContain("{{");
        Answer unknown = anonymous().get(page).expect(401);
        assertThat(unknown.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(unknown.body()).contains("Not with this login");
    }

    @Test
    void aJourneyNobodyKnowsIsNotFoundAndItsNameIsNotRepeated() {
        Answer missing = as("ops").get("/journeys/%3Cscript%3E").expect(404);
        assertThat(missing.header("Content-Type")).startsWith("text/html");
        assertThat(missing.body()).doesNotContain("<script>");
    }

    @Test
    void nobodyWritesToThem() {
        assertThat(as("demo").post("/journeys/kitchen", "{}").status()).isEqualTo(405);
        as("integrator").post("/journeys/kitchen", "{}").expect(403);
    }

    @Test
    void noPageWithALoginIsMissingAbove() {
        Set<String> offered = mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getPackageName().startsWith("io.journeybpm.pages"))
                .map(each -> each.getKey())
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(pattern -> !pattern.startsWith("/c/") && !pattern.startsWith("/v/"))
                        .flatMap(pattern ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(offered).isEqualTo(FOR_STAFF);
    }
}
