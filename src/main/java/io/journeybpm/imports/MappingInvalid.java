package io.journeybpm.imports;

/** A mapping that doesn't say what an import needs to know. */
public final class MappingInvalid extends RuntimeException {

    private final String field;

    MappingInvalid(String field, String problem) {
        super("mapping: " + (field.isEmpty() ? "" : "'" + field + "' ") + problem);
        this.field = field;
    }

    /** The field that is wrong, with dots between levels; empty if the mapping as a whole is. */
    public String field() {
        return field;
    }
}
