package io.journeybpm.engine.check;

import io.journeybpm.ledger.Level;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an escalation table beside each other. Each is compared with every one above it; what only several rows
 * together cover isn't found, and what can't be told is taken to be well.
 */
final class RowOrder {

    /** Tables longer than this are no longer compared row by row. */
    private static final int LONGEST = 1_000;

    private final Decision decision;
    private final List<Row> rows;
    private final List<String> titles;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * A row.
     *
     * @param number counted from 1
     * @param rule as written
     * @param cells what its inputs let through
     * @param answers what it says
     */
    record Row(int number, Rule rule, List<Cell> cells, AnswerCheck.Answers answers) {

        boolean covers(Row other) {
            for (int at = 0; at < cells.size(); at++) {
                if (!cells.get(at).covers(other.cells.get(at))) {
                    return false;
                }
            }
            return true;
        }

        boolean meets(Row other) {
            for (int at = 0; at < cells.size(); at++) {
                if (!cells.get(at).meets(other.cells.get(at))) {
                    return false;
                }
            }
            return true;
        }

        boolean takesAll() {
            return cells.stream().allMatch(Cell.Any.class::isInstance);
        }

        @Nullable
        Level level() {
            return answers.level();
        }

        /** Whether both levels are known, and this one is the higher. */
        boolean isAbove(Row other) {
            return level() != null && other.level() != null && level().isAbove(other.level());
        }

        String shown() {
            return "row " + number + (level() == null ? "" : " (" + level().word() + ")");
        }
    }

    private RowOrder(Decision decision, List<Row> rows, List<String> titles) {
        this.decision = decision;
        this.rows = rows;
        this.titles = titles;
    }

    static List<Finding> check(Decision decision, List<Row> rows, List<String> titles) {
        RowOrder order = new RowOrder(decision, rows, titles);
        if (rows.size() <= LONGEST) {
            rows.forEach(order::againstThoseAbove);
        }
        order.catchAll();
        return order.findings;
    }

    private void againstThoseAbove(Row row) {
        List<Row> above = rows.subList(0, row.number - 1);
        for (Row each : above) {
            if (falls(each, row)) {
                return;
            }
        }
        for (Row each : above) {
            if (each.covers(row)) {
                boolean same = each.level() != null && each.level() == row.level();
                String why = each.cells.equals(row.cells) ? "asks for the same" : "fits whenever it does";
                found(
                        same ? TableRule.SUPERFLUOUS : TableRule.UNREACHABLE,
                        row,
                        row.shown() + " never decides: " + each.shown() + " above it " + why);
                return;
            }
        }
        above.stream()
                .filter(each -> row.isAbove(each) && each.meets(row))
                .findFirst()
                .ifPresent(each -> found(
                        TableRule.LOWER_LEVEL_FIRST,
                        row,
                        "where both fit, " + each.shown() + " decides, though " + row.shown()
                                + " is the higher level"));
    }

    /** Whether the two differ in one threshold only, and the higher level begins at the lower one. */
    private boolean falls(Row one, Row two) {
        Row higher = one.isAbove(two) ? one : two;
        Row lower = higher == one ? two : one;
        if (!higher.isAbove(lower)) {
            return false;
        }
        int differs = -1;
        for (int at = 0; at < titles.size(); at++) {
            if (!one.cells.get(at).equals(two.cells.get(at))) {
                if (differs >= 0) {
                    return false;
                }
                differs = at;
            }
        }
        if (differs < 0) {
            return false;
        }
        Cell.Span high = higher.cells.get(differs).threshold();
        Cell.Span low = lower.cells.get(differs).threshold();
        boolean falling =
                high != null && low != null && (high.from() == null) == (low.from() == null) && high.covers(low);
        if (falling) {
            found(
                    TableRule.THRESHOLDS_FALL,
                    higher,
                    higher.shown() + " already begins at " + Cell.bound(high).toPlainString() + " of '"
                            + titles.get(differs) + "', " + lower.shown() + " only at "
                            + Cell.bound(low).toPlainString());
        }
        return falling;
    }

    private void catchAll() {
        Row last = rows.get(rows.size() - 1);
        boolean ends = last.takesAll() && (last.level() == null || last.level() == Level.NONE);
        if (!ends) {
            found(TableRule.NO_CATCH_ALL, last, "no row at the end says what holds where none of the others fits");
        }
    }

    private void found(TableRule broken, Row row, String message) {
        String id = row.rule.getId() == null ? decision.getId() : row.rule.getId();
        findings.add(broken.at(id, decision.getName(), message, ""));
    }
}
