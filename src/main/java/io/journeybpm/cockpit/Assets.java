package io.journeybpm.cockpit;

import java.util.List;

/** The plugin's own files. Cockpit and Tasklist load the same ones, and each takes from them what is made for it. */
final class Assets {

    /** The plugin's id in both applications: part of every address below. */
    static final String ID = "journey";

    static final String FOLDER = "plugin-webapp/" + ID;

    /** Camunda serves what is named here and nothing else. */
    static final List<String> ALL = List.of(
            "app/plugin.js",
            "app/plugin.css",
            "app/act.js",
            "app/brief.js",
            "app/case.js",
            "app/dashboard.js",
            "app/diagram.js",
            "app/figures.js",
            "app/filters.js",
            "app/forms.js",
            "app/heat.js",
            "app/journeys.js",
            "app/overlays.js",
            "app/path.js",
            "app/server.js",
            "app/task.js",
            "app/timeline.js",
            "app/trend.js",
            "app/view.js",
            "app/preact.js",
            "app/hooks.js");

    private Assets() {}
}
