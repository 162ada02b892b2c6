package io.journeybpm.rest;

import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.casework.Limits;
import io.journeybpm.casework.Once;
import io.journeybpm.imports.ImportMapping;
import io.journeybpm.imports.Imports;
import io.journeybpm.imports.MappingInvalid;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;

/**
 * A log as it was sent, with what its attributes mean.
 *
 * @param log the log
 * @param mapping JSON
 */
record Upload(MultipartFile log, byte[] mapping) {

    private static final String LOG = "log";
    private static final String MAPPING = "mapping";

    static Upload of(MultipartFile log, Part mapping) {
        if (log.isEmpty()) {
            throw new InvalidRequest(LOG, "is empty");
        }
        if (mapping.getSize() > Limits.BODY) {
            throw new Content.TooLarge();
        }
        try (InputStream content = mapping.getInputStream()) {
            return new Upload(log, content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    ImportMapping readMapping() {
        try {
            return ImportMapping.parse(new String(mapping, StandardCharsets.UTF_8));
        } catch (MappingInvalid invalid) {
            String field = invalid.field().isEmpty() ? MAPPING : MAPPING + "." + invalid.field();
            throw new InvalidRequest(field, "is refused: " + invalid.getMessage());
        }
    }

    /** What tells this upload from another. */
    String digest() {
        MessageDigest digest = Once.sha256();
        try (InputStream content = log.getInputStream();
                OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            sink.write(Once.digest(mapping).getBytes(StandardCharsets.US_ASCII));
            content.transferTo(sink);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What people call the log. */
    String name() {
        return Objects.requireNonNullElse(log.getOriginalFilename(), LOG);
    }

    /** Queues it; returns its id. */
    String send(Imports imports, ImportMapping read, String user) {
        try (InputStream content = log.getInputStream()) {
            return imports.start(content, name(), read, user);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
