package io.journeybpm.server;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where Camunda's web applications are.
 *
 * @param path with a slash before it and none behind
 */
@Component
record CamundaPath(String path) {

    /**
     * As Camunda reads it.
     *
     * @throws IllegalStateException if they are to be everywhere: whatever else the server has would have their login
     */
    CamundaPath(@Value("${camunda.bpm.webapp.application-path:/camunda}") String path) {
        String plain = path.strip().replaceAll("^/+|/+$", "");
        if (plain.isEmpty()) {
            throw new IllegalStateException("camunda.bpm.webapp.application-path needs a name, such as /camunda");
        }
        this.path = "/" + plain;
    }
}
