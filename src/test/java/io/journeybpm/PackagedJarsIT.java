package io.journeybpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.settings.JourneyProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The jars")
class PackagedJarsIT {

    private static final String PLUGIN = System.getProperty("journey.plugin");
    private static final String SERVER = System.getProperty("journey.server");

    @Test
    void thePluginBringsNothingAHostWouldDeployOrServeOrReadAsItsOwn() throws IOException {
        assertThat(entries(PLUGIN))
                .noneMatch(each -> each.matches("(?i).*\\.(bpmn|bpmn20\\.xml|dmn|dmn11\\.xml|cmmn|form)"))
                .noneMatch(each -> each.startsWith("io/journeybpm/server/"))
                .noneMatch(each -> each.matches("(static|public|resources|templates|samples|db|BOOT-INF)/.*"))
                .noneMatch(
                        each -> each.matches("(application|bootstrap|logback|log4j2|banner|messages|data|schema)[^/]*"))
                .doesNotContain("META-INF/build-info.properties", "META-INF/processes.xml");
    }

    @Test
    void thePluginBringsWhatConfiguresIt() throws IOException {
        assertThat(entries(PLUGIN))
                .contains(
                        "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports",
                        "io/journeybpm/defaults/contact-escalation.dmn.default",
                        "io/journeybpm/defaults/contact-permission.dmn.default",
                        "io/journeybpm/defaults/red-flag.dmn.default",
                        "io/journeybpm/defaults/case-escalation.bpmn.default",
                        "io/journeybpm/defaults/review.form.default",
                        "io/journeybpm/defaults/customer-message.bpmn.default",
                        "io/journeybpm/defaults/customer-message.form.default",
                        "io/journeybpm/ledger/migrations/V1__ledger.sql",
                        "META-INF/services/org.camunda.bpm.cockpit.plugin.spi.CockpitPlugin",
                        "META-INF/services/org.camunda.bpm.tasklist.plugin.spi.TasklistPlugin",
                        "plugin-webapp/journey/app/plugin.js",
                        "plugin-webapp/journey/app/plugin.css",
                        "plugin-webapp/journey/app/preact.js",
                        "plugin-webapp/journey/app/preact.LICENSE.txt");
        assertThat(text(PLUGIN, "plugin-webapp/journey/app/hooks.js"))
                .as("browsers find a module beside it, not in a package")
                .contains("from\"./preact.js\"")
                .doesNotContain("from\"preact\"");
        assertThat(text(PLUGIN, "META-INF/spring-configuration-metadata.json"))
                .contains("\"journey.enabled\"", "\"journey.escalation.deploy-defaults\"")
                .contains(JourneyProperties.class.getName());
        for (String each : text(
                        PLUGIN, "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")
                .lines()
                .toList()) {
            assertThat(entries(PLUGIN)).contains(each.replace('.', '/') + ".class");
        }
    }

    @Test
    void theServerBringsItsLibrariesAndTheSampleJourneys() throws IOException {
        List<String> entries = entries(SERVER);
        assertThat(entries)
                .contains(
                        "BOOT-INF/classes/io/journeybpm/server/JourneyServer.class",
                        "BOOT-INF/classes/application.yaml",
                        "BOOT-INF/classes/samples/processes/water-damage-claim.bpmn",
                        "META-INF/build-info.properties")
                .anyMatch(each -> each.startsWith("BOOT-INF/lib/h2-"))
                .anyMatch(each -> each.startsWith("BOOT-INF/lib/postgresql-"))
                .anyMatch(each -> each.startsWith("BOOT-INF/lib/camunda-webapp"))
                .as("what is to be copied from isn't deployed")
                .noneMatch(each -> each.endsWith("starter.bpmn"));
        try (JarFile server = new JarFile(SERVER)) {
            assertThat(server.getManifest().getMainAttributes().getValue("Start-Class"))
                    .isEqualTo("io.journeybpm.server.JourneyServer");
        }
    }

    private static List<String> entries(String jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    private static String text(String jar, String entry) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            return new String(file.getInputStream(file.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
