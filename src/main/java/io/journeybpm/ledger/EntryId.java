package io.journeybpm.ledger;

import java.util.Optional;
import java.util.OptionalInt;

/** Ids of a case's entries as the outside sees them: the case's id, a tilde, the entry's number. */
public final class EntryId {

    private static final char MARK = '~';

    private EntryId() {}

    /** The id of an entry. */
    public static String of(String caseId, int entry) {
        return caseId + MARK + entry;
    }

    /** The case an entry's id belongs to; empty if it is none. */
    public static Optional<String> caseOf(String id) {
        int mark = id.lastIndexOf(MARK);
        return mark < 0 ? Optional.empty() : Optional.of(id.substring(0, mark));
    }

    /** The entry an id names within a case; empty if the id isn't one of that case. */
    public static OptionalInt within(String caseId, String id) {
        String prefix = caseId + MARK;
        String number = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
        return number.matches("[1-9]\\d{0,8}") ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
    }
}
