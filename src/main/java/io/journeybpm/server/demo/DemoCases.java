package io.journeybpm.server.demo;

import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.Cases;
import io.journeybpm.server.EmbeddedMode;
import io.journeybpm.settings.JourneyProperties;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Plays the sample cases that aren't there yet, in embedded mode, unless told not to. Comes before the web server and
 * the job executor, which must not live by a story's clock. A case that can't be played is left out; the server starts.
 */
@Component
class DemoCases implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);
    /** Web servers and whatever names no phase start in the last ones. */
    private static final int EARLY = 0;

    private final Theatre theatre;
    private final Cases cases;
    private final CaseClock clock;
    private final JourneyProperties properties;
    private final EmbeddedMode embedded;
    private boolean running;

    DemoCases(Theatre theatre, Cases cases, CaseClock clock, JourneyProperties properties, EmbeddedMode embedded) {
        this.theatre = theatre;
        this.cases = cases;
        this.clock = clock;
        this.properties = properties;
        this.embedded = embedded;
    }

    @Override
    public void start() {
        running = true;
        if (properties.demo() && embedded.on()) {
            play(List.of(AsItHappened.told(), RunWell.told()));
        }
    }

    /** Plays those stories whose cases aren't there; tells which it has played. */
    List<String> play(List<Story> stories) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.now(), properties.zone());
        LocalDateTime end =
                stories.stream().map(Story::end).max(Comparator.naturalOrder()).orElse(now);
        long days = Season.days(end, now);
        List<String> played = new ArrayList<>();
        for (Story each : stories) {
            if (play(each, days)) {
                played.add(each.caseId());
            }
        }
        if (!played.isEmpty()) {
            LOG.info("JOURNEY-DEMO-002 played the sample cases {}", played);
        }
        return played;
    }

    private boolean play(Story story, long days) {
        try {
            boolean absent = cases.find(story.caseId()).isEmpty();
            if (absent) {
                theatre.play(story, days);
            }
            return absent;
        } catch (RuntimeException failed) {
            LOG.error("JOURNEY-DEMO-001 the sample case {} can't be played and is left out", story.caseId(), failed);
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return EARLY;
    }
}
