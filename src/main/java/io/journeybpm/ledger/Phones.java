package io.journeybpm.ledger;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.MatchType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Phone numbers in any notation, read as somebody in one country would. */
final class Phones {

    /** Digits by which two notations of one number agree: country codes and leading zeros vary in front of them. */
    private static final int SIGNIFICANT_DIGITS = 8;

    /** Shorter ones are house numbers. */
    private static final int FEWEST_DIGITS = 3;

    /** The same number, in the same country. */
    static final double SAME = 1;

    /** The same number, as far as both say it. */
    static final double SAME_IN_PART = 0.9;

    /** The last digits agree, the rest doesn't. */
    private static final double SAME_END = 0.6;

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private final String region;

    /**
     * Reads numbers.
     *
     * @param region whose numbers come without a country code, as ISO 3166 has it
     * @throws IllegalArgumentException if there is no such country
     */
    Phones(String region) {
        if (!NUMBERS.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException(
                    "journey.region is to be a country such as DK, in two capital letters, not " + region);
        }
        this.region = region;
    }

    /**
     * Numbers within a text.
     *
     * @param numbers those found
     * @param rest what is left of the text
     */
    record Taken(List<String> numbers, String rest) {}

    /** What is compared when somebody is looked up by phone: the number's last digits; absent without any digit. */
    @Nullable
    String key(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        String national = read(phone).map(NUMBERS::getNationalSignificantNumber).orElse("");
        return end(national.isEmpty() ? phone : national);
    }

    /** Keys under which a number may be kept: an earlier version took the last digits of all that was written. */
    Set<String> keys(String asked) {
        Set<String> keys = new LinkedHashSet<>();
        Stream.of(Optional.ofNullable(key(asked)), Optional.ofNullable(end(asked)))
                .flatMap(Optional::stream)
                .forEach(keys::add);
        return keys;
    }

    /** Takes the numbers out of a text; one without a letter is a number as a whole, if it has digits enough. */
    Taken take(String text) {
        if (text.chars().noneMatch(Character::isLetter)) {
            long digits = text.chars().filter(Character::isDigit).count();
            return new Taken(digits < FEWEST_DIGITS ? List.of() : List.of(text), text);
        }
        List<String> numbers = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (PhoneNumberMatch each : NUMBERS.findNumbers(text, region, Leniency.POSSIBLE, Long.MAX_VALUE)) {
            numbers.add(each.rawString());
            rest.append(text, from, each.start()).append(' ');
            from = each.end();
        }
        return new Taken(numbers, rest.append(text.substring(from)).toString());
    }

    /** How alike two numbers are whose keys are the same, from 0 to 1. */
    double likeness(String kept, String asked) {
        Optional<PhoneNumber> one = read(kept);
        Optional<PhoneNumber> other = read(asked);
        if (one.isEmpty() || other.isEmpty()) {
            return kept.replaceAll("\\D", "").equals(asked.replaceAll("\\D", "")) ? SAME : SAME_END;
        }
        MatchType match = NUMBERS.isNumberMatch(one.get(), other.get());
        return switch (match) {
            case EXACT_MATCH -> SAME;
            case NSN_MATCH, SHORT_NSN_MATCH -> SAME_IN_PART;
            case NO_MATCH, NOT_A_NUMBER -> SAME_END;
        };
    }

    /** Without the extension, which says whom in the house, and which few callers know. */
    private Optional<PhoneNumber> read(String phone) {
        try {
            return Optional.of(NUMBERS.parse(phone, region).clearExtension());
        } catch (NumberParseException unread) {
            return Optional.empty();
        }
    }

    private static @Nullable String end(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.isEmpty() ? null : digits.substring(Math.max(0, digits.length() - SIGNIFICANT_DIGITS));
    }
}
