package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.journeybpm.casework.Once;
import io.journeybpm.engine.Transients;
import io.journeybpm.ledger.Answers;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;

@DisplayName("A write that meets others is begun anew")
class CommitsTest {

    private static final Call CALL = new Call("user", "", "/api/x", null, "digest");

    private final Commits commits = new Commits(new Once(mock(Answers.class), mock(PlatformTransactionManager.class)));
    private final AtomicInteger attempts = new AtomicInteger();

    private Reply<String> failing(int times, RuntimeException failure) {
        return commits.commit(CALL, () -> {
            if (attempts.incrementAndGet() <= times) {
                throw failure;
            }
            return Reply.done("written");
        });
    }

    @Test
    void untilItSucceeds() {
        assertThat(failing(3, new OptimisticLockingException("busy")).json()).isEqualTo("\"written\"");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void tenTimesAtMost() {
        assertThatThrownBy(() -> failing(99, new CannotAcquireLockException("busy")))
                .isInstanceOf(CannotAcquireLockException.class);
        assertThat(attempts).hasValue(10);
    }

    @Test
    void butNotWhenItIsWrongInItself() {
        assertThatThrownBy(() -> failing(99, new DataIntegrityViolationException("wrong")))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void andIsTellingTheOneFromTheOther() {
        assertThat(Transients.isTransient(new ProcessEngineException("flush", new SQLException("deadlock", "40P01"))))
                .isTrue();
        assertThat(Transients.isTransient(new ProcessEngineException("flush", new SQLException("lock", "HYT00"))))
                .isTrue();
        assertThat(Transients.isTransient(new ProcessEngineException("flush", new SQLException("unique", "23505"))))
                .isFalse();
        assertThat(Transients.isTransient(new IllegalStateException())).isFalse();
    }

    @Test
    void aCallerOfABusyCaseIsToldToComeBack() {
        Refusals refused = Refusals.of(new CannotAcquireLockException("busy")).orElseThrow();
        assertThat(refused.problem().getStatus()).isEqualTo(503);
        assertThat(refused.headers().getFirst("Retry-After")).isEqualTo("1");
    }
}
