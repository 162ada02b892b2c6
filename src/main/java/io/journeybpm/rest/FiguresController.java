package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.ledger.Watched;
import io.journeybpm.outreach.RedFlags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/customers/{reference}/figures", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Red flags", description = "Figures of a customer that make the company call first")
class FiguresController {

    private final RedFlags flags;
    private final Commits commits;
    private final Desk desk;

    FiguresController(RedFlags flags, Commits commits, Desk desk) {
        this.flags = flags;
        this.commits = commits;
        this.desk = desk;
    }

    /**
     * Figures of a customer.
     *
     * @param figures by names of letters, digits and underscores: numbers, short texts, true or false
     * @param at as of when; absent: now
     */
    record FiguresBody(
            @Nullable Map<String, @Nullable Object> figures,
            @Nullable String at) {

        private static final int MOST = 50;
        private static final int LONGEST_TEXT = 255;

        /** So that a table can say {@code figures.liquidityDays}. */
        private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,63}";

        /** What was read of it. */
        record Said(Map<String, Object> figures, @Nullable Instant at) {}

        Said read(Instant now) {
            Checks checks = new Checks();
            Map<String, Object> read = new LinkedHashMap<>();
            if (figures == null || figures.isEmpty()) {
                checks.wrong("figures", "is required");
            } else if (figures.size() > MOST) {
                checks.wrong("figures", "has too many entries: " + figures.size() + ", at most " + MOST);
            } else {
                figures.forEach((name, value) -> read(name, value, read, checks));
            }
            Instant moment = checks.moment("at", at);
            if (moment != null && moment.isAfter(now.plus(Limits.CLOCKS_APART))) {
                checks.wrong("at", "lies in the future; it is " + now);
            }
            checks.done();
            return new Said(read, moment);
        }

        private static void read(String name, @Nullable Object value, Map<String, Object> read, Checks checks) {
            String field = "figures." + name;
            if (!name.matches(NAME)) {
                checks.wrong(field, "has a name with other characters than letters, digits and underscores");
            } else if (value instanceof String text) {
                read.put(name, checks.required(field, text, LONGEST_TEXT));
            } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
                read.put(name, value);
            } else if (value instanceof BigDecimal number && isPlain(number)) {
                read.put(name, number);
            } else {
                checks.wrong(field, "is neither a number of usual size, nor a text, true or false");
            }
        }

        private static boolean isPlain(BigDecimal number) {
            return number.precision() <= Limits.DIGITS && Math.abs(number.scale()) <= Limits.DIGITS;
        }
    }

    /**
     * What is known of a customer.
     *
     * @param customer the reference
     * @param figures the latest of each
     * @param at as of when
     * @param flag {@code none}, {@code watch} or {@code call}
     * @param reason why
     * @param raised whether these figures made the company call
     * @param owner who has to call
     * @param within ISO-8601 duration in which
     * @param flaggedAt when figures last made the company call
     * @param caseId the case in which it did
     * @param outdated whether later figures were known, so that nothing has changed
     * @param failure why the table gave no answer; the figures are kept
     */
    record WatchedView(
            String customer,
            Map<String, Object> figures,
            @Nullable Instant at,
            String flag,
            @Nullable String reason,
            boolean raised,
            @Nullable String owner,
            @Nullable String within,
            @Nullable Instant flaggedAt,
            @Nullable String caseId,
            boolean outdated,
            @Nullable String failure) {

        static WatchedView of(RedFlags.Told told) {
            Watched shown = told.customer();
            return new WatchedView(
                    shown.customer(),
                    shown.figures(),
                    shown.toldAt(),
                    shown.flag().word(),
                    shown.reason(),
                    told.raised(),
                    told.owner(),
                    told.within(),
                    shown.flaggedAt(),
                    shown.caseId(),
                    told.outdated(),
                    told.failure());
        }
    }

    @PostMapping
    @Operation(
            summary = "Tells figures of a customer and asks whether the company has to call",
            description = "Figures not told now stay as they were. Bad figures make the company call once, "
                    + "until they were fine again or have been bad for long.")
    Reply<WatchedView> tell(@PathVariable String reference, @RequestBody FiguresBody body, Call call) {
        String customer = PreferencesController.customer(reference);
        FiguresBody.Said said = body.read(desk.now());
        return commits.commit(call, () -> Reply.done(WatchedView.of(flags.tell(customer, said.figures(), said.at()))));
    }

    @GetMapping
    @Operation(summary = "The latest figures of a customer, and whether a flag is up")
    WatchedView known(@PathVariable String reference) {
        return flags.find(PreferencesController.customer(reference))
                .map(each -> WatchedView.of(new RedFlags.Told(each, false, null, null, false, null)))
                .orElseThrow(() -> new UnknownCustomer(reference));
    }

    /** Nobody has told figures of this customer. */
    static final class UnknownCustomer extends RuntimeException {
        UnknownCustomer(String reference) {
            super("nobody has told figures of '" + reference + "'");
        }
    }
}
