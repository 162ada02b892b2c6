package io.journeybpm.links;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much may be asked of the pages without a login, counted in this server's memory by address and by link. Both limits
 * lie far above what people do, and far below what finding an address by trying would take; a phone network that hides
 * thousands behind one address is why that limit is the wider.
 */
public final class Traffic {

    /** What the limits count over, and what to wait for once one is reached. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    static final int OF_A_LINK = 60;
    static final int OF_AN_ADDRESS = 600;

    /** What is remembered at most, some 10 MB; beyond it the oldest counts start anew. */
    private static final int REMEMBERED = 50_000;

    private final Cache<String, AtomicInteger> links;
    private final Cache<String, AtomicInteger> addresses;

    Traffic(Ticker ticker) {
        links = counts(ticker);
        addresses = counts(ticker);
    }

    private static Cache<String, AtomicInteger> counts(Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(WINDOW)
                .ticker(ticker)
                .build();
    }

    /** Whether a client may ask once more. */
    public boolean admits(String address) {
        return count(addresses, address) <= OF_AN_ADDRESS;
    }

    /** Whether a link that exists may be used once more. */
    public boolean admitsLink(String linkId) {
        return count(links, linkId) <= OF_A_LINK;
    }

    private static int count(Cache<String, AtomicInteger> counts, String key) {
        return counts.get(key, each -> new AtomicInteger()).incrementAndGet();
    }
}
