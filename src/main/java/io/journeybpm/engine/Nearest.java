package io.journeybpm.engine;

import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Touchpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Touchpoints somebody may have meant. */
final class Nearest {

    private static final int MOST = 3;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Nearest() {}

    /** Ids of the touchpoints whose id or title is most like the text. */
    static List<String> to(String text, Journey journey) {
        return journey.touchpoints().stream()
                .sorted(Comparator.comparingDouble((Touchpoint each) -> -likeness(text, each)))
                .limit(MOST)
                .map(Touchpoint::id)
                .toList();
    }

    private static double likeness(String text, Touchpoint touchpoint) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Math.max(
                SIMILARITY.apply(wanted, touchpoint.id().toLowerCase(Locale.ROOT)),
                SIMILARITY.apply(wanted, touchpoint.title().toLowerCase(Locale.ROOT)));
    }
}
