package io.journeybpm.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.journeybpm.escalation.Trials.TableInvalid;
import io.journeybpm.imports.Imports.LogTooLarge;
import io.journeybpm.imports.MappingInvalid;
import io.journeybpm.ledger.RunQueue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A word on the command line that has the program do one thing and end: with 0 when that went well, 1 when it did not,
 * 2 when the command makes no sense.
 */
abstract class Command implements ApplicationRunner {

    static final int WELL = 0;
    static final int FAILED = 1;
    static final int SENSELESS = 2;

    private static final List<String> NAMES = List.of(ImportCommand.NAME, BacktestCommand.NAME);
    private static final String DONE = "done";

    private final String name;
    private final String usage;
    private final PrintStream out;
    private final PrintStream err;
    private final IntConsumer exit;

    Command(String name, String usage, PrintStream out, PrintStream err, IntConsumer exit) {
        this.name = name;
        this.usage = usage;
        this.out = out;
        this.err = err;
        this.exit = exit;
    }

    /** Ends the program. */
    static IntConsumer exitOf(ConfigurableApplicationContext context) {
        return code -> System.exit(SpringApplication.exit(context, () -> code));
    }

    /** Whether the program was started for a command: then it needs no web server. */
    static boolean isAsked(String... arguments) {
        List<String> words = new DefaultApplicationArguments(arguments).getNonOptionArgs();
        return !words.isEmpty() && NAMES.contains(words.get(0));
    }

    /**
     * Does it.
     *
     * @return whether the program is to end with 0, 1 or 2
     * @throws Senseless where the usage is to be told
     */
    abstract int execute(ApplicationArguments arguments) throws IOException, InterruptedException;

    /** The command is not written as it should be. */
    static final class Senseless extends RuntimeException {}

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        List<String> words = arguments.getNonOptionArgs();
        if (!words.isEmpty() && words.get(0).equals(name)) {
            exit.accept(code(arguments));
        }
    }

    private int code(ApplicationArguments arguments) throws InterruptedException {
        try {
            return execute(arguments);
        } catch (Senseless unclear) {
            err.println("usage: " + usage);
        } catch (MappingInvalid | LogTooLarge | TableInvalid senseless) {
            err.println(senseless.getMessage());
        } catch (NoSuchFileException missing) {
            err.println("there is no file " + missing.getMessage());
        } catch (IOException unreadable) {
            err.println("can't be read: " + unreadable.getMessage());
        }
        return SENSELESS;
    }

    /** The value of an option that may be given once. */
    static @Nullable String option(ApplicationArguments arguments, String option) {
        List<String> values = arguments.getOptionValues(option);
        if (values != null && values.size() != 1) {
            throw new Senseless();
        }
        return values == null ? null : values.get(0);
    }

    /** The one word after the command's name. */
    static String file(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (words.size() != 2) {
            throw new Senseless();
        }
        return words.get(1);
    }

    static int codeOf(String state) {
        return state.equals(DONE) ? WELL : FAILED;
    }

    void print(String text) {
        out.println(text);
    }

    void printJson(Object value) throws JsonProcessingException {
        out.println(JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(value));
    }

    /** Work that tells how far it has come. */
    @FunctionalInterface
    interface Work<T> {

        T run(RunQueue.Progress progress) throws IOException, InterruptedException;
    }

    /**
     * Does work beside a bar that shows how far it has come.
     *
     * @param total how much there is to do, as far as that is known before
     */
    <T> T withBar(long total, String unit, long unitSize, Work<T> work) throws IOException, InterruptedException {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total)
                .setUnit(unit, unitSize)
                .setStyle(ProgressBarStyle.ASCII)
                .build()) {
            T result = work.run((done, inAll) -> {
                bar.maxHint(inAll);
                bar.stepTo(done);
            });
            bar.stepTo(bar.getMax());
            return result;
        }
    }
}
