package io.journeybpm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.journeybpm.imports.ImportMapping;
import io.journeybpm.imports.ImportView;
import io.journeybpm.imports.Imports;
import io.journeybpm.ledger.RunQueue;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;

class ImportCommandTest {

    private static final String MAPPING = """
            {"journey": "j", "caseId": "c", "touchpoint": "t", "occurredAt": "at"}""";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Integer> exits = new ArrayList<>();
    private String end = "done";

    @Test
    void printsWhatCameOfTheLogAndExitsWithZero() throws Exception {
        run("import", file("log.csv", "c,t,at"), "--mapping=" + file("mapping.json", MAPPING));

        assertThat(exits).containsExactly(0);
        JsonNode json = JsonMapper.builder().build().readTree(out.toByteArray());
        assertThat(json.path("state").textValue()).isEqualTo("done");
        assertThat(json.path("cases").intValue()).isEqualTo(7);
        assertThat(json.path("levels").path("watch").intValue()).isEqualTo(3);
    }

    @Test
    void exitsWithOneWhenTheLogWasNotReadToItsEnd() throws Exception {
        end = "failed";

        run("import", file("log.csv", "c,t,at"), "--mapping=" + file("mapping.json", MAPPING));

        assertThat(exits).containsExactly(1);
        assertThat(out.toString()).contains("\"failed\"");
    }

    @Test
    void namesTheFieldOfTheMappingThatIsMissing() throws Exception {
        run("import", file("log.csv", ""), "--mapping=" + file("mapping.json", "{\"journey\": \"j\"}"));

        assertThat(exits).containsExactly(2);
        assertThat(err.toString()).contains("'caseId' is missing");
    }

    @Test
    void tellsHowItIsUsed() throws Exception {
        run("import", "log.csv");

        assertThat(exits).containsExactly(2);
        assertThat(err.toString()).contains("import FILE --mapping=FILE");
    }

    @Test
    void namesTheFileThatIsNotThere() throws Exception {
        run("import", folder.resolve("nowhere.xes").toString(), "--mapping=" + file("mapping.json", MAPPING));

        assertThat(exits).containsExactly(2);
        assertThat(err.toString()).contains("there is no file").contains("nowhere.xes");
    }

    @Test
    void staysAwayWhenTheServerIsStartedForSomethingElse() throws Exception {
        run("--mapping=x");
        run();

        assertThat(exits).isEmpty();
        assertThat(Command.isAsked("--server.port=0", "import", "x")).isTrue();
        assertThat(Command.isAsked("serve")).isFalse();
    }

    private void run(String... arguments) throws InterruptedException {
        new ImportCommand(new Reader(), new PrintStream(out), new PrintStream(err), exits::add)
                .run(new DefaultApplicationArguments(arguments));
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private final class Reader implements Imports {

        @Override
        public String start(InputStream log, String fileName, ImportMapping mapping, @Nullable String user) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ImportView> find(String id) {
            return Optional.empty();
        }

        @Override
        public ImportView run(Path log, ImportMapping mapping, @Nullable String user, RunQueue.Progress progress) {
            progress.at(3, 6);
            return new ImportView("1", end, 6, 6, 100, 7L, 9L, Map.of("watch", 3L), null, null);
        }
    }
}
