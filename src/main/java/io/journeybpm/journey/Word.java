package io.journeybpm.journey;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A term of a closed vocabulary, written the same way in BPMN, DMN, JSON and SQL. */
public interface Word {

    /** The enum constant's name, as the language defines it. */
    String name();

    /** The term as people and files write it: lower case, hyphens between words. */
    default String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds the term a text stands for.
     *
     * @param type the vocabulary
     * @param text what somebody wrote; case and surrounding blanks don't matter
     */
    static <W extends Enum<W> & Word> Optional<W> find(Class<W> type, String text) {
        String wanted = text.strip();
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.word().equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** All terms of a vocabulary in their order, for messages that say what is allowed. */
    static <W extends Enum<W> & Word> List<String> all(Class<W> type) {
        return Arrays.stream(type.getEnumConstants()).map(Word::word).toList();
    }
}
