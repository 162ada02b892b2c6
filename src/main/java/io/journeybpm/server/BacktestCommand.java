package io.journeybpm.server;

import io.journeybpm.escalation.Trials.Tried;
import io.journeybpm.imports.ImportMapping;
import io.journeybpm.imports.Logs;
import io.journeybpm.insight.BacktestView;
import io.journeybpm.insight.Backtests;
import io.journeybpm.insight.Backtests.Past;
import io.journeybpm.insight.Backtests.Question;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The command line {@code backtest NEW.dmn [--log=FILE --mapping=FILE] [--json]}: tries a changed table like
 * {@code POST /api/backtests} does, shows how far it has come, prints both tables side by side, and ends the program.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BacktestCommand extends Command {

    static final String NAME = "backtest";

    private static final String LOG = "log";
    private static final String MAPPING = "mapping";
    private static final String JSON = "json";
    private static final String USAGE = NAME + " NEW.dmn [--" + LOG + "=FILE --" + MAPPING + "=FILE] [--" + JSON + "]";

    private final Backtests backtests;
    private final Logs logs;

    @Autowired
    BacktestCommand(Backtests backtests, Logs logs, ConfigurableApplicationContext context) {
        this(backtests, logs, System.out, System.err, exitOf(context));
    }

    BacktestCommand(Backtests backtests, Logs logs, PrintStream out, PrintStream err, IntConsumer exit) {
        super(NAME, USAGE, out, err, exit);
        this.backtests = backtests;
        this.logs = logs;
    }

    @Override
    int execute(ApplicationArguments arguments) throws IOException, InterruptedException {
        Path decision = Path.of(file(arguments));
        Past past = past(option(arguments, LOG), option(arguments, MAPPING));
        Tried table = backtests.read(Files.readAllBytes(decision));
        table.requireFor(past == null ? null : past.mapping().journey());
        Question question = new Question(String.valueOf(decision.getFileName()), table, past);
        BacktestView view = withBar(0, "", 1, progress -> backtests.run(question, progress));
        if (arguments.containsOption(JSON)) {
            printJson(view);
        } else {
            print(BacktestReport.of(view));
        }
        return codeOf(view.state());
    }

    private @Nullable Past past(@Nullable String log, @Nullable String mapping) throws IOException {
        if (log == null && mapping == null) {
            return null;
        }
        if (log == null || mapping == null) {
            throw new Senseless();
        }
        ImportMapping read = ImportMapping.parse(Files.readString(Path.of(mapping)));
        return new Past(logs.file(Path.of(log)), read);
    }
}
