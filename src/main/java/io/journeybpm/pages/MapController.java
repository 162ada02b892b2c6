package io.journeybpm.pages;

import io.journeybpm.engine.Journeys;
import io.journeybpm.insight.JourneyMaps;
import io.journeybpm.settings.JourneyProperties;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of journeys and the map of one: shells for what the browser draws from the interface. */
@RestController
@RequestMapping(path = PageAddresses.JOURNEYS, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
class MapController {

    private final Journeys journeys;
    private final JourneyMaps maps;
    private final String list;
    private final String map;

    MapController(Journeys journeys, JourneyMaps maps, JourneyProperties settings) {
        this.journeys = journeys;
        this.maps = maps;
        Map<String, String> values = Map.of(
                // beside the pages, wherever the application itself lives
                "api",
                settings.rest().path().substring(1),
                "zone",
                settings.zone().getId());
        this.list = Shell.named("journeys.html").with(values);
        this.map = Shell.named("map.html").with(values);
    }

    @GetMapping
    String list() {
        return list;
    }

    /** One journey's map; not found where it is neither deployed nor anything was recorded on it. */
    @GetMapping("/{key}")
    ResponseEntity<String> map(@PathVariable String key) {
        boolean known = journeys.latest(key).isPresent() || maps.map(key, null).isPresent();
        return ResponseEntity.status(known ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .body(map);
    }
}
