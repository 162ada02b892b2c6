package io.journeybpm.pages;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.engine.AnnouncedVisits.Question;
import io.journeybpm.engine.AnnouncedVisits.Question.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to the questions of a form, as its journey expects them; what nobody asked for is left out. */
final class FormAnswers {

    private FormAnswers() {}

    /**
     * Reads them; not to be used unless {@link Checks#done()} passes.
     *
     * @param excused nobody met the customer, so that nothing has to be answered
     */
    static Map<String, Object> read(
            List<Question> questions, @Nullable Map<String, @Nullable Object> written, boolean excused, Checks checks) {
        Map<String, Object> read = new LinkedHashMap<>();
        for (Question each : questions) {
            Object said = written == null ? null : written.get(each.key());
            String field = "answers." + each.key();
            if (isNothing(said)) {
                if (each.required() && !excused) {
                    checks.wrong(field, "is required");
                }
            } else {
                Object value = value(each, String.valueOf(said), said, field, checks);
                if (value != null) {
                    read.put(each.key(), value);
                }
            }
        }
        return read;
    }

    private static boolean isNothing(@Nullable Object said) {
        return said == null
                || said instanceof String text && text.isBlank()
                || said instanceof List<?> list && list.isEmpty();
    }

    private static @Nullable Object value(
            Question question, String text, @Nullable Object said, String field, Checks checks) {
        return switch (question.kind()) {
            case TEXT -> checks.text(field, text, Limits.NOTE);
            case YES_NO -> Boolean.parseBoolean(text);
            case NUMBER -> number(text, field, checks);
            case ONE_OF -> offered(question, text, field, checks);
            case SOME_OF -> some(question, said, field, checks);
        };
    }

    private static @Nullable Object number(String text, String field, Checks checks) {
        if (!text.strip().matches("-?\\d{1,12}([.,]\\d{1,6})?")) {
            checks.wrong(field, "isn't a number");
            return null;
        }
        return Double.valueOf(text.strip().replace(',', '.'));
    }

    private static @Nullable String offered(Question question, String text, String field, Checks checks) {
        if (question.choices().stream().map(Choice::value).noneMatch(text::equals)) {
            checks.wrong(field, "isn't one of the answers offered");
            return null;
        }
        return text;
    }

    private static @Nullable List<String> some(Question question, @Nullable Object said, String field, Checks checks) {
        List<String> some = new ArrayList<>();
        for (Object each : said instanceof List<?> list ? list : List.of(String.valueOf(said))) {
            String offered = offered(question, String.valueOf(each), field, checks);
            if (offered != null) {
                some.add(offered);
            }
        }
        return some;
    }
}
