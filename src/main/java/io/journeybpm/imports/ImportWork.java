package io.journeybpm.imports;

import io.journeybpm.engine.Journeys;
import io.journeybpm.engine.Rises;
import io.journeybpm.escalation.Escalations;
import io.journeybpm.ledger.ImportRuns;
import io.journeybpm.ledger.ImportRuns.State;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.settings.JourneyProperties;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one import and writes down what came of it. */
final class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int LONGEST_ERROR = 3000;

    private final Ledger ledger;
    private final Escalations escalations;
    private final Rises rises;
    private final Journeys journeys;
    private final ImportRuns runs;
    private final Retries transactions;
    private final JourneyProperties settings;

    ImportWork(
            Ledger ledger,
            Escalations escalations,
            Rises rises,
            Journeys journeys,
            ImportRuns runs,
            Retries transactions,
            JourneyProperties settings) {
        this.ledger = ledger;
        this.escalations = escalations;
        this.rises = rises;
        this.journeys = journeys;
        this.runs = runs;
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * A log that waits to be read.
     *
     * @param run the import's id
     * @param name the log's file name
     * @param size in bytes
     * @param bytes the log itself
     * @param mapping what its attributes mean
     */
    record Order(String run, String name, long size, Bytes bytes, ImportMapping mapping) {}

    /** Something that can be read from its beginning. */
    interface Bytes {

        InputStream open() throws IOException;
    }

    /**
     * Reads a log into the ledger.
     *
     * @param stopping asked before each case whether to leave off
     */
    void run(Order order, Imports.Progress listener, BooleanSupplier stopping) {
        String id = order.run();
        LOG.info(
                "JOURNEY-IMPORT-001 import {}: reading '{}', {} bytes, into the journey '{}'",
                id,
                order.name(),
                order.size(),
                order.mapping().journey());
        transactions.run(() -> runs.progress(id, 0));
        try (Findings findings = new Findings()) {
            String error = read(order, listener, stopping, findings);
            ImportResult result = findings.result();
            end(id, result, error);
            report(id, result, error);
        } catch (IOException noTemporaryFiles) {
            LOG.error("JOURNEY-IMPORT-005 import {}: what was found can't be summed up", id, noTemporaryFiles);
            end(id, null, "temporary files can't be written or read");
        }
    }

    private @Nullable String read(Order order, Imports.Progress listener, BooleanSupplier stopping, Findings findings) {
        ImportMapping mapping = order.mapping();
        try (InputStream bytes = order.bytes().open()) {
            CaseWriter writer = new CaseWriter(
                    ledger,
                    escalations,
                    rises,
                    transactions,
                    mapping,
                    journeys.latest(mapping.journey()).orElse(null));
            Imports.Progress progress = new ImportProgress(order.run(), runs, transactions, listener, LOG);
            new LogImport(writer, findings, progress, stopping, order.size())
                    .read(bytes, new EventMapping(mapping, settings.zone()), settings.imports());
            return null;
        } catch (LogBroken broken) {
            return broken.getMessage();
        } catch (IOException unreadable) {
            LOG.error("JOURNEY-IMPORT-005 import {}: the log can't be read", order.run(), unreadable);
            return "the log can't be read: " + unreadable.getMessage();
        } catch (RuntimeException | Error unexpected) {
            LOG.error("JOURNEY-IMPORT-005 import {}: stopped by a problem of this server", order.run(), unexpected);
            return "stopped by a problem of the server, see JOURNEY-IMPORT-005 in its log";
        }
    }

    private void end(String id, @Nullable ImportResult result, @Nullable String error) {
        String json = result == null ? null : MappingJson.write(result);
        String shown = error == null ? null : error.substring(0, Math.min(error.length(), LONGEST_ERROR));
        transactions.run(() -> runs.end(id, shown == null ? State.DONE : State.FAILED, json, shown));
    }

    private static void report(String id, ImportResult result, @Nullable String error) {
        if (error == null) {
            LOG.info(
                    "JOURNEY-IMPORT-003 import {}: done, {} cases with {} contacts, levels {}, {} rejected",
                    id,
                    result.cases(),
                    result.contacts(),
                    result.levels(),
                    result.rejected().count());
        } else {
            LOG.warn(
                    "JOURNEY-IMPORT-004 import {}: failed after {} cases with {} contacts: {}",
                    id,
                    result.cases(),
                    result.contacts(),
                    error);
        }
    }
}
