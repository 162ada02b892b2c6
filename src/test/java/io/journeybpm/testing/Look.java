package io.journeybpm.testing;

import org.jspecify.annotations.Nullable;

/**
 * How somebody looks at a page.
 *
 * @param width of the window, in pixels
 * @param dark whether they have chosen dark colours
 * @param locale of the browser, such as {@code da-DK}
 * @param user who logs in with HTTP Basic, with the name as password; absent: nobody
 */
public record Look(
        int width, boolean dark, String locale, @Nullable String user) {

    /** A laptop. */
    public static final Look WIDE = new Look(1400, false, "en-GB", null);

    /** A phone. */
    public static final Look PHONE = new Look(390, false, "en-GB", null);

    /** Narrower than this is a phone, with touch. */
    private static final int PHONES = 600;

    public Look inTheDark() {
        return new Look(width, true, locale, user);
    }

    public Look in(String locale) {
        return new Look(width, dark, locale, user);
    }

    public Look as(String user) {
        return new Look(width, dark, locale, user);
    }

    boolean isPhone() {
        return width < PHONES;
    }
}
