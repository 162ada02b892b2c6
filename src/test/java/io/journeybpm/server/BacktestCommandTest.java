package io.journeybpm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.journeybpm.imports.Logs;
import io.journeybpm.insight.Backtests;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.ServerTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

@DisplayName("A changed table is tried from the command line")
class BacktestCommandTest extends ServerTest {

    private static final String MAPPING =
            "{\"journey\": \"kitchen\", \"caseId\": \"c\", \"touchpoint\": \"t\", \"occurredAt\": \"at\"}";
    private static final String LOG =
            "c,t,at\none,a,2026-01-05T08:00:00Z\none,b,2026-01-06T08:00:00Z\n" + "two,a,2026-01-07T08:00:00Z\n";

    @TempDir
    Path folder;

    @Autowired
    private Backtests backtests;

    @Autowired
    private Logs logs;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Integer> exits = new ArrayList<>();

    private void run(String... arguments) throws InterruptedException {
        new BacktestCommand(backtests, logs, new PrintStream(out), new PrintStream(err), exits::add)
                .run(new DefaultApplicationArguments(arguments));
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String table(String key) throws Exception {
        return file("new.dmn", Dmn.table(key, "contacts", ">= 6", "escalate", ">= 2", "watch", "-", "none"));
    }

    private String[] onTheLog(String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "backtest",
                table("contact-escalation-kitchen"),
                "--log=" + file("log.csv", LOG),
                "--mapping=" + file("mapping.json", MAPPING)));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @Test
    void printsBothTablesSideBySide() throws Exception {
        run(onTheLog());

        assertThat(exits).containsExactly(0);
        assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ").strip()))
                .contains(
                        "contact-escalation-kitchen, tried on log.csv",
                        "2 cases, of which 1 take another course",
                        "cases that end at old new",
                        "none 2 1",
                        "watch 0 1",
                        "cases that reach old new more fewer earlier later",
                        "watch 0 1 1 0 0 0",
                        "somebody 0 1 1 0 0 0",
                        "one (kitchen): old none, new watch",
                        "watch more old -; new 2026-01-06T08:00:00Z because of rule-2");
    }

    @Test
    void printsJsonWhenAsked() throws Exception {
        run(onTheLog("--json"));

        assertThat(exits).containsExactly(0);
        JsonNode json = JsonMapper.builder().build().readTree(out.toByteArray());
        assertThat(json.at("/state").asText()).isEqualTo("done");
        assertThat(json.at("/levels/new/watch").asInt()).isEqualTo(1);
        assertThat(json.at("/first/0/new/when").asText()).isEqualTo("2026-01-06T08:00:00Z");
    }

    @Test
    void triesTheTableOnWhatIsRecorded() throws Exception {
        newCase();

        run("backtest", table("contact-escalation-kitchen"));

        assertThat(exits).containsExactly(0);
        assertThat(out.toString()).contains("tried on what is recorded");
    }

    @Test
    void namesWhatIsWrong() throws Exception {
        run("backtest");
        run("backtest", table("contact-escalation-kitchen"), "--log=x");
        assertThat(err.toString()).contains("backtest NEW.dmn [--log=FILE --mapping=FILE] [--json]");

        run("backtest", folder.resolve("nowhere.dmn").toString());
        assertThat(err.toString()).contains("there is no file").contains("nowhere.dmn");

        run("backtest", table("discount"));
        assertThat(err.toString()).contains("discount");

        table("contact-escalation-bathroom");
        run(
                "backtest",
                folder.resolve("new.dmn").toString(),
                "--log=" + file("l", LOG),
                "--mapping=" + file("m", MAPPING));
        assertThat(err.toString()).contains("bathroom");

        run(onTheLog("--log=again"));
        assertThat(exits).hasSize(6).containsOnly(2);
    }

    @Test
    void staysAwayWhenTheServerIsStartedForSomethingElse() throws Exception {
        run("import", "x");
        run();

        assertThat(exits).isEmpty();
        assertThat(Command.isAsked("--server.port=0", "backtest", "x")).isTrue();
        assertThat(Command.isAsked("serve")).isFalse();
    }

    @Test
    void whatALogTellsKeepsToItsLine() throws Exception {
        String log = "c,t,at\n\"o\u001b[31mne\",a,2026-01-05T08:00:00Z\n\"o\u001b[31mne\",b,2026-01-06T08:00:00Z\n";

        run(
                "backtest",
                table("contact-escalation-kitchen"),
                "--log=" + file("log.csv", log),
                "--mapping=" + file("mapping.json", MAPPING));

        assertThat(out.toString()).doesNotContain("\u001b").contains("of which 1 take another course");
    }
}
