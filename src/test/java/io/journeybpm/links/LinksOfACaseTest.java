package io.journeybpm.links;

import static io.journeybpm.ledger.Link.Purpose.CUSTOMER;
import static io.journeybpm.ledger.Link.Purpose.VISIT;
import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.Links;
import io.journeybpm.ledger.NewLink;
import io.journeybpm.ledger.Secrets;
import io.journeybpm.settings.JourneyProperties;
import io.journeybpm.testing.EngineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@DisplayName("A link opens one case for one purpose, until it ends")
@TestPropertySource(
        properties = {"journey.pages.url=https://service.example.com/claims/", "journey.pages.expires=P90D"})
class LinksOfACaseTest extends EngineTest {

    private static final Instant NOON = Instant.parse("2026-08-03T10:00:00Z");
    private static final String MAIL =
            "<serviceTask id='mail' camunda:expression='${journeyLinks.customer(execution)}' camunda:resultVariable='page'/>";
    private static final String TEXT =
            "<serviceTask id='text' camunda:expression='${journeyLinks.visit(execution, \"visit\")}'"
                    + " camunda:resultVariable='order'/>";

    @Autowired
    private CaseLinks links;

    @Autowired
    private Links rows;

    @Autowired
    private Secrets secrets;

    @Autowired
    private CaseClock clock;

    @Autowired
    private JourneyProperties settings;

    private final String caseId = "L-" + UUID.randomUUID();

    @BeforeEach
    void aJourneyThatWritesBeforeAnybodyComes() {
        ClockUtil.setCurrentTime(Date.from(NOON));
        String visit = userTask("visit", touchpoint("visit", "${trade}"));
        deploy("leak.bpmn", document(process("leak", row("leak", phase("stop", row("stop", MAIL, TEXT, visit))))));
        runtime.startProcessInstanceByKey(
                "leak",
                caseId,
                Map.of("trade", "plumber", "visitorName", "Ole <b>Hansen</b>", "visitorPhone", "+45 20 30 40 50"));
    }

    private String variable(String name) {
        return String.valueOf(runtime.createVariableInstanceQuery()
                .variableName(name)
                .singleResult()
                .getValue());
    }

    private static String token(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static void pass(Duration time) {
        ClockUtil.setCurrentTime(Date.from(NOON.plus(time)));
    }

    @Test
    void aJourneySendsTheCustomersAndTheVisitorsWithoutJava() {
        assertThat(variable("page")).matches("https://service\\.example\\.com/claims/c/[A-Za-z0-9_-]{43}");
        assertThat(variable("order")).matches("https://service\\.example\\.com/claims/v/[A-Za-z0-9_-]{43}");
        Link page = links.open(CUSTOMER, token(variable("page"))).orElseThrow();
        assertThat(page.made()).isEqualTo(NewLink.customer(caseId, NOON.plus(Duration.ofDays(90))));
        NewLink order =
                links.open(VISIT, token(variable("order"))).orElseThrow().made();
        assertThat(List.of(
                        order.caseId(), order.party(), order.touchpoint(), order.visitorName(), order.visitorPhone()))
                .containsExactly(caseId, "plumber", "visit", "Ole <b>Hansen</b>", "+45 20 30 40 50");
    }

    @Test
    void whoWritesTwiceSendsOneAddressWhileItIsGoodForLong() {
        String first = links.address(links.same(NewLink.customer(caseId, links.usualEnd())), null);
        assertThat(first).isEqualTo(variable("page"));
        pass(Duration.ofDays(50));
        assertThat(links.address(links.same(NewLink.customer(caseId, links.usualEnd())), null))
                .isNotEqualTo(first);
        assertThat(links.open(CUSTOMER, token(first))).isPresent();
    }

    @Test
    void anotherPurposesOrAForgedOneOpensNothing() {
        String token = token(variable("page"));
        assertThat(links.open(VISIT, token)).isEmpty();
        assertThat(links.open(CUSTOMER, token(variable("order")))).isEmpty();
        assertThat(IntStream.range(0, token.length() - 1)
                        .mapToObj(at -> token.substring(0, at)
                                + (token.charAt(at) == 'A' ? 'B' : 'A')
                                + token.substring(at + 1))
                        .filter(each -> links.open(CUSTOMER, each).isPresent()))
                .isEmpty();
        for (String wrong : List.of("", "x", token + "A", token.substring(1), " ".repeat(43), "é".repeat(43))) {
            assertThat(links.open(CUSTOMER, wrong)).as(wrong).isEmpty();
        }
        Tokens another = new Tokens(Tokens::newKey);
        Link page = links.open(CUSTOMER, token).orElseThrow();
        assertThat(links.open(CUSTOMER, another.sign(page.id(), CUSTOMER))).isEmpty();
    }

    @Test
    void anIdAloneIsWorthNothing() {
        Link page = links.open(CUSTOMER, token(variable("page"))).orElseThrow();
        assertThat(links.open(CUSTOMER, page.id())).isEmpty();
        assertThat(token(variable("page"))).startsWith(page.id().substring(0, 21));
    }

    @Test
    void itEndsWhenItIsRevoked() {
        Link page = links.open(CUSTOMER, token(variable("page"))).orElseThrow();
        links.revoke(page, "ops");
        assertThat(links.open(CUSTOMER, token(variable("page")))).isEmpty();
        assertThat(links.open(VISIT, token(variable("order")))).isPresent();
        links.revoke(page, "another");
        assertThat(links.find(caseId, page.id()).orElseThrow().revokedBy()).isEqualTo("ops");
        assertThat(links.find("another-case", page.id())).isEmpty();
        assertThat(links.address(links.same(NewLink.customer(caseId, links.usualEnd())), null))
                .isNotEqualTo(variable("page"));
    }

    @Test
    void itEndsWithItsTime() {
        pass(Duration.ofDays(90).minusSeconds(1));
        assertThat(links.open(CUSTOMER, token(variable("page")))).isPresent();
        pass(Duration.ofDays(90));
        assertThat(links.open(CUSTOMER, token(variable("page")))).isEmpty();
    }

    @Test
    void itOutlivesItsCaseByAFewDays() {
        String token = token(variable("page"));
        runningCases.close(caseId, "settled", "ops");
        pass(Duration.ofDays(13));
        assertThat(links.open(CUSTOMER, token)).isPresent();
        pass(Duration.ofDays(15));
        assertThat(links.open(CUSTOMER, token)).isEmpty();
    }

    @Test
    void theFirstLookIsRemembered() {
        Link page = links.open(CUSTOMER, token(variable("page"))).orElseThrow();
        assertThat(links.opened(page)).isTrue();
        pass(Duration.ofHours(1));
        assertThat(links.opened(page)).isFalse();
        Link seen = links.open(CUSTOMER, token(variable("page"))).orElseThrow();
        assertThat(links.opened(seen)).isFalse();
        assertThat(seen.openedAt()).isEqualTo(NOON);
    }

    @Test
    void serversThatStartTogetherAgreeOnOneKey() {
        String name = "key-" + UUID.randomUUID();
        List<CompletableFuture<String>> servers = IntStream.range(0, 8)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> secrets.of(name, Tokens.newKey())))
                .toList();
        Set<String> keys = new HashSet<>();
        servers.forEach(each -> keys.add(each.join()));
        assertThat(keys).hasSize(1).allMatch(key -> key.length() == 43);
    }

    @Test
    void anotherServerOfTheClusterOpensWhatThisOneMade() {
        CaseLinks another = new LinksAutoConfiguration().journeyCaseLinks(rows, secrets, clock, settings);
        assertThat(another.open(CUSTOMER, token(variable("page"))).orElseThrow().caseId())
                .isEqualTo(caseId);
    }

    @Test
    void whatIsNoTouchpointIsNotVisited() {
        deploy(
                "wrong.bpmn",
                document(process(
                        "wrong", row("wrong", phase("p", row("p", TEXT.replace("\"visit\"", "\"nowhere\"")))))));
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("wrong", "W-" + UUID.randomUUID()))
                .hasStackTraceContaining("'nowhere' is no touchpoint");
    }
}
