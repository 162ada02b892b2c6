package io.journeybpm.server;

import io.journeybpm.insight.BacktestResult;
import io.journeybpm.insight.BacktestResult.CaseChange;
import io.journeybpm.insight.BacktestResult.Change;
import io.journeybpm.insight.BacktestResult.Difference;
import io.journeybpm.insight.BacktestResult.Failures;
import io.journeybpm.insight.BacktestResult.Raised;
import io.journeybpm.insight.BacktestView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A backtest as a text people read in a terminal. */
final class BacktestReport {

    /** Cases shown; the JSON has a hundred. */
    private static final int CASES = 10;

    private final StringBuilder text = new StringBuilder();

    private BacktestReport() {}

    static String of(BacktestView view) {
        BacktestReport report = new BacktestReport();
        report.line(
                "%s%s, tried on %s",
                view.decision(),
                view.journey() == null || view.decision().endsWith(view.journey())
                        ? ""
                        : " for the journey " + view.journey(),
                view.log() == null ? "what is recorded" : view.log());
        if (view.error() != null) {
            report.line("failed: %s", view.error());
        }
        BacktestResult result = view.result();
        if (result != null) {
            report.add(result);
        }
        return report.text.toString();
    }

    private void add(BacktestResult result) {
        line("%d cases, of which %d take another course", result.cases(), result.differ());
        failures("the old table", result.failed().old());
        failures("the new table", result.failed().renewed());
        if (result.recorded() != null && result.recorded().other() > 0) {
            line(
                    "note: in %d cases the deployed table leads to another level than the one recorded then",
                    result.recorded().other());
        }
        if (result.rejected() != null && result.rejected().count() > 0) {
            line(
                    "note: %d events could not be read, the first at %s: %s",
                    result.rejected().count(),
                    result.rejected().first().get(0).place(),
                    result.rejected().first().get(0).reason());
        }
        line("");
        levels(result);
        line("");
        changes(result);
        cases(result);
    }

    private void failures(String table, Failures failures) {
        if (failures.cases() > 0) {
            line("note: %s gave no usable answer in %d cases: %s", table, failures.cases(), failures.message());
        }
    }

    private void levels(BacktestResult result) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("cases that end at", "old", "new"));
        result.levels()
                .old()
                .forEach((level, count) -> rows.add(List.of(
                        level,
                        String.valueOf(count),
                        String.valueOf(result.levels().renewed().get(level)))));
        table(rows);
    }

    private void changes(BacktestResult result) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("cases that reach", "old", "new", "more", "fewer", "earlier", "later"));
        result.changes().forEach(level -> {
            rows.add(row(level.level(), level.all()));
            level.owners()
                    .forEach(each ->
                            rows.add(row("  " + Objects.requireNonNullElse(each.owner(), "nobody"), each.change())));
        });
        table(rows);
    }

    private static List<String> row(String name, Change change) {
        List<String> row = new ArrayList<>(List.of(name));
        for (long each : new long[] {
            change.old(), change.renewed(), change.more(), change.fewer(), change.earlier(), change.later()
        }) {
            row.add(String.valueOf(each));
        }
        return row;
    }

    private void cases(BacktestResult result) {
        if (result.first().isEmpty()) {
            return;
        }
        line("");
        line(
                "the first of these cases, %d shown",
                Math.min(CASES, result.first().size()));
        result.first().stream().limit(CASES).forEach(this::oneCase);
    }

    private void oneCase(CaseChange one) {
        line(
                "%s (%s): old %s, new %s",
                one.caseId(), one.journey(), one.old().level(), one.renewed().level());
        for (Difference each : one.differences()) {
            line("    %-10s %-8s old %s; new %s", each.level(), each.change(), told(each.old()), told(each.renewed()));
        }
    }

    private static String told(@Nullable Raised raised) {
        return raised == null ? "-" : raised.when() + " " + Objects.requireNonNullElse(raised.reason(), "");
    }

    /** The first column to the left, numbers to the right. */
    private void table(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> Arrays.setAll(
                widths, column -> Math.max(widths[column], row.get(column).length())));
        rows.forEach(row -> {
            String numbers = IntStream.range(1, row.size())
                    .mapToObj(column ->
                            " ".repeat(2 + widths[column] - row.get(column).length()) + row.get(column))
                    .collect(Collectors.joining());
            line("%s", row.get(0) + " ".repeat(widths[0] - row.get(0).length()) + numbers);
        });
    }

    /** What came from logs and tables keeps to its line, and tells the terminal nothing. */
    private void line(String format, Object... values) {
        text.append(format.formatted(values).replaceAll("\\p{Cntrl}", "?")).append(System.lineSeparator());
    }
}
