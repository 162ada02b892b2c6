package io.journeybpm.engine;

import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.Incident;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewContact;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor submits with a touchpoint: variables of fixed names that start empty and local at each visit, so that
 * an earlier visitor's answer neither shows in the form nor is taken for this contact.
 */
final class Fields {

    static final String OUTCOME = "outcome";
    static final String NOTE = "note";
    static final String OPEN = "open";
    static final String INCIDENTS = "incidents";
    static final String REPEATED_QUESTIONS = "repeatedQuestions";
    /** Of a contact too, but only where the form asks for it: {@code journey.fields} says so, and only then it costs. */
    static final String REDIRECTED_TO = "redirectedTo";

    static final String CAUSED_BY = "causedBy";
    /** The contact's reason; a review has one of its own. */
    static final String CONTACT_REASON = "contactReason";

    static final String NEXT_STEP_WHAT = "nextStepWhat";
    static final String NEXT_STEP_PARTY = "nextStepParty";
    static final String NEXT_STEP_FROM = "nextStepFrom";
    static final String NEXT_STEP_TO = "nextStepTo";
    static final String LEVEL = "level";
    static final String REASON = "reason";
    static final String AMBASSADOR = "ambassador";

    /** More questions asked again in one contact are a slip of the keyboard. */
    static final int TEXT = 4000;

    static final int NAME = 255;
    static final int SENTENCE = 1000;
    static final int WORD = 64;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("(\\d{1,4})(?:\\.0)?");
    static final List<String> OF_A_CONTACT = List.of(
            OUTCOME,
            NOTE,
            OPEN,
            INCIDENTS,
            REPEATED_QUESTIONS,
            NEXT_STEP_WHAT,
            NEXT_STEP_PARTY,
            NEXT_STEP_FROM,
            NEXT_STEP_TO);
    private static final List<String> OF_A_REVIEW = List.of(LEVEL, REASON, AMBASSADOR);

    private final Map<String, Object> values;
    private final ZoneId zone;

    private Fields(Map<String, Object> values, ZoneId zone) {
        this.values = values;
        this.zone = zone;
    }

    /** Names that belong to one completion of an element. */
    static Set<String> names(@Nullable Touchpoint touchpoint, boolean review) {
        Set<String> names = new LinkedHashSet<>();
        if (touchpoint != null) {
            names.addAll(OF_A_CONTACT);
            names.addAll(touchpoint.answers());
        }
        if (review) {
            names.addAll(OF_A_REVIEW);
        }
        return names;
    }

    /** Makes the names empty and local. */
    static void empty(ExecutionEntity scope, Set<String> names) {
        for (String name : names) {
            scope.setVariableLocal(name, Variables.untypedNullValue(true));
            VariableInstanceEntity empty = (VariableInstanceEntity) scope.getVariableInstanceLocal(name);
            empty.setTransient(false);
            VariableInstanceEntity.insert(empty);
        }
    }

    /** Nothing was submitted. */
    static Fields none(ZoneId zone) {
        return new Fields(Map.of(), zone);
    }

    /** Reads what was submitted; what the scope inherits doesn't count. */
    static Fields of(VariableScope scope, Set<String> names, ZoneId zone) {
        Map<String, Object> values = new HashMap<>();
        for (String name : names) {
            Object value = scope.getVariableLocal(name);
            if (value != null && !value.toString().isBlank()) {
                values.put(name, value);
            }
        }
        return new Fields(values, zone);
    }

    /** Publishes the outcome and the touchpoint's own answers, given or not, for gateways; the rest is the ledger's. */
    void publish(ExecutionEntity scope, Set<String> names, Touchpoint touchpoint, Outcome outcome) {
        scope.removeVariableLocal(OUTCOME);
        scope.removeVariablesLocal(touchpoint.fields());
        publish(scope, outcome);
        touchpoint.fields().forEach(name -> scope.setVariable(name, values.get(name)));
    }

    /**
     * Publishes an outcome. The same one again would be no more than a row in the engine's history, unless the process
     * has conditions that look at each change.
     */
    static void publish(ExecutionEntity scope, Outcome outcome) {
        Boolean looked = scope.getProcessDefinition().getProperties().get(BpmnProperties.HAS_CONDITIONAL_EVENTS);
        if (Boolean.TRUE.equals(looked) || !outcome.word().equals(scope.getVariable(OUTCOME))) {
            scope.setVariable(OUTCOME, outcome.word());
        }
    }

    /** A text no longer than the ledger keeps. */
    @Nullable
    String text(String name, int longest) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        String text = value.toString().strip();
        if (text.length() > longest) {
            throw new JourneyRefused(name + " has " + text.length() + " characters, more than " + longest);
        }
        return text;
    }

    @Nullable
    Outcome outcome() {
        return word(Outcome.class, OUTCOME);
    }

    @Nullable
    Level level() {
        return word(Level.class, LEVEL);
    }

    private <W extends Enum<W> & Word> @Nullable W word(Class<W> type, String name) {
        String text = text(name, NAME);
        return text == null
                ? null
                : Word.find(type, text)
                        .orElseThrow(() -> new JourneyRefused(
                                name + " is '" + text + "', but has to be one of " + Word.all(type)));
    }

    /** Incidents, from a list or a comma list. */
    List<Incident> incidents() {
        Object value = values.get(INCIDENTS);
        if (value instanceof Iterable<?> several) {
            List<Incident> incidents = new ArrayList<>();
            several.forEach(each -> incidents.add(Incident.of(String.valueOf(each))));
            return incidents;
        }
        return JourneyReader.list(text(INCIDENTS, SENTENCE)).stream()
                .map(Incident::of)
                .toList();
    }

    /** The contact named as the cause: by its id, or by the touchpoint whose latest one it was. */
    @Nullable
    Integer cause(CaseFile file) {
        String named = text(CAUSED_BY, NAME);
        if (named == null) {
            return null;
        }
        OptionalInt entry = EntryId.within(file.view().caseId(), named);
        return (entry.isPresent() ? entry : file.causes().latestAt(named))
                .orElseThrow(() ->
                        new JourneyRefused(CAUSED_BY + " is '" + named + "', but this case had no contact there yet"));
    }

    /** How many questions the customer had answered before. */
    int repeatedQuestions() {
        String text = text(REPEATED_QUESTIONS, NAME);
        if (text == null) {
            return 0;
        }
        Matcher number = WHOLE_NUMBER.matcher(text);
        int count = number.matches() ? Integer.parseInt(number.group(1)) : -1;
        if (count < 0 || count > NewContact.MOST_REPEATED_QUESTIONS) {
            throw new JourneyRefused(REPEATED_QUESTIONS + " is '" + text + "', but has to be a whole number from 0 to "
                    + NewContact.MOST_REPEATED_QUESTIONS);
        }
        return count;
    }

    /** A time with a zone; one without is taken in the zone of the settings. */
    @Nullable
    Instant time(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Date date) {
            return date.toInstant();
        }
        try {
            return OffsetDateTime.parse(value.toString()).toInstant();
        } catch (DateTimeException withoutZone) {
            return local(name, value.toString());
        }
    }

    private Instant local(String name, String text) {
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException malformed) {
            throw new JourneyRefused(name + " is '" + text + "', but has to be a time such as 2026-08-04T08:00+02:00");
        }
    }
}
