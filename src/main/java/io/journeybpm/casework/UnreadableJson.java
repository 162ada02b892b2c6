package io.journeybpm.casework;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says where a body stopped making sense, in the caller's words. */
public final class UnreadableJson {

    private static final String BODY = "body";

    private UnreadableJson() {}

    /** What made a body unreadable, absent if there was none, as the fault of a field. */
    public static InvalidRequest explain(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return new InvalidRequest(path(unknown.getPath()), "is unknown" + guess(unknown));
        }
        if (cause instanceof MismatchedInputException mismatched
                && !mismatched.getPath().isEmpty()) {
            return new InvalidRequest(
                    path(mismatched.getPath()), "has the wrong type, expected " + expected(mismatched.getTargetType()));
        }
        if (cause instanceof MismatchedInputException) {
            return new InvalidRequest(BODY, "is to be one JSON object");
        }
        if (cause instanceof JsonMappingException mapping
                && mapping.getCause() instanceof JsonProcessingException json) {
            return malformed(json);
        }
        if (cause instanceof JsonProcessingException json) {
            return malformed(json);
        }
        return new InvalidRequest(BODY, cause == null ? "is required: a JSON object" : "can't be read as UTF-8 JSON");
    }

    private static InvalidRequest malformed(JsonProcessingException json) {
        if (json instanceof StreamConstraintsException) {
            return new InvalidRequest(BODY, "is too deep or holds a number or a name that is too long");
        }
        JsonLocation at = json.getLocation();
        String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new InvalidRequest(BODY, "isn't well-formed JSON" + place);
    }

    private static String guess(UnrecognizedPropertyException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        List<String> names = known == null
                ? List.of()
                : known.stream().map(Object::toString).sorted().toList();
        return DidYouMean.among(names, unknown.getPropertyName())
                .map(near -> "; did you mean '" + near + "'?")
                .orElse(names.isEmpty() ? "" : "; known are " + String.join(", ", names));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == BigDecimal.class) {
            return "a number";
        }
        if (Number.class.isAssignableFrom(type) || type == int.class) {
            return "a whole number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String path(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference each : references) {
            if (each.getFieldName() == null) {
                path.append('[').append(each.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(each.getFieldName());
            }
        }
        return path.toString();
    }
}
