package io.journeybpm.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import as the outside sees it.
 *
 * @param id its id
 * @param state {@code queued}, {@code running}, {@code done} or {@code failed}
 * @param done bytes of the log read
 * @param total bytes of the log as it was sent
 * @param percent of the log read
 * @param cases at the end, how many cases of the log were taken, those known before included
 * @param contacts at the end, how many contacts those cases have in the log
 * @param levels at the end, how many of those cases stand at each level
 * @param rejected at the end, what could not be read
 * @param error why it failed; what was taken by then stays
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        String id,
        String state,
        long done,
        long total,
        int percent,
        @Nullable Long cases,
        @Nullable Long contacts,
        @Nullable Map<String, Long> levels,
        @Nullable Rejected rejected,
        @Nullable String error) {

    /**
     * What could not be read.
     *
     * @param count of all
     * @param first the first hundred
     */
    public record Rejected(long count, List<Rejection> first) {}

    /**
     * An event that could not be read; its case was left out.
     *
     * @param place line and column in XES, line in CSV
     * @param reason in words
     */
    public record Rejection(String place, String reason) {}
}
