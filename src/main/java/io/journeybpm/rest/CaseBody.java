package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.casework.Limits;
import io.journeybpm.engine.RunningCases.NewRun;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.Fact;
import io.journeybpm.ledger.NewCase;
import io.journeybpm.ledger.NewPromise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case to open.
 *
 * @param caseId the business key
 * @param customer who it is about
 * @param facts what is known from the start
 * @param promises what was promised before the case began
 * @param variables for the process
 */
record CaseBody(
        @Nullable String caseId,
        @Nullable CustomerBody customer,
        @Nullable List<@Nullable FactBody> facts,
        @Nullable List<@Nullable PromiseBody> promises,
        @Nullable Map<String, @Nullable Object> variables) {

    /**
     * A customer.
     *
     * @param reference the company's own key
     * @param name as the customer wants to be called
     * @param email address
     * @param phone in any notation
     * @param address where visits go
     */
    record CustomerBody(
            @Nullable String reference,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address) {

        Customer read(Checks checks) {
            return new Customer(
                    checks.required("customer.reference", reference, Limits.CUSTOMER_REFERENCE),
                    checks.text("customer.name", name, Limits.NAME),
                    checks.text("customer.email", email, Limits.NAME),
                    checks.text("customer.phone", phone, Limits.PHONE),
                    checks.text("customer.address", address, Limits.ADDRESS));
        }
    }

    /**
     * Something the customer told.
     *
     * @param name what it is about
     * @param value what was told
     * @param showAt the touchpoint where it matters; absent: everywhere
     */
    record FactBody(
            @Nullable String name,
            @Nullable String value,
            @Nullable String showAt) {

        Fact read(String at, Checks checks) {
            return new Fact(
                    checks.required(at + "name", name, Limits.NAME),
                    checks.required(at + "value", value, Limits.NOTE),
                    checks.text(at + "showAt", showAt, Limits.NAME));
        }
    }

    /**
     * Reads it.
     *
     * @throws InvalidRequest if anything in it is wrong
     */
    NewRun read(String journey) {
        Checks checks = new Checks();
        String id = checks.required("caseId", caseId, Limits.CASE_ID);
        if (!id.isEmpty() && !NewCase.isCaseId(id)) {
            checks.wrong("caseId", "may hold letters, digits, and . _ : - only");
        }
        NewRun run = new NewRun(
                journey,
                id,
                customer == null ? null : customer.read(checks),
                told(checks),
                promised(checks),
                Variables.read(variables, checks));
        checks.done();
        return run;
    }

    private List<Fact> told(Checks checks) {
        List<FactBody> items = checks.list("facts", facts);
        List<Fact> told = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int at = 0; at < items.size(); at++) {
            Fact fact = items.get(at).read("facts[" + at + "].", checks);
            if (!names.add(fact.name())) {
                checks.wrong("facts[" + at + "].name", "is told twice");
            }
            told.add(fact);
        }
        return told;
    }

    private List<NewPromise> promised(Checks checks) {
        List<PromiseBody> items = checks.list("promises", promises);
        List<NewPromise> promised = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            promised.add(items.get(at).read("promises[" + at + "].", checks));
        }
        return promised;
    }
}
