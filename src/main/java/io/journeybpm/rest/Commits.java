package io.journeybpm.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeybpm.engine.Transients;
import io.journeybpm.ledger.Answers;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way of every write: one transaction for the effect and the answer kept for a repetition, begun anew when others
 * were busy with the same rows.
 */
final class Commits {

    private final Answers answers;
    private final TransactionTemplate transaction;
    private final RetryTemplate retries;
    private final ObjectMapper json = StrictJson.mapper();

    Commits(Answers answers, PlatformTransactionManager transactions) {
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.retries = Transients.retries(StillRunning.class::isInstance);
    }

    /** The call this one repeats has not been answered yet. */
    static final class StillRunning extends RuntimeException {
        StillRunning(String key, Throwable cause) {
            super("the first call with the Idempotency-Key '" + key + "' is still running", cause);
        }
    }

    /** Carries out a call, or answers it as it was answered before. */
    <T> Reply<T> commit(Call call, Supplier<Reply.Effect<T>> effect) {
        return retries.execute(attempt -> transaction.execute(status -> once(call, effect)));
    }

    private <T> Reply<T> once(Call call, Supplier<Reply.Effect<T>> effect) {
        Optional<Answers.Call> repeatable = call.repeatable();
        Optional<Answers.Answer> before = repeatable.flatMap(this::claim);
        if (before.isPresent()) {
            Answers.Answer given = before.get();
            return new Reply<>(given.status(), given.location(), given.body());
        }
        Reply.Effect<T> done = effect.get();
        String location = done.location() == null ? null : call.context() + done.location();
        Reply<T> reply = new Reply<>(done.status(), location, render(done.body()));
        repeatable.ifPresent(each -> answers.keep(each, new Answers.Answer(reply.status(), location, reply.json())));
        return reply;
    }

    private Optional<Answers.Answer> claim(Answers.Call call) {
        try {
            return answers.claim(call);
        } catch (TransientDataAccessException busy) {
            throw new StillRunning(call.key(), busy);
        }
    }

    private String render(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
