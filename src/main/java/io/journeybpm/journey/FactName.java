package io.journeybpm.journey;

import java.util.Locale;

/** Names of facts, as people write them in one place and as a form's keys in another. */
public final class FactName {

    private FactName() {}

    /** What two spellings of one name have in common: letters and digits only, case set aside. */
    public static String key(String name) {
        StringBuilder key = new StringBuilder();
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(key::appendCodePoint);
        return key.isEmpty() ? name.strip().toLowerCase(Locale.ROOT) : key.toString();
    }

    /** The key of a form's field that tells it: {@code pick-up time} is told by {@code pickUpTime}. */
    public static String variable(String name) {
        StringBuilder variable = new StringBuilder();
        for (String part : name.strip().split("[^A-Za-z0-9_]+")) {
            if (!part.isEmpty()) {
                variable.append(
                        variable.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
            }
        }
        return variable.toString();
    }
}
