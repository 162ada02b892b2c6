package io.journeybpm.testing;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an application that has the plugin does itself. */
@RestController
public class HostController {

    /** What it answers with. */
    public record Order(String article, int pieces) {}

    @GetMapping("/orders")
    public Order orders(@RequestParam(defaultValue = "1") int pieces) {
        return new Order("door", pieces);
    }

    @GetMapping("/broken")
    public String broken() {
        throw new IllegalStateException("the host's own");
    }
}
