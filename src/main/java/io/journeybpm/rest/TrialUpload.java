package io.journeybpm.rest;

import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.casework.Once;
import io.journeybpm.escalation.Trials.TableInvalid;
import io.journeybpm.escalation.Trials.Tried;
import io.journeybpm.imports.ImportMapping;
import io.journeybpm.imports.Logs;
import io.journeybpm.insight.Backtests;
import io.journeybpm.insight.Backtests.Past;
import io.journeybpm.insight.Backtests.Question;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A decision table as it was sent, with the log to try it on.
 *
 * @param decision the DMN file
 * @param fileName what people call it
 * @param past the log with its mapping; absent for recorded cases
 * @param table the table, once it was read
 */
record TrialUpload(
        byte[] decision,
        String fileName,
        @Nullable Upload past,
        @Nullable Tried table) {

    private static final String DECISION = "decision";

    /** The largest decision table to try, in bytes. */
    static final int LARGEST = 4 << 20;

    static TrialUpload of(Part decision, @Nullable MultipartFile log, @Nullable Part mapping) {
        if (log == null && mapping != null) {
            throw new InvalidRequest("log", "is missing; a mapping says what the attributes of a log mean");
        }
        if (log != null && mapping == null) {
            throw new InvalidRequest("mapping", "is missing; it says what the attributes of the log mean");
        }
        if (decision.getSize() > LARGEST) {
            throw new Content.TooLarge(DECISION, LARGEST);
        }
        Upload past = log == null || mapping == null ? null : Upload.of(log, mapping);
        try (InputStream content = decision.getInputStream()) {
            String name = Objects.requireNonNullElse(decision.getSubmittedFileName(), DECISION);
            return new TrialUpload(content.readAllBytes(), name, past, null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same, everything in it read that can be wrong. */
    TrialUpload checked(Backtests backtests) {
        if (decision.length == 0) {
            throw new InvalidRequest(DECISION, "is empty");
        }
        try {
            Tried read = backtests.read(decision);
            read.requireFor(past == null ? null : past.readMapping().journey());
            return new TrialUpload(decision, fileName, past, read);
        } catch (TableInvalid invalid) {
            throw new InvalidRequest(DECISION, String.valueOf(invalid.getMessage()));
        }
    }

    /** What tells this upload from another. */
    String digest() {
        return Once.digest(decision) + (past == null ? "" : past.digest());
    }

    /** Queues it; returns its id. */
    String send(Backtests backtests, Logs logs, String user) {
        Tried read = Objects.requireNonNull(table);
        if (past == null) {
            return backtests.start(new Question(fileName, read, null), user);
        }
        ImportMapping mapping = past.readMapping();
        try (InputStream content = past.log().getInputStream()) {
            return backtests.start(
                    new Question(fileName, read, new Past(logs.take(content, past.name()), mapping)), user);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
