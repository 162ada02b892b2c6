package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.ledger.CustomerPreferences;
import io.journeybpm.ledger.Preferences;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/customers/{reference}/preferences", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Contact permissions",
        description = "Whether the customer may be contacted now, and how the customer wants it")
class PreferencesController {

    private final CustomerPreferences preferences;
    private final Commits commits;

    PreferencesController(CustomerPreferences preferences, Commits commits) {
        this.preferences = preferences;
        this.commits = commits;
    }

    @GetMapping
    @Operation(summary = "How a customer wants to be contacted; empty where nobody has said")
    PreferencesBody said(@PathVariable String reference) {
        return PreferencesBody.of(preferences.find(customer(reference)).orElse(Preferences.NONE));
    }

    @PutMapping
    @Operation(summary = "Keeps how a customer wants to be contacted, instead of all that was said before")
    Reply<PreferencesBody> keep(@PathVariable String reference, @RequestBody PreferencesBody body, Call call) {
        String customer = customer(reference);
        Preferences said = body.read();
        return commits.commit(call, () -> {
            preferences.keep(customer, said);
            return Reply.done(PreferencesBody.of(said));
        });
    }

    /** A customer's reference as it stands in a path. */
    static String customer(String reference) {
        Checks checks = new Checks();
        String customer = checks.required("reference", reference, Limits.CUSTOMER_REFERENCE);
        checks.done();
        return customer;
    }
}
