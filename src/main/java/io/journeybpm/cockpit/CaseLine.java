package io.journeybpm.cockpit;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.Promise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case in one line.
 *
 * @param caseId the business key
 * @param journey the journey's key
 * @param journeyTitle what people read
 * @param customer the customer's name, or reference where none is known
 * @param status {@code open} or {@code closed}
 * @param level how far it has escalated
 * @param reason why
 * @param phase title of the phase it is in
 * @param opened when it was opened
 * @param since the day it was opened, as people write it
 * @param days how many days it took until now or until it was closed
 * @param contacts how many, planned and extra
 * @param next who comes next, and when
 * @param overdue whether what comes next should have happened
 * @param unscheduled whether nobody has said when
 * @param companyCost what the company paid
 * @param customerCost what it cost the customer
 * @param ambassador whom to ask
 * @param processInstance the root process instance, while it runs
 */
record CaseLine(
        String caseId,
        String journey,
        String journeyTitle,
        @Nullable String customer,
        String status,
        String level,
        @Nullable String reason,
        @Nullable String phase,
        Instant opened,
        String since,
        long days,
        String contacts,
        String next,
        boolean overdue,
        boolean unscheduled,
        @Nullable String companyCost,
        @Nullable String customerCost,
        @Nullable String ambassador,
        @Nullable String processInstance) {

    static CaseLine of(Case told, String title, @Nullable Customer customer, Words words) {
        boolean open = told.status() == Case.Status.OPEN;
        Promise next = !open || told.openPromises().isEmpty()
                ? null
                : told.openPromises().get(0);
        return new CaseLine(
                told.caseId(),
                told.journey(),
                title,
                customer == null || customer.name() == null ? told.customer() : customer.name(),
                told.status().word(),
                told.escalation().level().word(),
                told.escalation().reason(),
                told.phase() == null ? null : told.phase().title(),
                told.openedAt(),
                words.date(told.openedAt()),
                words.daysSince(told.openedAt(), told.closedAt()),
                Words.contacts(told),
                open ? words.next(next) : "closed",
                next != null && next.isOverdue(words.now()),
                next != null && next.made().to() == null,
                Words.money(told.companyCost(), told.currency()),
                Words.money(told.customerCost(), told.currency()),
                told.ambassador(),
                open ? told.processInstance() : null);
    }
}
