package io.journeybpm.engine;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Property;
import io.journeybpm.journey.Purpose;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Permission;
import io.journeybpm.outreach.Permissions;
import io.journeybpm.settings.JourneyProperties;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Asks whether the customer may be contacted, for the purpose and on the channel drawn at the step. */
final class PermissionStep implements JavaDelegate {

    /** Not the name of a variable it sets: the second time round that would hide it. */
    static final String DELEGATE = "askContactPermission";

    /** What a gateway looks at after the step. */
    static final String DECISION = "contactPermission";

    /** A time a timer can wait for. */
    static final String UNTIL = "contactPermissionUntil";

    static final String REASON = "contactPermissionReason";
    static final String MERGE_WITH = "mergeWith";

    private final Steps steps;
    private final Texts texts;
    private final Permissions permissions;
    private final ZoneId zone;

    PermissionStep(Steps steps, Texts texts, Permissions permissions, JourneyProperties settings) {
        this.steps = steps;
        this.texts = texts;
        this.permissions = permissions;
        this.zone = settings.zone();
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, String> drawn = JourneyReader.properties(execution.getBpmnModelElementInstance());
        drawn.replaceAll((name, text) -> texts.resolve(text, execution));
        Permission.Request asked = new Permission.Request(
                word(Channel.class, Property.CHANNEL, drawn, execution),
                word(Purpose.class, Property.PURPOSE, drawn, execution),
                drawn.getOrDefault(Property.PARTY, "").isBlank() ? null : drawn.get(Property.PARTY));
        String caseId = steps.file((ExecutionEntity) execution).view().caseId();
        Permission.Answer said = JourneyRefused.unlessTaken(() -> permissions.ask(caseId, asked, null))
                .said();
        execution.setVariable(DECISION, said.decision().word());
        execution.setVariable(
                UNTIL,
                said.until() == null
                        ? null
                        : said.until().atZone(zone).toOffsetDateTime().toString());
        execution.setVariable(MERGE_WITH, said.mergeWith());
        execution.setVariable(REASON, said.reason());
    }

    private static <W extends Enum<W> & Word> W word(
            Class<W> type, String property, Map<String, String> drawn, DelegateExecution execution) {
        return Optional.ofNullable(drawn.get(property))
                .flatMap(text -> Word.find(type, text))
                .orElseThrow(() -> new JourneyRefused("'" + execution.getCurrentActivityId() + "' runs ${" + DELEGATE
                        + "}, but its " + property + " is none of " + Word.all(type)));
    }
}
