package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.Customers;
import io.journeybpm.ledger.Customers.Matches;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Customers", description = "Who is calling?")
class CustomersController {

    /** As many as somebody reads while the customer waits. */
    private static final int USUALLY = 10;

    private static final int MOST = 50;
    private static final int OPEN_OF_EACH = 5;
    private static final int CLOSED_OF_EACH = 2;

    private final Customers customers;
    private final Cases cases;
    private final Desk desk;

    CustomersController(Customers customers, Cases cases, Desk desk) {
        this.customers = customers;
        this.cases = cases;
        this.desk = desk;
    }

    /**
     * Customers who may be meant.
     *
     * @param items the likeliest first
     * @param more whether others fit too: to be asked for with another word
     * @param next always null: who isn't among the likeliest is found by saying more
     */
    record MatchesView(
            List<FoundView> items, boolean more, @Nullable String next) {}

    /**
     * A customer who may be meant.
     *
     * @param customer who
     * @param match by what
     * @param cases the newest of the customer's, open ones first
     */
    record FoundView(Customer customer, MatchView match, List<CaseLine> cases) {}

    /**
     * How a customer was found.
     *
     * @param field by what most of all
     * @param likeness from 0 to 1
     */
    record MatchView(String field, BigDecimal likeness) {}

    @GetMapping(path = "/customers", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Customers and their cases, by whatever they say of themselves",
            description =
                    "By name, phone number in any notation, e-mail address, address, reference, or words of several"
                            + " of them in any order, slips of the keyboard included. The likeliest come first.")
    MatchesView find(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit) {
        Checks checks = new Checks();
        String asked = checks.required("q", q, Limits.NAME);
        int most = most(limit, checks);
        checks.done();
        Matches found = customers.find(asked, most);
        List<String> references =
                found.items().stream().map(each -> each.customer().reference()).toList();
        Map<String, List<CaseLine>> lines = lines(references);
        return new MatchesView(
                found.items().stream().map(each -> view(each, lines)).toList(), found.more(), null);
    }

    private static FoundView view(Customers.Match found, Map<String, List<CaseLine>> lines) {
        BigDecimal likeness = BigDecimal.valueOf(found.likeness()).setScale(2, RoundingMode.HALF_UP);
        return new FoundView(
                found.customer(),
                new MatchView(found.field().word(), likeness),
                lines.getOrDefault(found.customer().reference(), List.of()));
    }

    private Map<String, List<CaseLine>> lines(List<String> references) {
        return Stream.concat(
                        cases.ofCustomers(references, Case.Status.OPEN, OPEN_OF_EACH).stream(),
                        cases.ofCustomers(references, Case.Status.CLOSED, CLOSED_OF_EACH).stream())
                .collect(Collectors.groupingBy(
                        each -> String.valueOf(each.customer()),
                        Collectors.mapping(each -> CaseLine.of(each, desk.now()), Collectors.toList())));
    }

    private static int most(@Nullable String written, Checks checks) {
        if (written == null || written.isBlank()) {
            return USUALLY;
        }
        int most = written.strip().matches("\\d{1,9}") ? Integer.parseInt(written.strip()) : 0;
        if (most < 1 || most > MOST) {
            checks.wrong("limit", "is to be a number from 1 to " + MOST);
        }
        return most;
    }
}
