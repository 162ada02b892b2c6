package io.journeybpm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/** The files process owners get, as they lie in the project. */
public final class Shipped {

    private Shipped() {}

    /** The text of a shipped file, by its path from the project's root. */
    public static String text(String path) {
        try {
            return Files.readString(Path.of(path), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Every shipped file with this ending, forms and decisions included. */
    public static List<Path> files(String folder, String ending) {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(each -> each.toString().endsWith(ending)).sorted().toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Deploys a shipped process with all forms, and decisions beside it. */
    public static void deploy(RepositoryService repository, String process, String... decisions) {
        DeploymentBuilder deployment = repository.createDeployment().name(process);
        deployment.addString(process.substring(process.lastIndexOf('/') + 1), text("processes/" + process));
        files("processes/forms", ".form")
                .forEach(form -> deployment.addString(form.getFileName().toString(), text(form.toString())));
        for (String decision : decisions) {
            deployment.addString(decision, text("dmn/" + decision));
        }
        deployment.deploy();
    }
}
