package io.journeybpm.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

@Label("Words by which customers are found")
class WordsTest {

    @Test
    void areTheSameHoweverTheyAreTyped() {
        assertThat(Words.of("Søren KJÆR-Møller, Ålborg")).containsExactly("soeren", "kjaer", "moeller", "aalborg");
        assertThat(Words.of("Soeren kjaer moeller Aalborg")).isEqualTo(Words.of("Søren Kjær Møller, Ålborg"));
        // the dots and rings come apart from their letters on some machines
        assertThat(Words.of("A\u030alborg Zoe\u0308")).isEqualTo(Words.of("Ålborg Zoë"));
        assertThat(Words.of("O'Brien d’Arc")).containsExactly("obrien", "darc");
        assertThat(Words.of("  ,.-  ")).isEmpty();
        assertThat(Words.of("x".repeat(100)).iterator().next()).hasSize(40);
        assertThat(Words.of("𝒳".repeat(100)).iterator().next()).doesNotContain("\ud835\ud835");
        assertThat(Words.ofEmail("Ida.Holm+post@Mail.example")).containsExactly("ida", "holm", "post");
    }

    @Property
    void shareASpellingWithTheirSlips(
            @ForAll @AlphaChars @StringLength(min = 4, max = 20) String typed,
            @ForAll @IntRange(max = 19) int place,
            @ForAll @AlphaChars char letter,
            @ForAll @IntRange(max = 3) int slip) {
        String word = typed.toLowerCase(Locale.ROOT);
        int at = Math.min(place, word.length() - 1);
        Set<String> shared = new HashSet<>(Words.spellings(word));
        shared.retainAll(Words.spellings(slipped(word, at, Character.toLowerCase(letter), slip)));
        assertThat(shared).isNotEmpty();
    }

    private static String slipped(String word, int at, char letter, int slip) {
        String before = word.substring(0, at);
        String after = word.substring(at + 1);
        return switch (slip) {
            case 0 -> before + after;
            case 1 -> before + word.charAt(at) + letter + after;
            case 2 -> before + letter + after;
            default -> after.isEmpty() ? word : before + after.charAt(0) + word.charAt(at) + after.substring(1);
        };
    }

    @Test
    void thatAreNumbersOrVeryShortAreTakenAsTheyAre() {
        assertThat(Words.spellings("8000")).isEmpty();
        assertThat(Words.spellings("bo")).isEmpty();
        assertThat(Words.spellings("ida")).containsExactly("ida", "da", "ia", "id");
    }
}
