package io.journeybpm.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeybpm.ledger.LedgerProblem.CaseExists;
import io.journeybpm.ledger.LedgerProblem.CaseUnknown;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class RetriesTest {

    private final Transactions transactions = new Transactions();
    private final Retries retries = new Retries(transactions);

    @Test
    void eachAttemptIsATransactionOfItsOwn() {
        List<String> attempts = new ArrayList<>();

        String found = retries.get(() -> {
            attempts.add("once more");
            if (attempts.size() < 3) {
                throw new CannotAcquireLockException("somebody else has it");
            }
            return "found";
        });

        assertThat(found).isEqualTo("found");
        assertThat(transactions.ended).containsExactly("rollback", "rollback", "commit");
    }

    @Test
    void whatCanNotGetBetterIsNotTriedAgain() {
        assertThatThrownBy(() -> retries.run(() -> {
                    throw new CaseUnknown("7");
                }))
                .isInstanceOf(CaseUnknown.class);
        assertThat(transactions.ended).containsExactly("rollback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "08006", "55P03", "HYT00", "57P01", "53300"})
    void whatTheDatabaseSaysIsSeenThroughTheEnginesWrapping(String state) {
        assertThat(Retries.mayPass(new IllegalStateException(new RuntimeException(new SQLException("", state)))))
                .isTrue();
    }

    @Test
    void aLostRaceForACaseMayBeWonTheNextTime() {
        assertThat(Retries.mayPass(new CaseExists("7"))).isTrue();
        assertThat(Retries.mayPass(new IllegalStateException(new SQLException("", "22001"))))
                .isFalse();
        assertThat(Retries.mayPass(new SQLException("no state"))).isFalse();
    }

    /** Transactions that write down how they ended. */
    private static final class Transactions extends AbstractPlatformTransactionManager {

        private final transient List<String> ended = new ArrayList<>();

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            // nothing is written anywhere
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            ended.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            ended.add("rollback");
        }
    }
}
