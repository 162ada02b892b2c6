package io.journeybpm.engine.check;

import io.journeybpm.decision.Kind;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Level;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cells in the light of what their input can be at all. */
final class CellKinds {

    private static final Cell.Span FROM_ZERO = new Cell.Span(BigDecimal.ZERO, true, null, false);

    private CellKinds() {}

    /** The same cell, where bounds of whole numbers are alike and one that lets everything through says so. */
    static Cell narrowed(Cell cell, @Nullable Kind kind) {
        if (cell instanceof Cell.Numbers numbers) {
            List<Cell.Span> spans = numbers.spans();
            if (kind == Kind.COUNT || kind == Kind.COUNT_OR_NULL) {
                spans = spans.stream().map(CellKinds::whole).toList();
            }
            boolean all = (kind == Kind.COUNT || kind == Kind.AMOUNT)
                    && spans.stream().anyMatch(each -> each.covers(FROM_ZERO));
            return all ? new Cell.Any() : new Cell.Numbers(spans);
        }
        if (kind == Kind.LEVEL
                && cell instanceof Cell.Words words
                && !words.others()
                && words.words().containsAll(Set.copyOf(Word.all(Level.class)))) {
            return new Cell.Any();
        }
        return cell;
    }

    private static Cell.Span whole(Cell.Span span) {
        Cell.Span whole = span.whole();
        return new Cell.Span(whole.from(), whole.from() != null, whole.to(), whole.to() != null);
    }
}
