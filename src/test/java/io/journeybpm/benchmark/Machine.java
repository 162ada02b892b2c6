package io.journeybpm.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What everything ran on. */
final class Machine {

    private static final long MEGABYTE = 1024L * 1024;

    private Machine() {}

    static Map<String, Object> about() throws IOException {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("processors", Runtime.getRuntime().availableProcessors());
        about.put("processor", line(Path.of("/proc/cpuinfo"), "model name"));
        about.put("memory", line(Path.of("/proc/meminfo"), "MemTotal"));
        about.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        about.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        return about;
    }

    /** Memory of a process that lies in RAM, in megabytes. */
    static double residentMegabytes(long process) throws IOException {
        String kilobytes =
                line(Path.of("/proc/" + process + "/status"), "VmRSS").replaceAll("\\D", "");
        return Long.parseLong(kilobytes) * 1024.0 / MEGABYTE;
    }

    /** Time a process and its children have spent on any processor; those that have ended don't count. */
    static Duration processorTime(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String line(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            return "unknown";
        }
        return Files.readAllLines(file).stream()
                .filter(each -> each.startsWith(name))
                .findFirst()
                .map(each -> each.replaceFirst("^[^:]*:\\s*", ""))
                .orElse("unknown");
    }
}
