package io.journeybpm.rest;

import io.journeybpm.engine.Journeys;
import io.journeybpm.engine.RunningCases.JourneyUnknown;
import io.journeybpm.insight.JourneyMaps;
import io.journeybpm.journey.Journey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/journeys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Journeys", description = "Journeys as their owners drew them, and what happened on them")
class JourneysController {

    private final Journeys journeys;
    private final JourneyMaps maps;

    JourneysController(Journeys journeys, JourneyMaps maps) {
        this.journeys = journeys;
        this.maps = maps;
    }

    @GetMapping
    @Operation(summary = "All journeys deployed, each in its latest version")
    ListView<JourneyView.Summary> list() {
        return new ListView<>(
                journeys.latest().stream().map(JourneyView.Summary::of).toList(), null);
    }

    @GetMapping("/{key}")
    @Operation(summary = "One journey: its phases, touchpoints and handoffs as modelled, and what is wrong with it")
    JourneyView one(@PathVariable String key) {
        Journey shown = journeys.latest(key).orElseThrow(() -> new JourneyUnknown(key));
        return JourneyView.of(shown, journeys.problems(shown));
    }

    @GetMapping("/{key}/map")
    @Operation(summary = "One journey with what happened on it: contacts, scores, costs, waits and promises")
    MapView map(@PathVariable String key) {
        Journey model = journeys.latest(key).orElse(null);
        return maps.map(key, model)
                .map(happened -> MapView.of(key, model, happened))
                .orElseThrow(() -> new JourneyUnknown(key));
    }
}
