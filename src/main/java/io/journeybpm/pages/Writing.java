package io.journeybpm.pages;

import io.journeybpm.engine.Transients;
import io.journeybpm.ledger.Storage;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of every write of a page: one transaction, begun anew when others were busy with the same rows. */
final class Writing {

    private final TransactionTemplate transaction;
    private final RetryTemplate retries = Transients.retries(failure -> false);

    Writing(Storage storage) {
        this.transaction = new TransactionTemplate(storage.transactions());
    }

    /** Does it, all or nothing. */
    <T> T once(Supplier<T> work) {
        return retries.execute(attempt -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
