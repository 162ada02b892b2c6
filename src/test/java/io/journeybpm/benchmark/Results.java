package io.journeybpm.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/** What was measured: every turn of every variant, and the ratios made of their medians. */
final class Results {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Object> about = new LinkedHashMap<>();
    private final Map<String, Double> ratios = new LinkedHashMap<>();
    private final Map<String, Run> runs = new LinkedHashMap<>();

    /** The figures of one variant, one for each turn. */
    private record Run(String name, String unit, List<Double> values, List<Sample> samples) {

        double median() {
            return Median.withDefaults()
                    .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
        }

        double lowest() {
            return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        }

        double highest() {
            return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        }

        Map<String, Object> raw() {
            Map<String, Object> raw = new LinkedHashMap<>();
            raw.put("name", name);
            raw.put("unit", unit);
            raw.put("median", median());
            raw.put("min", lowest());
            raw.put("max", highest());
            raw.put("values", values);
            if (!samples.isEmpty()) {
                raw.put("samples", samples);
            }
            return raw;
        }
    }

    void about(String what, Object value) {
        about.put(what, value);
    }

    /**
     * Gives a variant its turn, and notes how many a second were done, how long one took, and how much of the processors
     * it cost: that is the same on a busy machine, while the others aren't.
     *
     * @param processes that work, with all they have started
     */
    void turn(String name, Supplier<Sample> work, ProcessHandle... processes) {
        List<Duration> before =
                Arrays.stream(processes).map(Machine::processorTime).toList();
        Sample sample = work.get();
        double[] costs = IntStream.range(0, processes.length)
                .mapToDouble(each -> Machine.processorTime(processes[each])
                                .minus(before.get(each))
                                .toNanos()
                        / NANOS_PER_MILLI
                        / sample.count())
                .toArray();
        turn(name, sample, costs);
    }

    private void turn(String name, Sample sample, double[] costs) {
        figure(name + " [CPU ms]", "ms", Arrays.stream(costs).sum());
        note(name + " [1/s]", "1/s", sample, Sample::perSecond);
        note(name + " [p50 ms]", "ms", sample, Sample::p50);
        note(name + " [p99 ms]", "ms", sample, Sample::p99);
        if (sample.failed() > 0) {
            figure(name + " [failed]", "1", sample.failed());
        }
        System.out.printf(
                Locale.ROOT,
                "  %-44s %,10.1f /s   p50 %8.2f ms   p99 %8.2f ms   CPU %s ms%s%n",
                name,
                sample.perSecond(),
                sample.p50(),
                sample.p99(),
                Arrays.stream(costs)
                        .mapToObj(each -> String.format(Locale.ROOT, "%.3f", each))
                        .collect(Collectors.joining(" + ")),
                sample.failed() > 0 ? "   " + sample.failed() + " FAILED" : "");
    }

    private void note(String name, String unit, Sample sample, ToDoubleFunction<Sample> value) {
        Run run = run(name, unit);
        run.values.add(value.applyAsDouble(sample));
        if (unit.equals("1/s")) {
            run.samples.add(sample);
        }
    }

    void figure(String name, String unit, double value) {
        run(name, unit).values.add(value);
    }

    private Run run(String name, String unit) {
        return runs.computeIfAbsent(name, each -> new Run(each, unit, new ArrayList<>(), new ArrayList<>()));
    }

    boolean has(String name) {
        return runs.containsKey(name);
    }

    double median(String name) {
        Run run = runs.get(name);
        if (run == null) {
            throw new IllegalArgumentException("nothing measured as '" + name + "'");
        }
        return run.median();
    }

    /** One median over another. */
    void ratio(String name, String over, String under) {
        ratio(name, median(over) / median(under));
    }

    void ratio(String name, double value) {
        ratios.put(name, value);
    }

    void print() {
        System.out.printf("%n%-56s %14s %12s %12s%n", "measured", "median", "min", "max");
        runs.values()
                .forEach(each -> System.out.printf(
                        Locale.ROOT,
                        "%-56s %,14.2f %,12.2f %,12.2f%n",
                        each.name,
                        each.median(),
                        each.lowest(),
                        each.highest()));
        System.out.printf("%n%-40s %12s %12s%n", "ratio", "here", "target");
        ratios.forEach((name, value) -> System.out.printf(
                Locale.ROOT,
                "%-40s %,12.2f %12s %s%n",
                name,
                value,
                Target.of(name).map(Target::text).orElse(""),
                Target.of(name).map(each -> each.isMet(value) ? "" : "MISSED").orElse("")));
    }

    void write(Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("about", about);
        all.put("ratios", ratios);
        all.put("runs", runs.values().stream().map(Run::raw).toList());
        Files.createDirectories(file.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    }
}
