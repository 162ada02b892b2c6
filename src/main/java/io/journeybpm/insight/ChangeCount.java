package io.journeybpm.insight;

import io.journeybpm.insight.BacktestResult.Change;
import io.journeybpm.insight.Course.Reached;
import org.jspecify.annotations.Nullable;

/** Counts what changes, case by case; see {@link Change}. */
final class ChangeCount {

    private long old;
    private long renewed;
    private long more;
    private long fewer;
    private long earlier;
    private long later;

    /** A case reached it under the old table, under the new one, or both. */
    void add(@Nullable Reached before, @Nullable Reached after) {
        old += before == null ? 0 : 1;
        renewed += after == null ? 0 : 1;
        switch (kind(before, after)) {
            case "more" -> more++;
            case "fewer" -> fewer++;
            case "earlier" -> earlier++;
            case "later" -> later++;
            default -> {}
        }
    }

    /** What the change is called. */
    static String kind(@Nullable Reached before, @Nullable Reached after) {
        if (before == null || after == null) {
            return before == null ? after == null ? "none" : "more" : "fewer";
        }
        if (before.moment() != after.moment()) {
            return after.moment() < before.moment() ? "earlier" : "later";
        }
        return "owner";
    }

    Change change() {
        return new Change(old, renewed, more, fewer, earlier, later);
    }
}
