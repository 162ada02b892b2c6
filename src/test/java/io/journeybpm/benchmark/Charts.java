package io.journeybpm.benchmark;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The figures people compare, as pictures. */
final class Charts {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;
    private static final int LABEL_SIZE = 11;
    private static final double TEN = 10;

    private final Results results;
    private final Path folder;

    Charts(Results results, Path folder) {
        this.results = results;
        this.folder = folder;
    }

    /** A row of bars of one colour for each of the series, grouped by what they have in common. */
    void draw(String file, String title, String unit, List<String> groups, List<Series> series) throws IOException {
        if (!series.stream().flatMap(each -> each.figures.stream()).allMatch(results::has)) {
            return;
        }
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(unit)
                .build();
        chart.getStyler()
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false);
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, LABEL_SIZE));
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        for (Series each : series) {
            chart.addSeries(
                    each.name,
                    groups,
                    each.figures.stream()
                            .map(figure -> readable(results.median(figure)))
                            .toList());
        }
        VectorGraphicsEncoder.saveVectorGraphic(chart, folder.resolve(file).toString(), VectorGraphicsFormat.SVG);
    }

    /** Three digits, as a label has room for. */
    private static Number readable(double value) {
        return value < TEN ? BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP) : Math.round(value);
    }

    /**
     * Bars of one colour.
     *
     * @param name as the legend says it
     * @param figures one for each group, as the results know them
     */
    record Series(String name, List<String> figures) {}

    void drawAll() throws IOException {
        draw(
                "journeys.svg",
                "Journeys of 12 touchpoints",
                "journeys a second",
                List.of("4 threads"),
                List.of(
                        new Series("bare engine", List.of("journeys, bare [1/s]")),
                        new Series("with the plugin", List.of("journeys, plugin [1/s]")),
                        new Series("wired by hand", List.of("journeys, handwired [1/s]"))));
        draw(
                "contacts.svg",
                "Contacts",
                "a second",
                List.of("1 client", "8 clients", "32 clients"),
                List.of(
                        new Series("the same SQL by JDBC", contacts("contact by JDBC")),
                        new Series("contact over REST", contacts("contact over REST")),
                        new Series("message to the engine over REST", contacts("message to the engine"))));
        List<String> calls = List.of("journey", "contact", "case", "timeline", "promises", "cases");
        draw(
                "growth.svg",
                "What 99 of 100 calls take at most, as the ledger grows",
                "milliseconds",
                calls,
                List.of(
                        new Series("small ledger", growth(calls, "small")),
                        new Series("large ledger", growth(calls, "large"))));
    }

    private static List<String> contacts(String what) {
        return List.of(what + ", 1 clients [1/s]", what + ", 8 clients [1/s]", what + ", 32 clients [1/s]");
    }

    private static List<String> growth(List<String> calls, String ledger) {
        return calls.stream().map(each -> each + ", " + ledger + " [p99 ms]").toList();
    }
}
