package io.journeybpm.imports;

import io.journeybpm.ledger.Level;
import io.journeybpm.settings.JourneyProperties;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/** Reads one log into the ledger. */
final class LogImport implements LogSink {

    private final CaseWriter writer;
    private final Findings findings;
    private final Imports.Progress progress;
    private final BooleanSupplier stopping;
    private final long total;

    LogImport(CaseWriter writer, Findings findings, Imports.Progress progress, BooleanSupplier stopping, long total) {
        this.writer = writer;
        this.findings = findings;
        this.progress = progress;
        this.stopping = stopping;
        this.total = total;
    }

    /**
     * Reads a log from its beginning to its end.
     *
     * @throws LogBroken if that can't be done; what was written until then stays
     */
    void read(InputStream raw, EventMapping mapping, JourneyProperties.Imports limits) throws IOException {
        LogStream log = LogStream.open(raw, limits.maxExpanded().toBytes());
        LogFormat.Found found = LogFormat.of(log);
        LogReader reader =
                switch (found.format()) {
                    case XES -> new XesReader(found.bytes(), log, mapping);
                    case CSV ->
                        new CsvReader(
                                found.bytes(), log, mapping, limits.bucketSize().toBytes());
                };
        reader.read(this);
    }

    @Override
    public void take(LoggedCase found) throws IOException {
        goOn();
        Level level;
        try {
            level = writer.write(found);
        } catch (CaseLeftOut refused) {
            findings.rejected(found.events().get(0).place(), refused.reason());
            return;
        }
        findings.took(found, level);
    }

    @Override
    public void reject(String place, String reason) {
        findings.rejected(place, reason);
    }

    @Override
    public void progress(long done) throws IOException {
        goOn();
        progress.at(done, total);
    }

    private void goOn() throws LogBroken {
        if (stopping.getAsBoolean()) {
            throw new LogBroken("the server stopped");
        }
    }
}
