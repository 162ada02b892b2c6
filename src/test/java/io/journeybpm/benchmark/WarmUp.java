package io.journeybpm.benchmark;

import java.time.Duration;
import java.util.function.Function;

/**
 * Lets a variant work until it is as fast as it gets. On few processors that takes long: compilers compete with what they
 * compile, and how much there is to compile differs from variant to variant.
 */
final class WarmUp {

    private static final Duration TURN = Duration.ofSeconds(5);
    private static final int NO_FASTER = 4;
    private static final int MOST = 18;
    private static final double FASTER = 1.02;

    private WarmUp() {}

    /**
     * Gives it turns until four in a row are hardly faster than the best before, for a minute and a half at most; where the
     * benchmark is only tried out, a single short one.
     */
    static void of(Options options, Function<Duration, Sample> turn) {
        if (!options.isFull()) {
            turn.apply(options.round());
            return;
        }
        double best = 0;
        int noFaster = 0;
        for (int each = 0; each < MOST && noFaster < NO_FASTER; each++) {
            double now = turn.apply(TURN).perSecond();
            noFaster = now < best * FASTER ? noFaster + 1 : 0;
            best = Math.max(best, now);
        }
    }
}
