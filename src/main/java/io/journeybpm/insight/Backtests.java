package io.journeybpm.insight;

import io.journeybpm.escalation.Trials;
import io.journeybpm.escalation.Trials.TableInvalid;
import io.journeybpm.escalation.Trials.Tried;
import io.journeybpm.imports.ImportMapping;
import io.journeybpm.imports.Logs.Log;
import io.journeybpm.ledger.Histories;
import io.journeybpm.ledger.RunQueue;
import io.journeybpm.ledger.Runs.Kind;
import io.journeybpm.ledger.Runs.Order;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changed decision tables tried on what has happened, before they are deployed: on all recorded cases they concern, or
 * on a log. Nothing is written but the run itself. A server does one at a time; every server shows how it is getting on.
 */
public final class Backtests implements Closeable {

    private final Trials trials;
    private final Histories histories;
    private final RunQueue queue;

    Backtests(Trials trials, Histories histories, RunQueue queue) {
        this.trials = trials;
        this.histories = histories;
        this.queue = queue;
    }

    /**
     * A table and what it is to be tried on.
     *
     * @param fileName what people call the table's file
     * @param table as {@link #read}
     * @param past the log to try it on, of a journey the table is for; absent for what the ledger has recorded
     */
    public record Question(
            String fileName, Tried table, @Nullable Past past) implements Closeable {

        @Override
        public void close() throws IOException {
            if (past != null) {
                past.log().close();
            }
        }
    }

    /**
     * A log with what its attributes mean.
     *
     * @param log closed when the backtest is over
     * @param mapping as for an import
     */
    public record Past(Log log, ImportMapping mapping) {}

    /**
     * Reads a table as a deployment would.
     *
     * @throws TableInvalid if it can't be tried
     */
    public Tried read(byte[] dmn) {
        return trials.read(dmn);
    }

    /**
     * Queues a backtest to be done in the background.
     *
     * @param user who asked for it
     * @return the id to {@link #find} it by
     */
    public String start(Question question, @Nullable String user) {
        return queue.start(order(question, user), new BacktestWork(question, trials, histories));
    }

    /** Does a backtest and returns when it is over, having waited for those queued before. */
    public BacktestView run(Question question, RunQueue.Progress progress) throws InterruptedException {
        return BacktestJson.view(
                queue.run(order(question, null), new BacktestWork(question, trials, histories), progress));
    }

    /** How a backtest is getting on, whichever server does it. */
    public Optional<BacktestView> find(String id) {
        return queue.find(id).map(BacktestJson::view);
    }

    private Order order(Question question, @Nullable String user) {
        Past past = question.past();
        String journey = past == null
                ? question.table().journey().orElse(null)
                : past.mapping().journey();
        BacktestJson.Settings settings = new BacktestJson.Settings(
                question.table().key(),
                journey,
                past == null ? null : past.log().name());
        long total = past == null ? histories.count() : past.log().size();
        return new Order(Kind.BACKTEST, question.fileName(), BacktestJson.write(settings), total, user);
    }

    @Override
    public void close() {
        queue.close();
    }
}
