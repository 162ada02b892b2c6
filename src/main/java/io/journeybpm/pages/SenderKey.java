package io.journeybpm.pages;

import io.journeybpm.casework.Checks;
import org.jspecify.annotations.Nullable;

/** What a page calls something it sends, so that it can be sent again without being done again. */
final class SenderKey {

    private static final String FORM = "[A-Za-z0-9-]{8,64}";

    private SenderKey() {}

    /** Reads it; not to be used unless {@link Checks#done()} passes. */
    static String read(String field, @Nullable String written, Checks checks) {
        if (written == null || !written.matches(FORM)) {
            checks.wrong(field, "is 8 to 64 letters, digits and hyphens");
            return "";
        }
        return written;
    }
}
