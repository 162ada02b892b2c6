package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.Coverage;
import io.journeybpm.testing.EngineTest;
import io.journeybpm.testing.Shipped;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A shipped journey, deployed with its forms and its own table, of which no node and no flow may stay untaken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import(Coverage.class)
abstract class ShippedJourneyTest extends EngineTest {

    private final String journey;
    private final List<String> covered;

    @Autowired
    private Coverage coverage;

    /**
     * Of one journey.
     *
     * @param journey its key, which is the name of its file
     * @param also other processes its tests go through whole
     */
    ShippedJourneyTest(String journey, String... also) {
        this.journey = journey;
        this.covered = new ArrayList<>(List.of(journey));
        covered.addAll(List.of(also));
    }

    @BeforeAll
    void watch() {
        coverage.watch(engine, String.join(" and ", covered));
    }

    @AfterAll
    void everyNodeAndFlowWasTaken() {
        coverage.report("target/process-test-coverage");
        for (String each : covered) {
            assertThat(coverage.of(each)).as("coverage of " + each).isEqualTo(1.0);
        }
    }

    @BeforeEach
    void deployAsShipped() {
        Shipped.deploy(repository, journey + ".bpmn", "contact-escalation-" + journey + ".dmn");
    }
}
