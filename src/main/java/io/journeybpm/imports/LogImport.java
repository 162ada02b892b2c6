package io.journeybpm.imports;

import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.RunQueue;
import io.journeybpm.settings.JourneyProperties;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Reads one log into the ledger. */
final class LogImport implements LogSink, CaseWriter.Outcome {

    /** Cases written in one transaction: enough for a commit to cost each little, few enough to be held locked. */
    private static final int MOST_CASES = 100;

    private static final int MANY_EVENTS = 2_000;

    private final CaseWriter writer;
    private final Findings findings;
    private final RunQueue.Progress progress;
    private final BooleanSupplier stopping;
    private final long total;
    private final Map<String, LoggedCase> pending = new LinkedHashMap<>();
    private int events;

    LogImport(CaseWriter writer, Findings findings, RunQueue.Progress progress, BooleanSupplier stopping, long total) {
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
        try {
            LogReader.of(raw, mapping, limits).read(this);
        } finally {
            write();
        }
    }

    @Override
    public void take(LoggedCase found) throws IOException {
        goOn();
        String caseId = writer.caseId(found);
        if (pending.containsKey(caseId) || pending.size() >= MOST_CASES || events >= MANY_EVENTS) {
            write();
        }
        pending.put(caseId, found);
        events += found.events().size();
    }

    private void write() throws IOException {
        if (!pending.isEmpty()) {
            writer.write(pending.values(), this);
            pending.clear();
            events = 0;
        }
    }

    @Override
    public void took(LoggedCase written, Level level) throws IOException {
        findings.took(written, level);
    }

    @Override
    public void leftOut(LoggedCase refused, String reason) {
        findings.rejected(refused.events().get(0).place(), reason);
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
