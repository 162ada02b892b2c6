package io.journeybpm.server;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page on which somebody who answers the phone says so; no file of the front page, because it wants a login. */
@RestController
@ConditionalOnWebApplication
class LogACallController {

    private final Resource page;

    LogACallController(@Value("classpath:static/log-a-call.html") Resource page) {
        this.page = page;
    }

    @GetMapping(path = ServerSecurity.LOG_A_CALL, produces = MediaType.TEXT_HTML_VALUE)
    Resource page() {
        return page;
    }
}
