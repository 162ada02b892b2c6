package io.journeybpm.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the same work again and again, in several threads, each beginning anew as soon as it is done. */
final class Load {

    private static final Logger LOG = LoggerFactory.getLogger(Load.class);
    private static final long LONGEST_NANOS = Duration.ofMinutes(5).toNanos();
    private static final int DIGITS = 3;

    private Load() {}

    /** A piece of work. */
    @FunctionalInterface
    interface Work {
        void run(int thread) throws Exception;
    }

    /**
     * Works for a while.
     *
     * @throws IllegalStateException if nothing at all succeeded
     */
    static Sample during(Duration time, int threads, Work work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            AtomicLong failed = new AtomicLong();
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<Histogram>> running = new ArrayList<>();
            for (int each = 0; each < threads; each++) {
                int thread = each;
                running.add(pool.submit(() -> work(thread, work, end, failed)));
            }
            Histogram all = new Histogram(LONGEST_NANOS, DIGITS);
            for (Future<Histogram> each : running) {
                all.add(each.get());
            }
            if (all.getTotalCount() == 0) {
                throw new IllegalStateException("nothing succeeded, " + failed + " failed");
            }
            return Sample.of(all, System.nanoTime() - start, failed.get());
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Histogram work(int thread, Work work, long end, AtomicLong failed) {
        Histogram times = new Histogram(LONGEST_NANOS, DIGITS);
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            try {
                work.run(thread);
                times.recordValue(System.nanoTime() - began);
            } catch (Exception broken) {
                if (failed.incrementAndGet() <= 3) {
                    LOG.warn("a piece of work failed", broken);
                }
            }
        }
        return times;
    }
}
