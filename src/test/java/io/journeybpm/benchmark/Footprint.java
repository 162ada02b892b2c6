package io.journeybpm.benchmark;

import io.journeybpm.testing.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long a server takes to be ready, and how much memory it has then, with the plugin and without: the same Camunda
 * with its REST interface, web applications, security and health, on a database that is there already. Both are started
 * from the same unpacked libraries, each with the ones it needs.
 */
final class Footprint {

    private static final String STARTED = "start-up %s [s]";
    private static final String RESIDENT = "resident memory %s [MB]";
    private static final double NANOS_PER_SECOND = 1e9;

    /** What comes with the plugin and would not be there without. */
    private static final Pattern OURS = Pattern.compile(
            "(springdoc|swagger|flyway|commons-csv|commons-text|progressbar|jline|spring-retry|spring-modulith|caffeine|"
                    + "jspecify).*");

    private Footprint() {}

    static void run(Options options, Postgres postgres, Results results) throws Exception {
        Path unpacked = options.folder("footprint").resolve("server");
        unpack(Path.of(ServerProcess.jar()), unpacked);
        Map<String, List<String>> commands = Map.of(
                "with",
                command(
                        options,
                        "footprint",
                        unpacked,
                        each -> true,
                        unpacked.resolve("classes"),
                        "io.journeybpm.server.JourneyServer",
                        postgres.create("with_plugin")),
                "without",
                command(
                        options,
                        "footprint",
                        unpacked,
                        each -> !OURS.matcher(each).matches(),
                        own(),
                        BareServer.class.getName(),
                        postgres.create("without_plugin")));
        for (int round = -1; round < options.rounds(); round++) {
            for (String each : List.of("without", "with")) {
                try (ServerProcess server =
                        new ServerProcess(options.folder("footprint"), Map.of(), commands.get(each))) {
                    long began = System.nanoTime();
                    server.start();
                    double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
                    if (round >= 0) {
                        Thread.sleep(options.round().toMillis() / 2);
                    }
                    double megabytes = Machine.residentMegabytes(server.handle().pid());
                    server.stop();
                    if (round >= 0) { // the first start makes the tables
                        results.figure(STARTED.formatted(each), "s", seconds);
                        results.figure(RESIDENT.formatted(each), "MB", megabytes);
                        System.out.printf("  %-8s %6.2f s %8.1f MB%n", each, seconds, megabytes);
                    }
                }
            }
        }
        results.ratio("startup.with/without", STARTED.formatted("with"), STARTED.formatted("without"));
        results.ratio("memory.with/without", RESIDENT.formatted("with"), RESIDENT.formatted("without"));
    }

    private static List<String> command(
            Options options,
            String name,
            Path unpacked,
            Predicate<String> wanted,
            Path classes,
            String main,
            String url)
            throws IOException {
        List<String> command = new ArrayList<>(options.server(name));
        try (Stream<Path> libraries = Files.list(unpacked.resolve("lib"))) {
            String path = libraries
                    .filter(each -> wanted.test(each.getFileName().toString()))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
            command.addAll(List.of("-cp", classes + File.pathSeparator + path, main));
        }
        command.addAll(Arrays.asList(Server.arguments(url, BareServer.SETTINGS)));
        return command;
    }

    /** A folder with nothing in it but the bare server. */
    private static Path own() throws IOException {
        Path folder = Files.createTempDirectory("bare-server");
        Path target = folder.resolve(BareServer.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(target.getParent());
        try (InputStream source = BareServer.class.getResourceAsStream("BareServer.class")) {
            Files.copy(source, target);
        }
        return folder;
    }

    /** The server's own classes with what lies beside them, and its libraries. */
    private static void unpack(Path jar, Path folder) throws IOException {
        Map<String, String> places =
                Map.of("BOOT-INF/classes/", "classes", "META-INF/", "classes/META-INF", "BOOT-INF/lib/", "lib");
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                for (Map.Entry<String, String> place : places.entrySet()) {
                    if (!entry.isDirectory() && entry.getName().startsWith(place.getKey())) {
                        Path target = folder.resolve(place.getValue())
                                .resolve(
                                        entry.getName().substring(place.getKey().length()));
                        Files.createDirectories(target.getParent());
                        try (InputStream content = file.getInputStream(entry)) {
                            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                        }
                    }
                }
            }
        }
    }
}
