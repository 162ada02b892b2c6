package io.journeybpm.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a benchmark found")
class ResultsTest {

    @TempDir
    Path folder;

    private final Results results = new Results();

    @Test
    void isTheMedianOfItsTurnsWithTheLowestAndTheHighest() throws Exception {
        for (double each : new double[] {90, 30, 60}) {
            results.figure("ours", "1/s", each);
        }
        for (double each : new double[] {20, 40}) {
            results.figure("theirs", "1/s", each);
        }
        results.ratio("ours/theirs", "ours", "theirs");
        Path file = folder.resolve("kept").resolve("results.json");
        results.write(file);

        JsonNode written = new ObjectMapper().readTree(file.toFile());
        assertThat(written.at("/ratios/ours~1theirs").asDouble()).isEqualTo(60.0 / 30.0);
        JsonNode ours = written.at("/runs/0");
        assertThat(ours.path("name").asText()).isEqualTo("ours");
        assertThat(ours.path("median").asDouble()).isEqualTo(60);
        assertThat(ours.path("min").asDouble()).isEqualTo(30);
        assertThat(ours.path("max").asDouble()).isEqualTo(90);
        assertThat(ours.path("values")).hasSize(3);
    }

    @Test
    void isNeverMadeUp() {
        assertThatThrownBy(() -> results.median("nothing")).hasMessageContaining("nothing");
    }

    @Test
    void isHeldAgainstItsTarget() {
        Target atLeast = Target.of("journeys.plugin/bare").orElseThrow();
        assertThat(atLeast.isMet(0.9)).isTrue();
        assertThat(atLeast.isMet(0.89)).isFalse();
        Target atMost = Target.of("growth.p99.timeline").orElseThrow();
        assertThat(atMost.isMet(1.3)).isTrue();
        assertThat(atMost.isMet(1.31)).isFalse();
        assertThat(Target.of("contacts.rest/jdbc.32")).isEmpty();
    }

    @Test
    void readsFromAnotherProcessAsItWasSaidThere() {
        Sample said = new Sample(12, 3.5, 0.25, 17, 1);
        assertThat(Sample.read(said.line())).isEqualTo(said);
    }
}
