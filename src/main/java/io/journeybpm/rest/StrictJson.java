package io.journeybpm.rest;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/**
 * JSON as this interface reads it, to the letter, and writes it, whatever the application's own JSON looks like: a
 * misspelt property is an error and not a loss. It leaves other people's controllers alone.
 */
final class StrictJson extends MappingJackson2HttpMessageConverter {

    private static final String ROOM = StrictJson.class.getPackageName();
    private static final String HOUSE = ROOM.substring(0, ROOM.lastIndexOf('.') + 1);

    private static final Set<CoercionInputShape> NO_TEXTS =
            Set.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);

    StrictJson() {
        super(mapper());
        setSupportedMediaTypes(java.util.List.of(MediaType.APPLICATION_JSON));
    }

    /** The mapper for what goes in and out here. */
    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> NO_TEXTS.forEach(shape -> config.setCoercion(shape, CoercionAction.Fail)))
                .build();
    }

    /** Characters of a text written as JSON. */
    static int length(String text) {
        return JsonStringEncoder.getInstance().quoteAsString(text).length + 2;
    }

    @Override
    public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType mediaType) {
        return context != null && context.getPackageName().equals(ROOM) && super.canRead(type, context, mediaType);
    }

    @Override
    public boolean canWrite(@Nullable Type type, Class<?> written, @Nullable MediaType mediaType) {
        return written.getPackageName().startsWith(HOUSE) && super.canWrite(type, written, mediaType);
    }

    @Override
    public boolean canRead(Class<?> read, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> written, @Nullable MediaType mediaType) {
        return written.getPackageName().startsWith(HOUSE) && super.canWrite(written, mediaType);
    }
}
