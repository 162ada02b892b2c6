package io.journeybpm.rest;

import java.util.List;
import java.util.stream.Collectors;

/** A request says something that can't be: every field that does, at once. */
public final class InvalidRequest extends RuntimeException {

    private final transient List<FieldError> errors;

    InvalidRequest(List<FieldError> errors) {
        super(errors.stream().map(each -> each.field() + " " + each.message()).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    public InvalidRequest(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    List<FieldError> errors() {
        return errors;
    }
}
