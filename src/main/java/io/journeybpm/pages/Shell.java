package io.journeybpm.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** The HTML around a page: a file of the folder {@code pages} with some names in double braces. */
final class Shell {

    private static final String FOLDER = "io/journeybpm/pages/shells/";

    private final String html;

    private Shell(String html) {
        this.html = html;
    }

    /** A shell by its file name, such as {@code map.html}. */
    static Shell named(String file) {
        try {
            return new Shell(new ClassPathResource(FOLDER + file).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The page, with values in place of names; they are texts or attributes in quotation marks, whatever they hold. */
    String with(Map<String, String> values) {
        String page = html;
        for (Map.Entry<String, String> each : values.entrySet()) {
            page = page.replace("{{" + each.getKey() + "}}", HtmlUtils.htmlEscape(each.getValue(), "UTF-8"));
        }
        return page;
    }
}
