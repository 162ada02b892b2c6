package io.journeybpm.benchmark;

import org.HdrHistogram.Histogram;

/**
 * One variant's turn.
 *
 * @param count pieces of work done
 * @param seconds in which
 * @param p50 median time of one, in milliseconds
 * @param p99 time 99 of 100 took at most, in milliseconds
 * @param failed pieces of work that failed; they are not in {@code count}
 */
record Sample(long count, double seconds, double p50, double p99, long failed) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    static Sample of(Histogram nanos, long elapsed, long failed) {
        return new Sample(
                nanos.getTotalCount(),
                elapsed / NANOS_PER_SECOND,
                nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
                nanos.getValueAtPercentile(99) / NANOS_PER_MILLI,
                failed);
    }

    double perSecond() {
        return count / seconds;
    }

    /** As a line between processes. */
    String line() {
        return count + " " + seconds + " " + p50 + " " + p99 + " " + failed;
    }

    static Sample read(String line) {
        String[] parts = line.strip().split(" ");
        return new Sample(
                Long.parseLong(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Long.parseLong(parts[4]));
    }
}
