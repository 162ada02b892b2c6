package io.journeybpm.casework;

import io.journeybpm.engine.Transients;
import io.journeybpm.ledger.Answers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way of every write: one transaction for the effect and the answer kept for a repetition, begun anew when others
 * were busy with the same rows.
 */
public final class Once {

    /** The header that makes a call safe to repeat. */
    public static final String KEY = "Idempotency-Key";

    private final Answers answers;
    private final TransactionTemplate transaction;
    private final RetryTemplate retries;

    /** Writes in the transactions of the engine. */
    public Once(Answers answers, PlatformTransactionManager transactions) {
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.retries = Transients.retries(StillRunning.class::isInstance);
    }

    /** The call this one repeats has not been answered yet. */
    public static final class StillRunning extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StillRunning(String key, Throwable cause) {
            super("the first call with the " + KEY + " '" + key + "' is still running", cause);
        }
    }

    /**
     * Carries out a call, or answers it as it was answered before.
     *
     * @param repeatable the call as it can be known again; absent: it is carried out each time
     * @param effect what it does, and the answer to it
     */
    public Answers.Answer answer(Answers.@Nullable Call repeatable, Supplier<Answers.Answer> effect) {
        return retries.execute(attempt -> transaction.execute(status -> {
            Optional<Answers.Answer> before = repeatable == null ? Optional.empty() : claim(repeatable);
            return before.orElseGet(() -> carryOut(repeatable, effect));
        }));
    }

    /** Carries out what can be begun anew by itself, all or nothing. */
    public <T> T write(Supplier<T> effect) {
        return retries.execute(attempt -> Objects.requireNonNull(transaction.execute(status -> effect.get())));
    }

    /** SHA-256 as hexadecimal digits: two calls with one key have to say the same. */
    public static String digest(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** The algorithm of {@link #digest}, for what comes in parts. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Answers.Answer carryOut(Answers.@Nullable Call repeatable, Supplier<Answers.Answer> effect) {
        Answers.Answer done = effect.get();
        if (repeatable != null) {
            answers.keep(repeatable, done);
        }
        return done;
    }

    private Optional<Answers.Answer> claim(Answers.Call call) {
        try {
            return answers.claim(call);
        } catch (TransientDataAccessException busy) {
            throw new StillRunning(call.key(), busy);
        }
    }
}
