package io.journeybpm.rest;

import io.journeybpm.casework.Limits;
import io.journeybpm.casework.Once;
import io.journeybpm.ledger.Answers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and whether the call may be a repetition.
 *
 * @param user the caller's name
 * @param context what every path of the application begins with, often nothing
 * @param path what is called
 * @param key the {@code Idempotency-Key}
 * @param digest of what the call says
 */
record Call(
        String user, String context, String path, @Nullable String key, String digest) {

    /** The call as the ledger keeps its answers. */
    Optional<Answers.Call> repeatable() {
        return key == null ? Optional.empty() : Optional.of(new Answers.Call(user, kept(), key, digest));
    }

    /** The same call, once it is known what it says. */
    Call saying(String digest) {
        return new Call(user, context, path, key, digest);
    }

    private String kept() {
        return path.length() <= Limits.IDEMPOTENCY_PATH ? path : Once.digest(path.getBytes(StandardCharsets.UTF_8));
    }
}
