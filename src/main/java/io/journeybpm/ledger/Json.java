package io.journeybpm.ledger;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;

/** What the ledger keeps as JSON in a column; nobody outside reads it. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final ObjectReader CARRY = MAPPER.readerFor(Carry.class);

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(type.getSimpleName() + " can't be read", damaged);
        }
    }

    /** Plain values by name; numbers as they were written. */
    static Map<String, Object> values(String json) {
        try {
            return MAPPER.readerFor(VALUES)
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readValue(json);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("figures can't be read", damaged);
        }
    }

    static Carry carry(String json) {
        try {
            return CARRY.readValue(json);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("journey_case.carry can't be read", damaged);
        }
    }

    static List<String> texts(String json) {
        try {
            return MAPPER.readValue(json, TEXTS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a list in journey_contact can't be read", damaged);
        }
    }
}
