package io.journeybpm.server.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.journeybpm.ledger.Cases;
import io.journeybpm.server.EmbeddedMode;
import io.journeybpm.settings.JourneyProperties;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** When the sample cases are played, and that the server starts whatever comes of it. */
class DemoSwitchTest {

    private final Theatre theatre = mock();
    private final Cases cases = mock();

    @BeforeEach
    void thereAreNoCases() {
        when(cases.find(anyString())).thenReturn(Optional.empty());
    }

    private void start(boolean demo, boolean embedded) {
        JourneyProperties properties = new Binder(new MapConfigurationPropertySource(Map.of("journey.demo", demo)))
                .bindOrCreate("journey", JourneyProperties.class);
        new DemoCases(theatre, cases, Instant::now, properties, new EmbeddedMode(embedded)).start();
    }

    @Test
    void playsInEmbeddedModeUnlessToldNotTo() {
        start(false, true);
        start(true, false);
        verify(theatre, never()).play(any(), anyLong());

        start(true, true);
        verify(theatre, times(2)).play(any(), anyLong());
    }

    @Test
    void aFailureDoesNotStopTheServer() {
        doThrow(new IllegalStateException("the journey was changed"))
                .when(theatre)
                .play(any(), anyLong());

        assertThatCode(() -> start(true, true)).doesNotThrowAnyException();
    }
}
