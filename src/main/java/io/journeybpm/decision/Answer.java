package io.journeybpm.decision;

import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Case;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a decision said.
 *
 * @param rows what each row that fitted answers, in the order of the table; none if no row fitted
 * @param source which decision said so
 * @param history keeps the answer where the engine shows the decisions it has made, as one about a case, with the
 *     caller's transaction
 */
public record Answer(List<Row> rows, Source source, Consumer<Case> history) {

    /**
     * What one row answers.
     *
     * @param values by the names of the outputs
     * @param source which decision said so
     */
    public record Row(Map<String, Object> values, Source source) {

        /** A text; null where the row leaves it empty. */
        public @Nullable String text(String output) {
            Object value = values.get(output);
            return value == null || value.toString().isBlank() ? null : value.toString();
        }

        /**
         * A text.
         *
         * @throws DecisionFailed if the row leaves it empty
         */
        public String required(String output) {
            String text = text(output);
            if (text == null) {
                throw source.failure("it gives no " + output);
            }
            return text;
        }

        /**
         * One of some words.
         *
         * @throws DecisionFailed if it is none of them
         */
        public <W extends Enum<W> & Word> W oneOf(String output, Class<W> words) {
            String word = required(output);
            return Word.find(words, word)
                    .orElseThrow(() ->
                            source.failure("unknown " + output + " '" + word + "'; known are " + Word.all(words)));
        }

        /**
         * An ISO-8601 duration as it is written; null where the row leaves it empty.
         *
         * @throws DecisionFailed if it is none
         */
        public @Nullable String duration(String output) {
            String text = text(output);
            if (text != null && !Durations.isDuration(text)) {
                throw source.failure("'" + text + "' isn't an ISO-8601 duration such as P1D");
            }
            return text;
        }
    }

    /**
     * The first row that fitted.
     *
     * @throws DecisionFailed if none did
     */
    public Row first() {
        if (rows.isEmpty()) {
            throw source.failure("no rule fired");
        }
        return rows.get(0);
    }
}
