package io.journeybpm.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as the outside sees it.
 *
 * @param id its id
 * @param state {@code queued}, {@code running}, {@code done} or {@code failed}
 * @param done cases of the ledger looked through, or bytes of the log read
 * @param total cases of the ledger, or bytes of the log, in all
 * @param percent of them
 * @param decision key of the decision tried
 * @param journey the journey concerned; absent for a table that serves every journey without one of its own
 * @param log the log's file name; absent where it was tried on recorded cases
 * @param error why it failed
 * @param result at the end, both tables side by side; its fields stand beside these
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BacktestView(
        String id,
        String state,
        long done,
        long total,
        int percent,
        String decision,
        @Nullable String journey,
        @Nullable String log,
        @Nullable String error,
        @JsonUnwrapped @Nullable BacktestResult result) {}
