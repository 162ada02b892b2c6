package io.journeybpm.server;

import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the front page can't know by itself. */
@RestController
@ConditionalOnWebApplication
class AboutController {

    private final About about;

    AboutController(EmbeddedMode embedded, CamundaPath camunda, ObjectProvider<BuildProperties> build) {
        BuildProperties built = build.getIfAvailable();
        this.about = new About(
                built == null ? "" : built.getVersion(),
                camunda.path(),
                embedded.on()
                        ? Arrays.stream(DemoUser.values())
                                .map(each -> new User(each.id(), each.may()))
                                .toList()
                        : List.of());
    }

    /**
     * This server.
     *
     * @param version of the product
     * @param camunda where Camunda's web applications are
     * @param users whose passwords are their names; none but in embedded mode
     */
    record About(String version, String camunda, List<User> users) {}

    /**
     * A demo user.
     *
     * @param name and password
     * @param may what the user may do
     */
    record User(String name, String may) {}

    @GetMapping("/about.json")
    About about() {
        return about;
    }
}
