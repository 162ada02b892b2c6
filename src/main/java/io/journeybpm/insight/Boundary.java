package io.journeybpm.insight;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Between two parties: how often customers went from the one to the other, and how long they waited.
 *
 * @param from who met the customer before
 * @param to who met the customer next
 * @param handoffs how often
 * @param withoutBrief of these, how often the receiver had not read the brief
 * @param meanWait from the last counted contact of the one to the first of the other; absent without any
 */
public record Boundary(
        String from,
        String to,
        long handoffs,
        long withoutBrief,
        @Nullable Duration meanWait) {}
