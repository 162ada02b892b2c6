package io.journeybpm.benchmark;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A variant in a process of its own, told by lines on its input when its turn comes, so that what is compared shares
 * neither heap nor class path.
 */
final class Worker {

    static final String READY = "READY";
    static final String RESULT = "RESULT ";

    private Worker() {}

    /** What a process does in its turn. */
    interface Role extends AutoCloseable {

        /**
         * Does its work for a while.
         *
         * @param parameter what of it, as the scenario says
         */
        Sample run(Duration time, int threads, String parameter);

        @Override
        void close();
    }

    /** Takes the role and the URL of its database; answers {@code seconds threads parameter} with a sample. */
    public static void main(String... arguments) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        try (Role role = role(arguments[0], arguments[1]);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            out.println(READY);
            String line;
            while ((line = in.readLine()) != null && !line.isBlank()) {
                String[] parts = line.split(" ", 3);
                Sample sample =
                        role.run(Duration.ofMillis(Long.parseLong(parts[0])), Integer.parseInt(parts[1]), parts[2]);
                out.println(RESULT + sample.line());
            }
        }
    }

    private static Role role(String name, String url) {
        return switch (name) {
            case "bare", "plugin", "handwired" -> new JourneyWork(JourneyWork.Variant.valueOf(name), url);
            case "stock" -> DecisionWork.stock();
            case "ours" -> DecisionWork.ours(url);
            case "jdbc" -> new JdbcWork(url);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
