package io.journeybpm.cockpit;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.Customers;
import io.journeybpm.ledger.NewPromise;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A list of cases as a table for a spreadsheet. It is written while it is read, a batch at a time, however long it is. No
 * text of people becomes a formula there.
 */
final class CaseExport {

    /** By this, spreadsheets know the letters for what they are. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Spreadsheets read these at the beginning of a cell as the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r\n";

    /** A column that counts. */
    private record Counted(String title, Count count) {}

    private static final List<Counted> COUNTS = List.of(
            new Counted("Contacts", Count.CONTACTS),
            new Counted("Planned contacts", Count.PLANNED_CONTACTS),
            new Counted("Extra contacts", Count.EXTRA_CONTACTS),
            new Counted("Handoffs", Count.HANDOFFS),
            new Counted("Promises kept", Count.KEPT_PROMISES),
            new Counted("Promises broken", Count.BROKEN_PROMISES));

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CaseLists lists;
    private final Customers customers;
    private final Showing showing;

    CaseExport(CaseLists lists, Customers customers, Showing showing) {
        this.lists = lists;
        this.customers = customers;
        this.showing = showing;
    }

    /** All cases that fit and that the user may see. */
    StreamingOutput of(CaseSearch search) {
        return to -> write(search, to);
    }

    private void write(CaseSearch search, OutputStream to) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        CSVPrinter table = new CSVPrinter(writer, CSVFormat.RFC4180);
        table.printRecord(headers());
        try {
            lists.each(search, batch -> print(batch, table));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        table.flush();
    }

    private List<String> headers() {
        String zone = " (" + showing.zone().getId() + ")";
        List<String> headers = new ArrayList<>(List.of(
                "Case", "Journey", "Phase", "Status", "Level", "Why this level", "Customer", "Customer's name"));
        headers.addAll(List.of("Opened" + zone, "Closed" + zone, "Open for (days)"));
        COUNTS.forEach(each -> headers.add(each.title));
        headers.addAll(
                List.of("Cost to the company (currency)", "Cost to the customer (currency)", "Currency", "Ambassador"));
        headers.addAll(List.of("Next step", "Next party", "Next step from" + zone, "Next step until" + zone));
        return headers;
    }

    private void print(List<Case> batch, CSVPrinter table) {
        Map<String, Customer> known = customers.of(
                batch.stream().map(Case::customer).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<String, String> titles =
                showing.titles(batch.stream().map(Case::journey).collect(Collectors.toSet()));
        Words words = showing.words();
        try {
            for (Case each : batch) {
                Customer customer = each.customer() == null ? null : known.get(each.customer());
                table.printRecord(
                        cells(each, titles.get(each.journey()), customer == null ? null : customer.name(), words));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private List<@Nullable Object> cells(Case told, String title, @Nullable String name, Words words) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(text(told.caseId()));
        cells.add(text(title));
        cells.add(told.phase() == null ? null : text(told.phase().title()));
        cells.add(told.status().word());
        cells.add(told.escalation().level().word());
        cells.add(text(told.escalation().reason()));
        cells.add(text(told.customer()));
        cells.add(text(name));
        cells.add(time(told.openedAt()));
        cells.add(time(told.closedAt()));
        cells.add(words.daysSince(told.openedAt(), told.closedAt()));
        COUNTS.forEach(each -> cells.add(told.counts().getOrDefault(each.count, 0)));
        cells.add(told.companyCost().toPlainString());
        cells.add(told.customerCost().toPlainString());
        cells.add(told.currency());
        cells.add(text(told.ambassador()));
        NewPromise next = told.openPromises().isEmpty()
                ? null
                : told.openPromises().get(0).made();
        cells.add(next == null ? null : text(next.what()));
        cells.add(next == null ? null : text(next.party()));
        cells.add(next == null ? null : time(next.from()));
        cells.add(next == null ? null : time(next.to()));
        return cells;
    }

    private @Nullable String time(@Nullable Instant at) {
        ZoneId zone = showing.zone();
        return at == null ? null : TIME.format(at.atZone(zone));
    }

    /** Text of people, with an apostrophe before what would else be taken for a formula. */
    static @Nullable String text(@Nullable String text) {
        return text == null || text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
