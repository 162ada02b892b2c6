package io.journeybpm.imports;

import io.journeybpm.engine.Journeys;
import io.journeybpm.imports.ImportView.Rejected;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Histories;
import io.journeybpm.ledger.Replayed;
import io.journeybpm.settings.JourneyProperties;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;

/** Logs read into memory, case by case. */
final class ReadLogs implements Logs {

    private final Histories histories;
    private final Journeys journeys;
    private final JourneyProperties settings;

    ReadLogs(Histories histories, Journeys journeys, JourneyProperties settings) {
        this.histories = histories;
        this.journeys = journeys;
        this.settings = settings;
    }

    @Override
    public Log take(InputStream log, String fileName) throws IOException {
        return new Kept(KeptLog.copy(log, fileName, settings.imports().maxSize().toBytes()));
    }

    @Override
    public Log file(Path log) throws IOException {
        return new Kept(KeptLog.of(log, settings.imports().maxSize().toBytes()));
    }

    private final class Kept implements Log {

        private final KeptLog log;

        Kept(KeptLog log) {
            this.log = log;
        }

        @Override
        public String name() {
            return log.name();
        }

        @Override
        public long size() {
            return log.size();
        }

        @Override
        public Rejected read(ImportMapping mapping, Sink sink) throws IOException {
            CaseEvents events =
                    new CaseEvents(mapping, journeys.latest(mapping.journey()).orElse(null));
            Rejections rejections = new Rejections();
            LogSink cases = onPaper(events, mapping, sink, rejections);
            try (InputStream bytes = log.bytes().open()) {
                LogReader reader = LogReader.of(bytes, new EventMapping(mapping, settings.zone()), settings.imports());
                if (reader.bringsCasesTogether()) {
                    reader.read(cases);
                } else {
                    inPieces(reader, cases);
                }
            }
            return rejections.all();
        }

        private void inPieces(LogReader reader, LogSink cases) throws IOException {
            try (CasePieces pieces =
                    new CasePieces(settings.imports().bucketSize().toBytes(), cases)) {
                reader.read(pieces);
                pieces.drain();
            }
        }

        private LogSink onPaper(CaseEvents events, ImportMapping mapping, Sink sink, Rejections rejections) {
            return new LogSink() {

                @Override
                public void take(LoggedCase found) {
                    sink.take(new OnPaper(events.key(found).caseId(), mapping.journey(), found, events));
                }

                @Override
                public void reject(String place, String reason) {
                    rejections.add(place, reason);
                }

                @Override
                public void progress(long done) throws IOException {
                    sink.progress(done);
                }
            };
        }

        @Override
        public void close() throws IOException {
            log.close();
        }
    }

    private final class OnPaper implements Replayed {

        private final String caseId;
        private final String journey;
        private final LoggedCase logged;
        private final CaseEvents events;

        OnPaper(String caseId, String journey, LoggedCase logged, CaseEvents events) {
            this.caseId = caseId;
            this.journey = journey;
            this.logged = logged;
            this.events = events;
        }

        @Override
        public String caseId() {
            return caseId;
        }

        @Override
        public String journey() {
            return journey;
        }

        @Override
        public Case.Escalation replay(Witness witness) {
            CaseFile file = histories.onPaper(events.opening(logged));
            events.record(logged, file, Set.of(), witness);
            return file.view().escalation();
        }
    }
}
