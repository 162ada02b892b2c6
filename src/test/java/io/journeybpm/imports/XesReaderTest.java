package io.journeybpm.imports;

import static io.journeybpm.imports.LogFixtures.event;
import static io.journeybpm.imports.LogFixtures.mapping;
import static io.journeybpm.imports.LogFixtures.read;
import static io.journeybpm.imports.LogFixtures.trace;
import static io.journeybpm.imports.LogFixtures.xes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.imports.LogFixtures.Read;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class XesReaderTest {

    private static final String MONDAY = "2026-08-03T09:00:00Z";
    private static final String TRANSITION = "<string key=\"lifecycle:transition\" value=\"%s\"/>";
    private static final String ON_COMPLETE = ", 'countWhen':{'lifecycle:transition':['complete']}";

    @Test
    void readsWhatTheMappingNames() {
        Read read = read(
                xes(trace("Case 1", event("leak search", "leak finder", "2026-08-03T09:00:00.250+02:00"))),
                mapping(""));

        assertThat(read.broken).isEmpty();
        assertThat(read.ids()).containsExactly("Case 1");
        assertThat(read.events()).singleElement().satisfies(event -> assertThat(event)
                .isEqualTo(new LoggedEvent(
                        event.place(),
                        Instant.parse("2026-08-03T07:00:00.250Z"),
                        "leak search",
                        "leak finder",
                        null,
                        Outcome.DONE)));
    }

    @Test
    void readsLogsOfTheOldVersionWithoutNamespaceWithPrefixesAndAttributesWithSpaces() {
        String log = """
                <!-- written by hand -->
                <xes:log xes:version="1.0" xmlns:xes="http://www.xes-standard.org/">
                  <classifier name="no scope" keys="call centre"/>
                  <xes:trace>
                    <xes:string key="policy holder" value="C-9"/>
                    <int key="claim number" value="12"/>
                    <xes:event>
                      <string key="call centre" value="Brisbane"><string key="call centre" value="nested"/></string>
                      <string key="time:timestamp" value="2026-08-03 09:00:00"/>
                      <list key="things"><values><string key="call centre" value="in a list"/></values></list>
                    </xes:event>
                  </xes:trace>
                </xes:log>
                """;

        Read read = read(log, ImportMapping.parse("""
                {"journey":"j","caseId":"claim number","customer":"policy holder","touchpoint":"call centre",
                 "occurredAt":"time:timestamp","zone":"Europe/Copenhagen"}"""));

        assertThat(read.cases).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo("12");
            assertThat(found.customer()).isEqualTo("C-9");
            assertThat(found.events()).singleElement().satisfies(event -> {
                assertThat(event.touchpoint()).isEqualTo("Brisbane");
                assertThat(event.party()).isNull();
                assertThat(event.at()).isEqualTo("2026-08-03T07:00:00Z");
            });
        });
    }

    @Test
    void readsTheEncodingTheDocumentDeclares() {
        String log = xes(trace("Nørregade 7", event("Rørlægger", "Åse", MONDAY)));

        Read latin = read(log.replace("UTF-8", "ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1), mapping(""));
        Read wide = read(log.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16), mapping(""));

        assertThat(latin.ids()).containsExactly("Nørregade 7");
        assertThat(wide.events()).extracting(LoggedEvent::party).containsExactly("Åse");
    }

    @Test
    void countsOnlyEventsWithTheValueAskedForWithoutRegardToCase() {
        Read read = read(
                xes(trace(
                                "1",
                                event("a", "p", "no time at all", TRANSITION.formatted("start")),
                                event("b", "p", MONDAY, TRANSITION.formatted("COMPLETE")),
                                event("c", "p", MONDAY))
                        + trace("2", event("d", "p", MONDAY, TRANSITION.formatted("schedule")))),
                mapping(ON_COMPLETE));

        assertThat(read.events()).extracting(LoggedEvent::touchpoint).containsExactly("b", "c");
        assertThat(read.ids()).containsExactly("1");
        assertThat(read.rejected).isEmpty();
    }

    @Test
    void givesEventsWhatTheLogDeclaresForAll() {
        String globals = """
                <global scope="trace"><string key="concept:name" value="nobody"/></global>
                <global scope="event">
                  <string key="concept:name" value="__INVALID__"/>
                  <string key="org:resource" value="front desk"/>
                  <date key="time:timestamp" value="1970-01-01T00:00:00Z"/>
                  %s
                </global>
                """;
        String bare = "<event><date key=\"time:timestamp\" value=\"" + MONDAY + "\"/></event>";

        Read complete =
                read(xes(globals.formatted(TRANSITION.formatted("complete")) + trace("1", bare)), mapping(ON_COMPLETE));
        Read start =
                read(xes(globals.formatted(TRANSITION.formatted("start")) + trace("1", bare)), mapping(ON_COMPLETE));
        Read placeholder = read(
                xes(globals.formatted(TRANSITION.formatted("transition")) + trace("1", bare)), mapping(ON_COMPLETE));

        assertThat(complete.events()).singleElement().satisfies(event -> {
            assertThat(event.touchpoint()).isNull();
            assertThat(event.party()).isEqualTo("front desk");
        });
        assertThat(start.events()).isEmpty();
        assertThat(placeholder.events()).hasSize(1);
    }

    @Test
    void inventsNeitherTimesNorCases() {
        Read read = read(xes("""
                <global scope="trace"><string key="concept:name" value="nobody"/></global>
                <global scope="event"><date key="time:timestamp" value="1970-01-01T00:00:00Z"/></global>
                <trace><event><date key="time:timestamp" value="2026-08-03T09:00:00Z"/></event></trace>
                <trace><string key="concept:name" value="1"/><event/></trace>"""), mapping(""));

        assertThat(read.cases).isEmpty();
        assertThat(read.rejected).containsExactly("7:8 no concept:name", "8:54 no time:timestamp");
    }

    @Test
    void anEventThatCannotBeReadKeepsOnlyItsOwnTraceOut() {
        Read read = read(
                xes(trace("1", event("a", "p", MONDAY))
                        + trace(
                                "2",
                                event("b", "p", MONDAY),
                                event("c", "p", "soon"),
                                event("d", "x".repeat(256), MONDAY))
                        + trace("3", event("e", "p", MONDAY))),
                mapping(""));

        assertThat(read.ids()).containsExactly("1", "3");
        assertThat(read.rejected).hasSize(2);
        assertThat(read.rejected.get(0)).matches("\\d+:\\d+ time:timestamp 'soon' is no time .*");
        assertThat(read.rejected.get(1)).matches("\\d+:\\d+ org:resource is longer than 255 characters");
    }

    @Test
    void readsChannelsAndOutcomesThatEventsCarry() {
        String more = """
                , "channel":"via", "outcome":{"attribute":"result","default":"partly","values":{"KO":"failed"}}""";
        String via = "<string key=\"via\" value=\"%s\"/>";
        String result = "<string key=\"result\" value=\"%s\"/>";

        Read read = read(
                xes(trace("1", event("a", "p", MONDAY, via.formatted("Email"), result.formatted("ko")))
                        + trace("2", event("b", "p", MONDAY, result.formatted("sent-away")))
                        + trace("3", event("c", "p", MONDAY, via.formatted("fax")))
                        + trace("4", event("d", "p", MONDAY, result.formatted("shrug")))
                        + trace("5", event("e", "p", MONDAY))),
                mapping(more));

        assertThat(read.events()).extracting(LoggedEvent::channel).containsExactly(Channel.EMAIL, null, null);
        assertThat(read.events())
                .extracting(LoggedEvent::outcome)
                .containsExactly(Outcome.FAILED, Outcome.SENT_AWAY, Outcome.PARTLY);
        assertThat(read.rejected)
                .satisfiesExactly(
                        first -> assertThat(first).contains("via 'fax' is none of phone, email"),
                        second -> assertThat(second).contains("result 'shrug' is no outcome"));
    }

    @Test
    void anEventOutsideAnyTraceBelongsToNoCase() {
        Read read = read(xes(event("a", "p", MONDAY) + trace("1", event("b", "p", MONDAY))), mapping(""));

        assertThat(read.ids()).containsExactly("1");
        assertThat(read.rejected).singleElement().asString().contains("outside any trace");
    }

    @Test
    void aLogWithoutEventsIsReadToItsEnd() {
        Read read = read(xes("<trace><string key=\"concept:name\" value=\"1\"/></trace>"), mapping(""));

        assertThat(read.broken).isEmpty();
        assertThat(read.cases).isEmpty();
        assertThat(read.rejected).isEmpty();
    }

    @Test
    void tellsWhereTheXmlIsMalformedAndKeepsWhatCameBefore() {
        String log = xes(trace("1", event("a", "p", MONDAY)) + trace("2", event("b", "p", MONDAY)));

        Read read = read(log.substring(0, log.lastIndexOf("</event>")), mapping(""));

        assertThat(read.ids()).containsExactly("1");
        assertThat(read.broken).matches("\\d+:\\d+: the XML is malformed: .*");
    }

    @Test
    void refusesXmlThatIsNoLog() {
        assertThat(read("<?xml version='1.0'?>\n<definitions/>", mapping("")).broken)
                .contains("no XES log");
    }

    @Test
    void refusesDocumentTypesSoThatNoEntityIsEverResolved() {
        String external = "<!DOCTYPE log [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + "<log>"
                + trace("&x;", event("a", "p", MONDAY)) + "</log>";
        String laughs = "<!DOCTYPE log [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + "<log>"
                + trace("1", event("&b;", "p", MONDAY)) + "</log>";

        assertThat(read(external, mapping("")).broken).contains("DOCTYPE");
        assertThat(read(laughs, mapping("")).broken).contains("DOCTYPE");
        assertThat(read(external, mapping("")).cases).isEmpty();
    }

    @Test
    void refusesElementsNestedBeyondReason() {
        assertThat(read("<log>" + "<a>".repeat(10_000), mapping("")).broken).contains("nested more than 256 deep");
    }

    @Test
    void aCaseBeyondReasonIsLeftOut() {
        String small = "<event><date key=\"time:timestamp\" value=\"2026-08-03T09:00:00Z\"/></event>";

        Read read = read(xes(trace("1", small.repeat(LoggedCase.MOST_EVENTS + 2)) + trace("2", small)), mapping(""));

        assertThat(read.ids()).containsExactly("2");
        assertThat(read.rejected).singleElement().asString().contains("more than 100000 contacts");
    }
}
