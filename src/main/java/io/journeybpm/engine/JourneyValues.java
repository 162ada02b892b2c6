package io.journeybpm.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Helpers for expressions in models, as {@code ${journeyValues…}}. */
public final class JourneyValues {

    JourneyValues() {}

    /** The entries of a comma list, such as the trades a scoping visit found necessary; empty for nothing. */
    public List<String> list(@Nullable String commaSeparated) {
        return JourneyReader.list(commaSeparated);
    }
}
