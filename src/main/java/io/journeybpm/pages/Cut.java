package io.journeybpm.pages;

import io.journeybpm.casework.Texts;
import io.journeybpm.ledger.Contact;
import org.jspecify.annotations.Nullable;

/** Texts as long as somebody reads on a phone; what was cut says so. */
final class Cut {

    private static final int NAME = 60;
    private static final int SENTENCE = 200;
    private static final int TEXT = 600;

    private Cut() {}

    static @Nullable String name(@Nullable String text) {
        return text == null ? null : cut(text, NAME);
    }

    static String sentence(String text) {
        return cut(text, SENTENCE);
    }

    static @Nullable String text(@Nullable String text) {
        return text == null ? null : cut(text, TEXT);
    }

    /** The touchpoint's title, or the channel where there is none. */
    static String what(Contact contact) {
        String title = contact.reported().place().title();
        return title == null ? contact.reported().channel().word() : cut(title, NAME);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : Texts.beginning(text, most) + "… (" + text.length() + ")";
    }
}
