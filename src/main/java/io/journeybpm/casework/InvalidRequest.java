package io.journeybpm.casework;

import java.util.List;
import java.util.stream.Collectors;

/** A request says something that can't be: every field that does, at once. */
public final class InvalidRequest extends RuntimeException {

    private final transient List<FieldError> errors;

    public InvalidRequest(List<FieldError> errors) {
        super(errors.stream().map(each -> each.field() + " " + each.message()).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    public InvalidRequest(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    /** Each field that is wrong. */
    public List<FieldError> errors() {
        return errors;
    }
}
