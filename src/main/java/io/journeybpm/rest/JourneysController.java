package io.journeybpm.rest;

import io.journeybpm.engine.Journeys;
import io.journeybpm.engine.RunningCases.JourneyUnknown;
import io.journeybpm.insight.JourneyMaps;
import io.journeybpm.insight.QuickWin;
import io.journeybpm.insight.QuickWins;
import io.journeybpm.journey.Journey;
import io.journeybpm.ledger.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/journeys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Journeys", description = "Journeys as their owners drew them, and what happened on them")
class JourneysController {

    private final Journeys journeys;
    private final JourneyMaps maps;
    private final QuickWins quickWins;
    private final Paging paging;

    JourneysController(Journeys journeys, JourneyMaps maps, QuickWins quickWins, Paging paging) {
        this.journeys = journeys;
        this.maps = maps;
        this.quickWins = quickWins;
        this.paging = paging;
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

    @GetMapping("/{key}/quick-wins")
    @Operation(
            summary = "Where customers are sent away or on, or asked again, the most frequent first",
            description = "With what was said there lately: often a small thing mends it.")
    ListView<QuickWinView> quickWins(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        int most = paging.limit(limit);
        Journey model = journeys.latest(key).orElse(null);
        Page<QuickWin> page = Paging.part(() -> quickWins.of(key, Paging.after(after), most));
        if (model == null && page.items().isEmpty() && maps.map(key, null).isEmpty()) {
            throw new JourneyUnknown(key);
        }
        return ListView.of(page, each -> QuickWinView.of(each, model));
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
