package io.journeybpm.imports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Word;
import java.io.IOException;
import java.util.stream.Collectors;

/** Mappings between JSON and Java, and what Jackson finds wrong with them in words a process owner understands. */
final class MappingJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addDeserializer(Outcome.class, new OutcomeIn())
                    .addSerializer(Outcome.class, new OutcomeOut()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private MappingJson() {}

    static ImportMapping read(String json) {
        try {
            ImportMapping mapping = MAPPER.readValue(json, ImportMapping.class);
            if (mapping == null) {
                throw new MappingInvalid("", "is no JSON object");
            }
            return mapping;
        } catch (UnrecognizedPropertyException unknown) {
            throw new MappingInvalid(field(unknown), "is unknown; there are " + unknown.getKnownPropertyIds());
        } catch (JsonMappingException wrong) {
            throw found(wrong);
        } catch (JsonProcessingException broken) {
            throw new MappingInvalid("", "is no JSON: " + broken.getOriginalMessage());
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ImportResult result(String json) {
        try {
            return MAPPER.readValue(json, ImportResult.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("journey_import.result can't be read", damaged);
        }
    }

    private static MappingInvalid found(JsonMappingException wrong) {
        for (Throwable each = wrong; each != null; each = each.getCause()) {
            if (each instanceof MappingInvalid ours) {
                return ours;
            }
        }
        String field = field(wrong);
        return new MappingInvalid(field, (field.isEmpty() ? "is no JSON object: " : "") + wrong.getOriginalMessage());
    }

    private static String field(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }

    private static final class OutcomeIn extends StdDeserializer<Outcome> {

        OutcomeIn() {
            super(Outcome.class);
        }

        @Override
        public Outcome deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getValueAsString("");
            return Word.find(Outcome.class, text)
                    .orElseThrow(() -> JsonMappingException.from(
                            json, "'" + text + "' is none of " + String.join(", ", Word.all(Outcome.class))));
        }
    }

    private static final class OutcomeOut extends StdSerializer<Outcome> {

        OutcomeOut() {
            super(Outcome.class);
        }

        @Override
        public void serialize(Outcome outcome, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(outcome.word());
        }
    }
}
