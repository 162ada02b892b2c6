package io.journeybpm.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeybpm.casework.Once;
import io.journeybpm.ledger.Answers;
import java.util.function.Supplier;

/** The way of every write: carried out once, its answer rendered within the transaction it tells of. */
final class Commits {

    private final Once once;
    private final ObjectMapper json = StrictJson.mapper();

    Commits(Once once) {
        this.once = once;
    }

    /** Carries out a call, or answers it as it was answered before. */
    <T> Reply<T> commit(Call call, Supplier<Reply.Effect<T>> effect) {
        Answers.Answer given = once.answer(call.repeatable().orElse(null), () -> {
            Reply.Effect<T> done = effect.get();
            String location = done.location() == null ? null : call.context() + done.location();
            return new Answers.Answer(done.status(), location, render(done.body()));
        });
        return new Reply<>(given.status(), given.location(), given.body());
    }

    private String render(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
