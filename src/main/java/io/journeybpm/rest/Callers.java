package io.journeybpm.rest;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Customers;
import java.util.List;

/** Which case a customer calls about. */
final class Callers {

    /** More open cases of one caller than anybody reads out. */
    private static final int MOST = 20;

    private final Customers customers;
    private final Cases cases;
    private final Desk desk;

    Callers(Customers customers, Cases cases, Desk desk) {
        this.customers = customers;
        this.cases = cases;
        this.desk = desk;
    }

    /**
     * The case.
     *
     * @throws NobodyFound if the caller has no open case
     * @throws SeveralFound if it can't be told which
     */
    String caseOf(PhoneCallBody.Read call) {
        if (call.caseId() != null) {
            return Desk.id(call.caseId());
        }
        if (call.customer() != null) {
            return only(List.of(call.customer()), true, "customer");
        }
        List<Customers.Match> found = customers.withPhone(String.valueOf(call.phone()));
        boolean certain = found.stream().allMatch(Customers::isCertain);
        return only(found.stream().map(each -> each.customer().reference()).toList(), certain, "phone");
    }

    private String only(List<String> references, boolean certain, String field) {
        List<Case> open = cases.ofCustomers(references, Case.Status.OPEN, MOST);
        if (open.isEmpty()) {
            List<Case> closed = cases.ofCustomers(references, Case.Status.CLOSED, 1);
            throw new NobodyFound(field, closed.stream().map(Case::caseId).toList());
        }
        if (open.size() > 1 || !certain) {
            throw new SeveralFound(
                    field,
                    open.stream()
                            .limit(MOST)
                            .map(each -> CaseLine.of(each, desk.now()))
                            .toList());
        }
        return open.get(0).caseId();
    }

    /** Nobody by that number or reference has an open case. */
    static final class NobodyFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final transient List<String> closed;

        NobodyFound(String field, List<String> closed) {
            super("no open case was found by this " + field + "; open one with POST /journeys/{key}/cases, or name the"
                    + " case as caseId" + (closed.isEmpty() ? "" : "; a closed one can be reopened"));
            this.field = field;
            this.closed = closed;
        }

        String field() {
            return field;
        }

        /** The latest of the caller's cases that are over. */
        List<String> closed() {
            return closed;
        }
    }

    /** Several cases may be meant. */
    static final class SeveralFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final transient List<CaseLine> cases;

        SeveralFound(String field, List<CaseLine> cases) {
            super(
                    cases.size() > 1
                            ? "several open cases were found by this " + field + "; choose one as caseId"
                            : "only the last digits of this phone are those of the customer; if it is the customer,"
                                    + " say so with the caseId");
            this.field = field;
            this.cases = cases;
        }

        String field() {
            return field;
        }

        /** To choose from. */
        List<CaseLine> cases() {
            return cases;
        }
    }
}
