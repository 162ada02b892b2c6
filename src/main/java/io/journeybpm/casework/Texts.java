package io.journeybpm.casework;

import org.jspecify.annotations.Nullable;

/** Texts a database can keep and a person can read. */
public final class Texts {

    private Texts() {}

    /** What is wrong with a text of one or more lines; null if nothing is. */
    public static @Nullable String flaw(String text, int most) {
        if (text.length() > most) {
            return "is too long: " + text.length() + " characters, at most " + most;
        }
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            boolean layout = each == '\n' || each == '\r' || each == '\t';
            if (Character.isISOControl(each) && !layout) {
                return String.format("holds the control character U+%04X", (int) each);
            }
            if (Character.isHighSurrogate(each)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(each)) {
                return "holds half a character, which isn't valid Unicode";
            }
        }
        return null;
    }

    /** A party is the id of a group; people read it with blanks for what joins its words. */
    public static String spaced(String party) {
        return party.replace('-', ' ').replace('_', ' ');
    }

    /** The beginning of a text, with no character cut in half. */
    public static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
