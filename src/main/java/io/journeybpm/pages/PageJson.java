package io.journeybpm.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.journeybpm.casework.InvalidRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What the pages without a login say and are told, whatever the application's own JSON looks like. */
final class PageJson {

    /** Longer than all the texts of a page together. */
    private static final int MOST_BYTES = 64 << 10;

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /**
     * What a page sent.
     *
     * @throws InvalidRequest if it is none of ours
     */
    <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new InvalidRequest("body", "is larger than " + MOST_BYTES + " bytes");
        }
        T read = null;
        try {
            read = json.readValue(body, type);
        } catch (JsonProcessingException unreadable) {
            // said below, without repeating what was sent
        }
        if (read == null) {
            throw new InvalidRequest("body", "isn't what this page sends");
        }
        return read;
    }

    ResponseEntity<byte[]> show(Object view) throws IOException {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(write(view));
    }

    byte[] write(Object view) throws IOException {
        return json.writeValueAsBytes(view);
    }
}
