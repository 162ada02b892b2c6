package io.journeybpm.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeybpm.engine.AnnouncedVisits.Question;
import io.journeybpm.engine.AnnouncedVisits.Question.Choice;
import io.journeybpm.engine.AnnouncedVisits.Question.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The questions of a Camunda form, for those who answer it elsewhere than in Tasklist. */
final class FormQuestions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Kind> KINDS = Map.of(
            "radio", Kind.ONE_OF,
            "select", Kind.ONE_OF,
            "checklist", Kind.SOME_OF,
            "taglist", Kind.SOME_OF,
            "checkbox", Kind.YES_NO,
            "number", Kind.NUMBER);

    private FormQuestions() {}

    /** Those of the named fields, in the order of the form; a field the form lacks is asked for by its name. */
    static List<Question> read(InputStream form, List<String> fields) {
        Map<String, Question> found = new LinkedHashMap<>();
        try (form) {
            collect(JSON.readTree(form).path("components"), fields, found);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<Question> questions = new ArrayList<>(found.values());
        questions.addAll(
                without(fields.stream().filter(each -> !found.containsKey(each)).toList()));
        return questions;
    }

    /** Where there is no form, the names have to do. */
    static List<Question> without(List<String> fields) {
        return fields.stream()
                .map(each -> new Question(each, each, false, Kind.TEXT, List.of()))
                .toList();
    }

    private static void collect(JsonNode components, List<String> fields, Map<String, Question> found) {
        for (JsonNode each : components) {
            String key = each.path("key").asText();
            if (fields.contains(key)) {
                found.put(key, question(key, each));
            }
            collect(each.path("components"), fields, found);
        }
    }

    private static Question question(String key, JsonNode component) {
        List<Choice> choices = new ArrayList<>();
        for (JsonNode each : component.path("values")) {
            choices.add(
                    new Choice(each.path("value").asText(), each.path("label").asText()));
        }
        Kind kind = KINDS.getOrDefault(component.path("type").asText(), Kind.TEXT);
        boolean free = choices.isEmpty() && (kind == Kind.ONE_OF || kind == Kind.SOME_OF);
        return new Question(
                key,
                component.path("label").asText(key),
                component.at("/validate/required").asBoolean(),
                free ? Kind.TEXT : kind,
                choices);
    }
}
