package io.journeybpm.rest;

import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.ledger.Page;
import io.journeybpm.settings.JourneyProperties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parts of lists: how long, and where they begin. */
final class Paging {

    private final JourneyProperties.Rest settings;

    Paging(JourneyProperties.Rest settings) {
        this.settings = settings;
    }

    /** How many entries a caller wants. */
    int limit(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return settings.pageSize();
        }
        int limit = written.strip().matches("\\d{1,9}") ? Integer.parseInt(written.strip()) : 0;
        if (limit < 1 || limit > settings.maxPageSize()) {
            throw new InvalidRequest("limit", "is to be a number from 1 to " + settings.maxPageSize());
        }
        return limit;
    }

    /** Reads a part that begins where the caller says, if that can be. */
    static <T> Page<T> part(Supplier<Page<T>> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException notGivenOut) {
            throw new InvalidRequest("after", "is to be taken from 'next' of the part before");
        }
    }

    /** Where a part begins; what is blank is absent. */
    static @Nullable String after(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }
}
