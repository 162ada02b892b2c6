package io.journeybpm.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Words of pages")
class PageWordsTest {

    private static final Pattern HOLE = Pattern.compile("\\{\\w+}");

    private final Map<Locale, PageWords> words = PageWords.of("customer");

    private static Set<String> holes(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = HOLE.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "visitor"})
    void areThereInEveryLanguageWithTheSameValuesInThem(String page) {
        Map<Locale, PageWords> words = PageWords.of(page);
        Map<String, String> english = words.get(Locale.ENGLISH).texts();
        assertThat(words).hasSize(3);
        words.values().forEach(each -> {
            assertThat(each.texts().keySet()).as(each.language().toString()).isEqualTo(english.keySet());
            each.texts().forEach((key, text) -> {
                assertThat(text).as(key).isNotBlank();
                assertThat(holes(text)).as(each.language() + " " + key).isEqualTo(holes(english.get(key)));
            });
        });
    }

    @Test
    void areAllTheOnesThePageSays() throws IOException {
        String script = Files.readString(Path.of("pages/customer.js")).replaceAll("(?m)^import .*$", "");
        Set<String> known = words.get(Locale.ENGLISH).texts().keySet();
        Matcher said = Pattern.compile(
                        "(?:say\\(|words\\[)'([\\w.]+)'|words\\.(\\w+)\\b|'(failed\\.\\w+|write\\.empty|gone\\.\\w+|busy\\.\\w+)'")
                .matcher(script);
        Set<String> asked = new TreeSet<>();
        while (said.find()) {
            asked.add(Stream.of(said.group(1), said.group(2), said.group(3))
                    .filter(each -> each != null)
                    .findFirst()
                    .orElseThrow());
        }
        assertThat(asked).hasSizeGreaterThan(30).isSubsetOf(known);
    }

    @Test
    void areChosenByWhatTheBrowserLikesBest() {
        assertThat(PageWords.chosen(Stream.of(Locale.GERMAN, Locale.forLanguageTag("sv-FI"), Locale.ENGLISH)))
                .isEqualTo(Locale.forLanguageTag("sv"));
        assertThat(PageWords.chosen(Stream.of(Locale.GERMAN))).isEqualTo(Locale.ENGLISH);
    }
}
