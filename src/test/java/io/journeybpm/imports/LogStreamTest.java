package io.journeybpm.imports;

import static io.journeybpm.imports.LogFixtures.BUCKET;
import static io.journeybpm.imports.LogFixtures.MOST_EXPANDED;
import static io.journeybpm.imports.LogFixtures.event;
import static io.journeybpm.imports.LogFixtures.gzip;
import static io.journeybpm.imports.LogFixtures.mapping;
import static io.journeybpm.imports.LogFixtures.read;
import static io.journeybpm.imports.LogFixtures.trace;
import static io.journeybpm.imports.LogFixtures.xes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.imports.LogFixtures.Read;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogStreamTest {

    private static final byte[] LOG =
            xes(trace("1", event("a", "p", "2026-08-03T09:00:00Z"))).getBytes(UTF_8);

    @Test
    void unpacksWhatIsPackedWhateverItIsCalled() throws Exception {
        assertThat(read(gzip(LOG), mapping("")).ids()).containsExactly("1");
        assertThat(read(LOG, mapping("")).ids()).containsExactly("1");
    }

    @Test
    void unpacksAllPartsOfALogThatWasPackedInParts() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(gzip(Arrays.copyOfRange(LOG, 0, 300)));
        packed.write(gzip(Arrays.copyOfRange(LOG, 300, LOG.length)));

        assertThat(read(packed.toByteArray(), mapping("")).ids()).containsExactly("1");
    }

    @Test
    void countsTheBytesOfTheLogAsItWasSent() throws Exception {
        byte[] packed = gzip(LOG);

        assertThat(read(packed, mapping("")).progress).last().isEqualTo((long) packed.length);
    }

    @Test
    void refusesALogThatExpandsBeyondReasonAndKeepsWhatCameBefore() throws Exception {
        String log = xes(trace("1", event("a", "p", "2026-08-03T09:00:00Z")) + "<!-- " + " ".repeat(12 << 20) + "-->");

        Read read = read(gzip(log.getBytes(UTF_8)), mapping(""));

        assertThat(read.broken).contains("expands to more than 200 times its size");
        assertThat(read.ids()).containsExactly("1");
    }

    @Test
    void refusesALogLargerThanTheSettingsAllow() throws Exception {
        Read read = read(new ByteArrayInputStream(gzip(LOG)), mapping(""), 100, BUCKET);

        assertThat(read.broken).contains("larger than 100 bytes").contains("journey.imports.max-expanded");
    }

    @Test
    void refusesASingleTagThatWouldNotFitIntoMemory() {
        String log = "<log><trace><string key=\"concept:name\" value=\"" + "x".repeat(17 << 20);

        assertThat(read(log, mapping("")).broken).contains("single tag or row is longer");
    }

    @Test
    void saysWhatIsWrongWithWhatIsNoLog() throws Exception {
        byte[] packed = gzip(LOG);
        byte[] cut = Arrays.copyOf(packed, packed.length / 2);
        byte[] damaged = packed.clone();
        damaged[3] = (byte) 0xff;

        assertThat(read(new byte[0], mapping("")).broken).isEqualTo("the log is empty");
        assertThat(read(gzip(new byte[0]), mapping("")).broken).isEqualTo("the log is empty");
        assertThat(read(gzip(packed), mapping("")).broken).contains("packed twice");
        assertThat(read("PK\3\4....", mapping("")).broken).contains("zip archive");
        assertThat(read(cut, mapping("")).broken).contains("packed with gzip, but damaged");
        assertThat(read(damaged, mapping("")).broken).contains("packed with gzip, but damaged");
        assertThat(read(new ByteArrayInputStream(new byte[] {0x1f, (byte) 0x8b}), mapping(""), MOST_EXPANDED, BUCKET)
                        .broken)
                .contains("packed with gzip, but damaged");
    }
}
