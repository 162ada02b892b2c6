package io.journeybpm.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeybpm.casework.Strict;
import java.lang.reflect.Type;
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

    StrictJson() {
        super(mapper());
        setSupportedMediaTypes(java.util.List.of(MediaType.APPLICATION_JSON));
    }

    /** The mapper for what goes in and out here. */
    static ObjectMapper mapper() {
        return Strict.mapper();
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
