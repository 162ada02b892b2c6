package io.journeybpm.server;

import io.journeybpm.imports.ImportMapping;
import io.journeybpm.imports.ImportView;
import io.journeybpm.imports.Imports;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The command line {@code import FILE --mapping=FILE}: reads a log like {@code POST /api/imports} does, shows how far it
 * has come, prints what came of it as JSON, and ends the program.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ImportCommand extends Command {

    static final String NAME = "import";

    private static final String MAPPING = "mapping";
    private static final String USAGE = NAME + " FILE --" + MAPPING + "=FILE";
    private static final long KIB = 1024;

    private final Imports imports;

    @Autowired
    ImportCommand(Imports imports, ConfigurableApplicationContext context) {
        this(imports, System.out, System.err, exitOf(context));
    }

    ImportCommand(Imports imports, PrintStream out, PrintStream err, IntConsumer exit) {
        super(NAME, USAGE, out, err, exit);
        this.imports = imports;
    }

    @Override
    int execute(ApplicationArguments arguments) throws IOException, InterruptedException {
        Path log = Path.of(file(arguments));
        String mapping = option(arguments, MAPPING);
        if (mapping == null) {
            throw new Senseless();
        }
        ImportMapping read = ImportMapping.parse(Files.readString(Path.of(mapping)));
        ImportView view = withBar(Files.size(log), " KiB", KIB, progress -> imports.run(log, read, null, progress));
        printJson(view);
        return codeOf(view.state());
    }
}
