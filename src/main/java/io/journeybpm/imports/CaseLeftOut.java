package io.journeybpm.imports;

/** The ledger did not take a case of the log. Nothing of that case was written. */
final class CaseLeftOut extends RuntimeException {

    CaseLeftOut(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
