package io.journeybpm.imports;

import static io.journeybpm.imports.LogFixtures.event;
import static io.journeybpm.imports.LogFixtures.gzip;
import static io.journeybpm.imports.LogFixtures.mapping;
import static io.journeybpm.imports.LogFixtures.trace;
import static io.journeybpm.imports.LogFixtures.xes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeybpm.escalation.Escalations;
import io.journeybpm.ledger.Retries;
import io.journeybpm.ledger.RunQueue;
import io.journeybpm.ledger.Runs;
import io.journeybpm.settings.JourneyProperties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How imports run, end and fail. */
class ImportRunTest extends OnAnEmptyLedger {

    @Autowired
    Runs runs;

    @Test
    void countsWhatCouldNotBeReadAndNamesTheFirstHundred() throws Exception {
        String[] broken = IntStream.range(0, 150)
                .mapToObj(each -> event("a", "p", "never"))
                .toArray(String[]::new);

        ImportView view = read(xes(trace("1", broken) + trace("2", visits("a", 1))), mapping(""));

        assertThat(view.state()).isEqualTo("done");
        assertThat(view.cases()).isEqualTo(1);
        assertThat(view.rejected().count()).isEqualTo(150);
        assertThat(view.rejected().first()).hasSize(100);
    }

    @Test
    void aLogThatBreaksOffFailsAndKeepsWhatCameBefore() throws Exception {
        String log = xes(trace("1", visits("a", 1)) + trace("2", visits("a", 1)));

        ImportView view = read(log.substring(0, log.length() - 60), mapping(""));

        assertThat(view.state()).isEqualTo("failed");
        assertThat(view.error()).contains("malformed").contains("sending the log again changes nothing");
        assertThat(view.cases()).isEqualTo(1);
        assertThat(cases.find("1")).isPresent();
        assertThat(cases.find("2")).isEmpty();
    }

    @Test
    void aLogWithoutEventsIsDoneWithNothing() throws Exception {
        ImportView view = read(xes(""), mapping(""));

        assertThat(view.state()).isEqualTo("done");
        assertThat(view.cases()).isZero();
        assertThat(view.contacts()).isZero();
        assertThat(view.levels()).hasSize(5).allSatisfy((level, count) -> assertThat(count)
                .isZero());
    }

    @Test
    void inTheBackgroundOneLogIsReadAfterTheOther() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Path log = file(xes(trace("1", visits("a", 1))));
        Thread first = new Thread(() -> run(log, (done, total) -> {
            reading.countDown();
            await(goOn);
        }));
        first.start();
        assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();
        byte[] packed = gzip(xes(trace("2", visits("a", 1))).getBytes(StandardCharsets.UTF_8));

        String second = imports.start(new ByteArrayInputStream(packed), "two.xes.gz", mapping(""), "owner");

        assertThat(imports.find(second).orElseThrow())
                .isEqualTo(new ImportView(second, "queued", 0, packed.length, 0, null, null, null, null, null));
        goOn.countDown();
        first.join();
        ImportView end = await(second);
        assertThat(end.state()).isEqualTo("done");
        assertThat(end.done()).isEqualTo(end.total());
        assertThat(end.cases()).isEqualTo(1);
    }

    @Test
    void progressNeverGoesBack() throws Exception {
        String log = xes(IntStream.range(0, 400)
                .mapToObj(each -> trace("c" + each, visits("ab", 3)))
                .reduce("", String::concat));
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());

        imports.run(file(log), mapping(""), null, (done, total) -> seen.add(done));

        assertThat(seen).hasSize(400).isSorted().last().isEqualTo((long) log.length());
    }

    @Test
    void anImportOfWhichNothingIsHeardHasFailed() {
        db.update(
                "insert into journey_run (id, kind, state, subject, settings, done, total, started_at, updated_at)"
                        + " values ('gone', 'import', 'running', 'log.xes', '{}', 40, 100, current_timestamp, current_timestamp)");
        assertThat(imports.find("gone").orElseThrow().state()).isEqualTo("running");

        db.update("update journey_run set updated_at = current_timestamp - interval '61' second");

        assertThat(imports.find("gone").orElseThrow()).satisfies(view -> {
            assertThat(view.state()).isEqualTo("failed");
            assertThat(view.percent()).isEqualTo(40);
            assertThat(view.error()).contains("its server stopped").contains("sending the log again");
        });
        db.update("update journey_run set updated_at = current_timestamp");
        assertThat(imports.find("gone").orElseThrow().state()).isEqualTo("running");
    }

    @Test
    void thereIsNoImportByAnotherId() {
        assertThat(imports.find("nothing")).isEmpty();
    }

    @Test
    void refusesALogLargerThanTheSettingsAllow() throws Exception {
        byte[] log = new byte[(1 << 20) + 1];

        assertThatThrownBy(() -> imports.start(new ByteArrayInputStream(log), "big.csv", mapping(""), null))
                .isInstanceOf(Imports.LogTooLarge.class)
                .hasMessageContaining("journey.imports.max-size");
        assertThatThrownBy(() -> run(Files.write(folder.resolve("big"), log), (done, total) -> {}))
                .isInstanceOf(Imports.LogTooLarge.class);
        assertThat(db.queryForObject("select count(*) from journey_run", Integer.class))
                .isZero();
    }

    @Test
    void leavesNoFilesBehind() throws Exception {
        read("id,what,when\n1,a,2026-08-03\n", ImportMapping.parse("""
                {"journey":"j","caseId":"id","touchpoint":"what","occurredAt":"when"}"""));
        imports.start(new ByteArrayInputStream(new byte[] {'<'}), "broken", mapping(""), null);
        read(xes(""), mapping(""));

        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.filter(each -> each.getFileName().toString().startsWith("journey-import-")))
                    .isEmpty();
        }
    }

    @Test
    void aServerThatStopsLeavesOffBetweenTwoCases(
            @Autowired Escalations escalations, @Autowired JourneyProperties settings) throws Exception {
        Retries retries = new Retries(manager);
        ImportWork work = new ImportWork(ledger, escalations, queued, deployed, retries, settings);
        ImportQueue queue = new ImportQueue(work, new RunQueue(Runs.Kind.IMPORT, runs, retries), Long.MAX_VALUE);
        Path log = file(xes(trace("1", visits("a", 1)) + trace("2", visits("a", 1))));
        Thread[] closing = new Thread[1];

        ImportView view = queue.run(log, mapping(""), null, (done, total) -> {
            if (closing[0] == null) {
                closing[0] = new Thread(queue::close);
                closing[0].start();
                awaitState(closing[0], Thread.State.TIMED_WAITING);
            }
        });

        closing[0].join();
        assertThat(view.state()).isEqualTo("failed");
        assertThat(view.error()).contains("the server stopped").contains("sending the log again");
        assertThat(view.cases()).isEqualTo(1);
    }

    private ImportView run(Path log, RunQueue.Progress progress) {
        try {
            return imports.run(log, mapping(""), null, progress);
        } catch (IOException | InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private ImportView await(String id) throws InterruptedException {
        for (int patience = 0; patience < 200; patience++) {
            ImportView view = imports.find(id).orElseThrow();
            if (view.levels() != null) {
                return view;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not over yet");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static void awaitState(Thread thread, Thread.State state) {
        try {
            for (int patience = 0; patience < 1000 && thread.getState() != state; patience++) {
                Thread.sleep(5);
            }
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
