package io.journeybpm.rest;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Purpose;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Customers;
import io.journeybpm.ledger.Incident;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Permission;
import io.journeybpm.ledger.PlannedVisits;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.Watched;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;

/** Tells the description which words each property knows, and which properties a body can't do without. */
final class Vocabulary {

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("ContactBody.channel", Word.all(Channel.class)),
            Map.entry("ContactBody.direction", Word.all(Direction.class)),
            Map.entry("ContactBody.outcome", Word.all(Outcome.class)),
            Map.entry("IncidentBody.kind", Word.all(Incident.Kind.class)),
            Map.entry("ContactBody.purpose", Word.all(Purpose.class)),
            Map.entry("ContactPermissionBody.channel", Word.all(Channel.class)),
            Map.entry("ContactPermissionBody.purpose", Word.all(Purpose.class)),
            Map.entry("PermissionView.decision", Word.all(Permission.Decision.class)),
            Map.entry("OptOutBody.channel", Word.all(Channel.class)),
            Map.entry("OptOutBody.purpose", Word.all(Purpose.class)),
            Map.entry("WatchedView.flag", Word.all(Watched.Flag.class)),
            Map.entry("LinkBody.purpose", Word.all(Link.Purpose.class)),
            Map.entry("LinkView.purpose", Word.all(Link.Purpose.class)),
            Map.entry("MergeBody.window", Word.all(PlannedVisits.Window.class)),
            Map.entry("CostBody.payer", Word.all(CostBody.Payer.class)),
            Map.entry("PromiseBody.origin", Word.all(NewPromise.Origin.class)),
            Map.entry("LevelBody.level", Word.all(Level.class)),
            Map.entry("LevelView.level", Word.all(Level.class)),
            Map.entry("AssessmentView.level", Word.all(Level.class)),
            Map.entry("CaseView.status", Word.all(Case.Status.class)),
            Map.entry("PhoneCallBody.reason", Word.all(PhoneCallBody.Reason.class)),
            Map.entry("MatchView.field", Word.all(Customers.Field.class)),
            Map.entry("PromiseView.state", Word.all(Promise.State.class)),
            Map.entry("HandoffView.state", Word.all(HandoffView.State.class)));

    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("CaseBody", List.of("caseId")),
            Map.entry("CustomerBody", List.of("reference")),
            Map.entry("FactBody", List.of("name", "value")),
            Map.entry("PromiseBody", List.of("what")),
            Map.entry("CostBody", List.of("payer", "amount", "currency")),
            Map.entry("ScoreBody", List.of("scale", "value")),
            Map.entry("LinkBody", List.of("purpose")),
            Map.entry("LevelBody", List.of("level", "reason")),
            Map.entry("CauseBody", List.of("causedBy", "reason")),
            Map.entry("IncidentBody", List.of("what")),
            Map.entry("AmbassadorBody", List.of("user")),
            Map.entry("ContactPermissionBody", List.of("caseId", "channel", "purpose")),
            Map.entry("HoursBody", List.of("from", "to")),
            Map.entry("FiguresBody", List.of("figures")),
            Map.entry("MergeBody", List.of("with")),
            Map.entry("MoveBody", List.of("to")),
            Map.entry("MigrationBody", List.of("from", "to")),
            Map.entry("PhoneCallBody", List.of("reason")),
            Map.entry("PartyBody", List.of("party")),
            Map.entry("OverrideBody", List.of("reason")),
            Map.entry("HandoffBody", List.of("to")));

    private Vocabulary() {}

    static void explain(Map<String, Schema> schemas) {
        REQUIRED.forEach((name, properties) -> {
            if (schemas.containsKey(name)) {
                schemas.get(name).setRequired(properties);
            }
        });
        WORDS.forEach((place, words) -> {
            String[] names = place.split("\\.");
            Schema<?> schema = schemas.get(names[0]);
            if (schema != null
                    && schema.getProperties() != null
                    && schema.getProperties().containsKey(names[1])) {
                limit(schema.getProperties().get(names[1]), words);
            }
        });
    }

    @SuppressWarnings("unchecked") // the properties named above are texts
    private static void limit(Schema<?> property, List<String> words) {
        ((Schema<String>) property).setEnum(words);
    }
}
