package io.journeybpm.insight;

import io.journeybpm.escalation.Escalations;
import io.journeybpm.escalation.Trials;
import io.journeybpm.imports.ImportView.Rejected;
import io.journeybpm.imports.Logs;
import io.journeybpm.insight.Backtests.Past;
import io.journeybpm.insight.Backtests.Question;
import io.journeybpm.ledger.Histories;
import io.journeybpm.ledger.Histories.Listed;
import io.journeybpm.ledger.Replayed;
import io.journeybpm.ledger.RunQueue;
import io.journeybpm.ledger.RunQueue.End;
import io.journeybpm.ledger.RunQueue.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one backtest. */
final class BacktestWork implements RunQueue.Work {

    private static final Logger LOG = LoggerFactory.getLogger(BacktestWork.class);

    /** Cases listed at a time. */
    private static final int PAGE = 500;

    /** Cases and entries held in memory at a time; a case with more entries is held alone. */
    private static final int MOST_CASES = 100;

    private static final int MANY_ENTRIES = 5_000;

    private final Question question;
    private final Trials trials;
    private final Histories histories;

    BacktestWork(Question question, Trials trials, Histories histories) {
        this.question = question;
        this.trials = trials;
        this.histories = histories;
    }

    /** The server stops. */
    private static final class Stopped extends IOException {
        Stopped() {
            super("the server stopped; send it again");
        }
    }

    @Override
    public End run(String id, Progress progress, BooleanSupplier stopping) {
        LOG.info(
                "JOURNEY-BACKTEST-001 backtest {}: trying '{}'",
                id,
                question.table().key());
        try {
            Trials.Deployed deployed = trials.deployed();
            Comparison comparison = new Comparison(
                    Escalations.trying(deployed),
                    Escalations.trying(question.table().table()));
            Past past = question.past();
            Steps steps = new Steps(progress, stopping);
            Rejected rejected = past == null ? recorded(deployed, comparison, steps) : logged(past, comparison, steps);
            BacktestResult result = comparison.result(rejected);
            LOG.info(
                    "JOURNEY-BACKTEST-003 backtest {}: done, {} of {} cases differ",
                    id,
                    result.differ(),
                    result.cases());
            return new End(BacktestJson.write(result), null);
        } catch (IOException brokenOff) {
            LOG.warn("JOURNEY-BACKTEST-004 backtest {}: failed: {}", id, brokenOff.getMessage());
            return new End(null, brokenOff.getMessage());
        } catch (RuntimeException | Error unexpected) {
            LOG.error("JOURNEY-BACKTEST-005 backtest {}: stopped by a problem of this server", id, unexpected);
            return new End(null, "stopped by a problem of the server, see JOURNEY-BACKTEST-005 in its log");
        }
    }

    private record Steps(Progress progress, BooleanSupplier stopping) {

        void at(long done, long total) throws Stopped {
            if (stopping.getAsBoolean()) {
                throw new Stopped();
            }
            progress.at(done, total);
        }
    }

    private static Rejected logged(Past past, Comparison comparison, Steps steps) throws IOException {
        return past.log().read(past.mapping(), new Logs.Sink() {

            @Override
            public void take(Replayed found) {
                comparison.add(found);
            }

            @Override
            public void progress(long done) throws IOException {
                steps.at(done, past.log().size());
            }
        });
    }

    private @Nullable Rejected recorded(Trials.Deployed deployed, Comparison comparison, Steps steps)
            throws IOException {
        Predicate<String> concerned = question.table()
                .journey()
                .<Predicate<String>>map(own -> own::equals)
                .orElse(journey -> !deployed.hasOwn(journey));
        long total = histories.count();
        long done = 0;
        String after = null;
        for (List<Listed> page = histories.page(null, PAGE); !page.isEmpty(); page = histories.page(after, PAGE)) {
            List<Listed> chosen =
                    page.stream().filter(each -> concerned.test(each.journey())).toList();
            for (List<String> few : inFews(chosen)) {
                steps.at(done, total);
                histories.of(few).forEach(comparison::add);
                done += few.size();
            }
            done += page.size() - chosen.size();
            after = page.get(page.size() - 1).caseId();
            steps.at(done, total);
        }
        return null;
    }

    private static List<List<String>> inFews(List<Listed> cases) {
        List<List<String>> all = new ArrayList<>();
        List<String> few = new ArrayList<>();
        int entries = 0;
        for (Listed each : cases) {
            if (few.size() == MOST_CASES || !few.isEmpty() && entries + each.entries() > MANY_ENTRIES) {
                all.add(few);
                few = new ArrayList<>();
                entries = 0;
            }
            few.add(each.caseId());
            entries += each.entries();
        }
        all.add(few);
        return all;
    }

    @Override
    public void close() throws IOException {
        question.close();
    }
}
