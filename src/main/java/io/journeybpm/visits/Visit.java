package io.journeybpm.visits;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.ToldFact;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * A visit to come.
 *
 * @param about the case as it stands
 * @param touchpoint key of the touchpoint
 * @param phase id of the phase it lies in
 * @param party who comes
 * @param channel the way it takes
 * @param from when its window opens
 * @param to when it closes; absent: nobody has booked it
 * @param facts what was told, asked only where the table uses it
 * @param latest the latest contact that took place, asked only where the table uses it
 * @param customer who it is about, asked only where the table uses it
 */
public record Visit(
        Case about,
        String touchpoint,
        @Nullable String phase,
        @Nullable String party,
        String channel,
        @Nullable Instant from,
        @Nullable Instant to,
        Supplier<List<ToldFact>> facts,
        Supplier<? extends @Nullable Contact> latest,
        Supplier<? extends @Nullable Customer> customer) {

    /** Each is asked once at most, however many columns of the table look at it. */
    public Visit {
        facts = SingletonSupplier.of(facts);
        latest = SingletonSupplier.ofNullable(latest);
        customer = SingletonSupplier.ofNullable(customer);
    }
}
