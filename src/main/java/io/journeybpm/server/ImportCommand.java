package io.journeybpm.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.journeybpm.imports.ImportMapping;
import io.journeybpm.imports.ImportView;
import io.journeybpm.imports.Imports;
import io.journeybpm.imports.Imports.LogTooLarge;
import io.journeybpm.imports.MappingInvalid;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The command line {@code import FILE --mapping=FILE}: reads a log like {@code POST /api/imports} does, shows how far it
 * has come, prints what came of it as JSON, and ends the program: with 0 when the log was read to its end, 1 when it
 * was not, 2 when the command makes no sense.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ImportCommand implements ApplicationRunner {

    private static final String NAME = "import";
    private static final String MAPPING = "mapping";
    private static final String USAGE = "usage: " + NAME + " FILE --" + MAPPING + "=FILE";
    private static final String DONE = "done";
    private static final int FAILED = 1;
    private static final int SENSELESS = 2;
    private static final long KIB = 1024;

    private final Imports imports;
    private final PrintStream out;
    private final PrintStream err;
    private final IntConsumer exit;

    @Autowired
    ImportCommand(Imports imports, ConfigurableApplicationContext context) {
        this(imports, System.out, System.err, code -> System.exit(SpringApplication.exit(context, () -> code)));
    }

    ImportCommand(Imports imports, PrintStream out, PrintStream err, IntConsumer exit) {
        this.imports = imports;
        this.out = out;
        this.err = err;
        this.exit = exit;
    }

    /** Whether the program was started for this: then it needs no web server. */
    public static boolean isAsked(String... arguments) {
        return isAsked(new DefaultApplicationArguments(arguments));
    }

    private static boolean isAsked(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        return !words.isEmpty() && words.get(0).equals(NAME);
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (isAsked(arguments)) {
            exit.accept(code(arguments));
        }
    }

    private int code(ApplicationArguments arguments) throws InterruptedException {
        List<String> words = arguments.getNonOptionArgs();
        List<String> mappings = arguments.getOptionValues(MAPPING);
        if (words.size() != 2 || mappings == null || mappings.size() != 1) {
            err.println(USAGE);
            return SENSELESS;
        }
        try {
            ImportMapping mapping = ImportMapping.parse(Files.readString(Path.of(mappings.get(0))));
            ImportView view = read(Path.of(words.get(1)), mapping);
            out.println(json(view));
            return view.state().equals(DONE) ? 0 : FAILED;
        } catch (MappingInvalid | LogTooLarge senseless) {
            err.println(senseless.getMessage());
        } catch (NoSuchFileException missing) {
            err.println("there is no file " + missing.getMessage());
        } catch (IOException unreadable) {
            err.println("can't be read: " + unreadable.getMessage());
        }
        return SENSELESS;
    }

    private ImportView read(Path log, ImportMapping mapping) throws IOException, InterruptedException {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(NAME)
                .setInitialMax(Files.size(log))
                .setUnit(" KiB", KIB)
                .setStyle(ProgressBarStyle.ASCII)
                .build()) {
            ImportView view = imports.run(log, mapping, null, (done, total) -> bar.stepTo(done));
            bar.stepTo(view.done());
            return view;
        }
    }

    private static String json(ImportView view) throws JsonProcessingException {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(view);
    }
}
