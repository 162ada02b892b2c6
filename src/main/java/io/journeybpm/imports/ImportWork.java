package io.journeybpm.imports;

import io.journeybpm.engine.Journeys;
import io.journeybpm.engine.Rises;
import io.journeybpm.escalation.Escalations;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.Retries;
import io.journeybpm.ledger.RunQueue;
import io.journeybpm.settings.JourneyProperties;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does imports and sums up what came of each. */
final class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    private final Ledger ledger;
    private final Escalations escalations;
    private final Rises rises;
    private final Journeys journeys;
    private final Retries transactions;
    private final JourneyProperties settings;

    ImportWork(
            Ledger ledger,
            Escalations escalations,
            Rises rises,
            Journeys journeys,
            Retries transactions,
            JourneyProperties settings) {
        this.ledger = ledger;
        this.escalations = escalations;
        this.rises = rises;
        this.journeys = journeys;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** What there is to do for one log, which is closed then. */
    RunQueue.Work on(KeptLog log, ImportMapping mapping) {
        return new RunQueue.Work() {

            @Override
            public RunQueue.End run(String id, RunQueue.Progress progress, BooleanSupplier stopping) {
                return read(id, log, mapping, progress, stopping);
            }

            @Override
            public void close() throws IOException {
                log.close();
            }
        };
    }

    private RunQueue.End read(
            String id, KeptLog log, ImportMapping mapping, RunQueue.Progress progress, BooleanSupplier stopping) {
        LOG.info(
                "JOURNEY-IMPORT-001 import {}: reading '{}', {} bytes, into the journey '{}'",
                id,
                log.name(),
                log.size(),
                mapping.journey());
        try (Findings findings = new Findings()) {
            CaseWriter writer = new CaseWriter(
                    ledger,
                    escalations,
                    rises,
                    transactions,
                    mapping,
                    journeys.latest(mapping.journey()).orElse(null));
            String error = read(id, log, mapping, new LogImport(writer, findings, progress, stopping, log.size()));
            ImportResult result = findings.result();
            report(id, result, error);
            return new RunQueue.End(MappingJson.write(result), error);
        } catch (IOException noTemporaryFiles) {
            LOG.error("JOURNEY-IMPORT-005 import {}: what was found can't be summed up", id, noTemporaryFiles);
            return new RunQueue.End(null, "temporary files can't be written or read");
        }
    }

    private @Nullable String read(String id, KeptLog log, ImportMapping mapping, LogImport into) {
        try (InputStream bytes = log.bytes().open()) {
            into.read(bytes, new EventMapping(mapping, settings.zone()), settings.imports());
            return null;
        } catch (LogBroken broken) {
            return broken.getMessage();
        } catch (IOException unreadable) {
            LOG.error("JOURNEY-IMPORT-005 import {}: the log can't be read", id, unreadable);
            return "the log can't be read: " + unreadable.getMessage();
        } catch (RuntimeException | Error unexpected) {
            LOG.error("JOURNEY-IMPORT-005 import {}: stopped by a problem of this server", id, unexpected);
            return "stopped by a problem of the server, see JOURNEY-IMPORT-005 in its log";
        }
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
