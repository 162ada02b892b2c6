package io.journeybpm.rest;

import io.journeybpm.casework.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of everything fits on the page somebody reads at a door; what was cut says so. */
final class OnePage {

    /** What was done last, not all that ever was. */
    static final int CONTACTS = 5;

    static final int OPEN_ITEMS = 6;
    static final int FACTS = 20;
    static final int PROMISES = 8;
    static final int HANDOFFS = 3;
    static final int CAUSES = 3;
    static final int NAMES = 10;

    /** Names of people, parties, touchpoints and facts. */
    static final int NAME = 60;

    static final int SENTENCE = 200;
    static final int NOTE = 350;
    /** Values of all facts together; a few may be long, many have to be short. */
    private static final int ALL_FACTS = 3000;

    private OnePage() {}

    /** A text no longer than that; a longer one ends in how long it is. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : Texts.beginning(text, most) + "… (" + text.length() + " characters)";
    }

    /** As {@link #cut}, of a text that may be absent. */
    static @Nullable String cutIfAny(@Nullable String text, int most) {
        return text == null ? null : cut(text, most);
    }

    /** How long each of so many facts may be. */
    static int ofAFact(int facts) {
        return ALL_FACTS / Math.max(1, facts);
    }

    static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(all.size(), most));
    }
}
