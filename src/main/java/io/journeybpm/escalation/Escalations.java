package io.journeybpm.escalation;

import io.journeybpm.decision.Answer;
import io.journeybpm.decision.DecisionFailed;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Rise;
import io.journeybpm.settings.JourneyProperties.Escalation.History;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks the decision after whatever happened to a case, and raises the case's level when the answer says so. */
public final class Escalations {

    private final DecisionTable table;
    private final History history;

    Escalations(DecisionTable table, History history) {
        this.table = table;
        this.history = history;
    }

    /**
     * What came of asking.
     *
     * @param rise the level was raised, and this is to be raised in the process too
     * @param verdict what the table said; absent where there is none or it failed
     * @param failure why the table gave no usable answer
     */
    public record Assessment(
            @Nullable Rise rise,
            @Nullable Verdict verdict,
            @Nullable String failure) {}

    /**
     * A contact as recorded, with what it led to.
     *
     * @param contact the ledger's entry
     * @param assessment what came of asking the decision
     */
    public record Recorded(Contact contact, Assessment assessment) {}

    /**
     * Asks other tables than the deployed ones, and keeps nothing of it in the engine's history.
     *
     * @param table what to ask
     */
    public static Escalations trying(DecisionTable table) {
        return new Escalations(table, History.NONE);
    }

    /** Asks the decision. A table that fails is noted on the case and costs nothing else. */
    public Assessment assess(CaseFile file, Instant asOf, @Nullable Contact contact) {
        Answer answer;
        Verdict said;
        try {
            answer = table.ask(file.journey(), Inputs.of(file, asOf)).orElse(null);
            said = answer == null ? null : Verdict.of(answer);
        } catch (DecisionFailed failed) {
            file.decisionFailed(failed.getMessage());
            return new Assessment(null, null, failed.getMessage());
        }
        file.decisionFailed(null);
        if (answer == null || said == null) {
            return new Assessment(null, null, null);
        }
        Rise rise = file.rises()
                .raise(said.level(), asOf, contact == null ? null : contact.entry(), said.cause())
                .orElse(null);
        if (history == History.ALL || history == History.CHANGES && rise != null) {
            answer.history().accept(file.view());
        }
        return new Assessment(rise, said, null);
    }
}
