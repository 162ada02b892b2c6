package io.journeybpm.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a page in Danish, Swedish and English, one file for each language. Names in braces stand for values.
 *
 * @param language one of these
 * @param texts by their keys
 */
record PageWords(Locale language, Map<String, String> texts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The first is spoken where a browser asks for none of them. */
    static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("da"), Locale.forLanguageTag("sv"));

    /**
     * The words of a page in every language.
     *
     * @param page the name of its files
     */
    static Map<Locale, PageWords> of(String page) {
        return LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), each -> read(page, each)));
    }

    private static PageWords read(String page, Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                PageWords.class.getPackageName() + "." + page,
                language,
                PageWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> texts = new TreeMap<>();
        bundle.keySet().forEach(each -> texts.put(each, bundle.getString(each)));
        return new PageWords(language, Collections.unmodifiableMap(texts));
    }

    /** The language to speak, of those a browser asks for, the dearest first. */
    static Locale chosen(Stream<Locale> asked) {
        return asked.flatMap(each ->
                        LANGUAGES.stream().filter(known -> known.getLanguage().equals(each.getLanguage())))
                .findFirst()
                .orElse(LANGUAGES.get(0));
    }

    /** One text. */
    String say(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for '" + key + "'");
        }
        return text;
    }

    /** All of them, for a page to read. */
    String json() {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
