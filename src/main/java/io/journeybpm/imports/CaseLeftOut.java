package io.journeybpm.imports;

/** The ledger did not take a case of the log. Nothing of that case was written. */
final class CaseLeftOut extends RuntimeException {

    CaseLeftOut(String reason) {
        super(reason);
    }

    CaseLeftOut(String reason, Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
