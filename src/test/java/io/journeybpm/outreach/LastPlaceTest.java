package io.journeybpm.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Purpose;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.NewCase;
import io.journeybpm.ledger.Permission;
import io.journeybpm.ledger.Permission.Decision;
import io.journeybpm.testing.EngineTest;
import io.journeybpm.testing.Permitting;
import io.journeybpm.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("The last place of a customer, asked for by eight at once")
class LastPlaceTest extends EngineTest {

    private static final int ASKING = 8;
    private static final int ROUNDS = 1_000;
    private static final String JOURNEY = "shop";
    private static final Permission.Request OFFER = new Permission.Request(Channel.EMAIL, Purpose.MARKETING, "shop");

    @Autowired
    private Permissions permissions;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate transactions;

    /** Half of them ask about one case of the customer and half about another. */
    private static String caseId(int round, int asking) {
        return "last-" + round + (asking % 2 == 0 ? "-a" : "-b");
    }

    private void openTwoCasesOf(int round) {
        Customer customer = new Customer("last-place-" + round, null, null, null, null);
        for (int each = 0; each < 2; each++) {
            ledger.open(new NewCase(caseId(round, each), JOURNEY, null, customer, Instant.now(), List.of(), null));
        }
    }

    private Decision ask(String caseId) {
        return transactions.execute(
                status -> permissions.ask(caseId, OFFER, null).said().decision());
    }

    @Test
    void goesToExactlyOneOfThemAThousandTimes() throws Exception {
        deploy("one.dmn", Permitting.table(JOURNEY, "contactsLast7Days", ">= 1", "suppress", "-", "allow"));
        transactions.executeWithoutResult(status -> {
            for (int round = 0; round < ROUNDS; round++) {
                openTwoCasesOf(round);
            }
        });
        Instant began = Instant.now();
        List<Integer> allowed = new ArrayList<>();
        CyclicBarrier together = new CyclicBarrier(ASKING);
        ExecutorService threads = Executors.newFixedThreadPool(ASKING);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<Callable<Decision>> asking = new ArrayList<>();
                for (int each = 0; each < ASKING; each++) {
                    String caseId = caseId(round, each);
                    asking.add(() -> {
                        together.await();
                        return ask(caseId);
                    });
                }
                int yes = 0;
                for (Future<Decision> each : threads.invokeAll(asking)) {
                    yes += each.get() == Decision.ALLOW ? 1 : 0;
                }
                allowed.add(yes);
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf(
                "%d asking for the last place, %d times on %s: %d ms%n",
                ASKING,
                ROUNDS,
                TestDatabase.isPostgres() ? "PostgreSQL" : "H2",
                Duration.between(began, Instant.now()).toMillis());
        assertThat(allowed).hasSize(ROUNDS).containsOnly(1);
    }
}
