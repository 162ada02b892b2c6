package io.journeybpm.imports;

import static io.journeybpm.imports.LogFixtures.read;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.imports.LogFixtures.Read;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    private static final ImportMapping MAPPING = ImportMapping.parse("""
            {"journey":"j","caseId":"Case ID","customer":"Customer","touchpoint":"Activity","party":"Resource",
             "occurredAt":"When","countWhen":{"Status":["complete"]}}""");
    private static final String HEADER = "Case ID,Activity,Resource,When,Customer,Status\n";

    @Test
    void bringsTheRowsOfACaseTogetherInTheirOrder() {
        Read read = read(HEADER + """
                        7,call,handler,2026-08-03T09:00:00Z,C-1,complete
                        8,call,handler,2026-08-03T09:05:00Z,C-2,Complete
                        7,visit,plumber,2026-08-04T09:00:00Z,C-1,
                        7,planned,plumber,not yet,C-1,scheduled
                        8,chat,,2026-08-03T10:00:00Z
                        """, MAPPING);

        assertThat(read.broken).isEmpty();
        assertThat(read.rejected).isEmpty();
        assertThat(read.cases).hasSize(2);
        assertThat(read.cases)
                .filteredOn(each -> each.id().equals("7"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.customer()).isEqualTo("C-1");
                    assertThat(found.events())
                            .extracting(LoggedEvent::touchpoint)
                            .containsExactly("call", "visit");
                });
        assertThat(read.cases)
                .filteredOn(each -> each.id().equals("8"))
                .flatExtracting(LoggedCase::events)
                .extracting(LoggedEvent::party)
                .containsExactly("handler", null);
    }

    @Test
    void readsSemicolonsQuotesAndAByteOrderMark() {
        String log = "\uFEFF\"Case ID\";\"a, b, c, d\"; Activity;When\n"
                + "1;x;\"said \"\"hello; how,\nare you\"\"\" ;2026-08-03 09:00\n";

        Read read = read(log, ImportMapping.parse("""
                {"journey":"j","caseId":"Case ID","touchpoint":"Activity","occurredAt":"When"}"""));

        assertThat(read.broken).isEmpty();
        assertThat(read.events()).singleElement().satisfies(event -> {
            assertThat(event.touchpoint()).isEqualTo("said \"hello; how,\nare you\"");
            assertThat(event.place()).isEqualTo("2");
        });
    }

    @Test
    void aRowThatCannotBeReadKeepsItsOwnCaseOutWhereverItStands() {
        Read read = read(HEADER + """
                        1,a,p,2026-08-03T09:00:00Z,,
                        2,b,"p
                        q",2026-08-03T09:00:00Z,,
                        1,c,p,tomorrow,,

                        ,d,p,2026-08-03T09:00:00Z,,
                        2,e,p,2026-08-03T09:00:00Z,,
                        3,f,p,2026-08-03T09:00:00Z,,,one,too,many
                        3,g,p,2026-08-03T09:00:00Z,,
                        4,h,p,,,
                        ,,,,,
                        """, MAPPING);

        assertThat(read.ids()).containsExactly("2");
        assertThat(read.rejected)
                .containsExactly(
                        "5 When 'tomorrow' is no time such as 2026-08-03T09:30:00+02:00",
                        "7 no Case ID",
                        "9 the row has more values than the header has columns",
                        "11 no When");
    }

    @Test
    void namesTheColumnTheHeaderLacks() {
        assertThat(read("Case ID,Activity,Resource,Customer\n1,a,p,\n", MAPPING).broken)
                .contains("no column 'When'")
                .contains("'Activity', 'Resource'");
        assertThat(read("When,When,Case ID,Activity,Resource,Customer\n", MAPPING).broken)
                .contains("'When' twice");
        assertThat(read("\n", MAPPING).broken).contains("no column");
    }

    @Test
    void aHeaderAloneIsALogWithoutEvents() {
        Read read = read(HEADER, MAPPING);

        assertThat(read.broken).isEmpty();
        assertThat(read.cases).isEmpty();
    }

    @Test
    void tellsWhereTheFileIsMalformedAndKeepsTheRowsAbove() {
        Read read = read(
                HEADER + "1,a,p,2026-08-03T09:00:00Z,,\n2,b,p,2026-08-03T09:00:00Z,,\n3,\"c\"x,p,2026,,\n", MAPPING);

        assertThat(read.ids()).containsExactlyInAnyOrder("1", "2");
        assertThat(read.broken).startsWith("4: the CSV is malformed:");
    }

    @Test
    void saysSoWhenTheTextIsInAnotherEncoding() {
        Read read = read((HEADER + "1,Rørlægger,p,2026-08-03T09:00:00Z,,\n").getBytes(ISO_8859_1), MAPPING);

        assertThat(read.broken).contains("not UTF-8");
    }

    @Test
    void refusesARowThatNeverEnds() {
        byte[] log = (HEADER + "1,\"" + "x,\n".repeat(6 << 20)).getBytes(UTF_8);

        assertThat(read(log, MAPPING).broken).contains("longer than 16777216 bytes");
    }

    @Test
    void sortsMoreThanFitsIntoMemoryByDividingItAgain() {
        StringBuilder log = new StringBuilder(HEADER);
        for (int row = 0; row < 20_000; row++) {
            log.append("case %d,a,p,2026-08-03T09:00:%02dZ,,%n".formatted(row * 31 % 4000, row / 4000));
        }

        Read read = read(new ByteArrayInputStream(log.toString().getBytes(UTF_8)), MAPPING, 1 << 30, 500);

        assertThat(read.broken).isEmpty();
        assertThat(read.cases).hasSize(4000).allSatisfy(each -> assertThat(each.events())
                .hasSize(5)
                .isSortedAccordingTo(Comparator.comparing(LoggedEvent::at)));
        assertThat(read.progress).isSorted();
        assertThat(Collections.max(read.progress)).isEqualTo(log.length());
    }

    @Test
    void aCaseBeyondReasonIsLeftOut() {
        String rows = "1,a,p,2026-08-03T09:00:00Z,,\n".repeat(LoggedCase.MOST_EVENTS + 5);

        Read read = read(HEADER + "2,a,p,2026-08-03T09:00:00Z,,\n" + rows, MAPPING);

        assertThat(read.ids()).containsExactly("2");
        assertThat(read.rejected).containsExactly("100003 the case has more than 100000 contacts");
    }
}
