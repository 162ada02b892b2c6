package io.journeybpm.pages;

import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.ToldFact;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Facts that open doors. A visitor reads them from a day before the appointment until the link ends. Without a window
 * there is no such day: they stay hidden until one is named. Where nothing at all is promised, nobody waits for an
 * appointment, and they are shown.
 */
final class KeyFacts {

    private static final Duration AHEAD = Duration.ofDays(1);

    private final List<String> endings;

    KeyFacts(List<String> endings) {
        this.endings = endings.stream()
                .map(each -> each.toLowerCase(Locale.ROOT).strip())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** A fact as the visitor may see it now. */
    VisitPage.Told show(ToldFact fact, @Nullable Promise appointment, Instant now) {
        String name = Cut.sentence(fact.name());
        if (appointment == null || !opensDoors(fact.name())) {
            return new VisitPage.Told(name, Cut.text(fact.value()), null);
        }
        NewPromise made = appointment.made();
        Instant expected = made.from() == null ? made.to() : made.from();
        Instant from = expected == null ? null : expected.minus(AHEAD);
        return from == null || from.isAfter(now)
                ? new VisitPage.Told(name, null, from)
                : new VisitPage.Told(name, Cut.text(fact.value()), null);
    }

    boolean opensDoors(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .anyMatch(word -> endings.stream().anyMatch(word::endsWith));
    }
}
