package io.journeybpm.engine;

import io.journeybpm.engine.RunningCases.RecordedContact;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Ledger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.form.TaskFormData;
import org.springframework.transaction.support.TransactionOperations;

/** Visits that wait in the process engine. */
final class EngineVisits implements AnnouncedVisits {

    private final EngineAccess engine;
    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final Waits waits;
    private final RunningCases cases;

    EngineVisits(
            EngineAccess engine, TransactionOperations transactions, Ledger ledger, Waits waits, RunningCases cases) {
        this.engine = engine;
        this.transactions = transactions;
        this.ledger = ledger;
        this.waits = waits;
        this.cases = cases;
    }

    @Override
    public List<Waiting> waiting(String caseId) {
        return waits.all(caseId).stream()
                .sorted(Comparator.comparing(Waiting::touchpoint).thenComparing(Waiting::activityInstanceId))
                .toList();
    }

    @Override
    public List<Question> questions(Waiting waiting) {
        if (waiting.fields().isEmpty()) {
            return List.of();
        }
        FormService forms = engine.services().getFormService();
        TaskFormData form = waiting.task() == null ? null : forms.getTaskFormData(waiting.task());
        return form == null || form.getCamundaFormRef() == null
                ? FormQuestions.without(waiting.fields())
                : FormQuestions.read(forms.getDeployedTaskForm(waiting.task()), waiting.fields());
    }

    @Override
    public RecordedContact answer(String caseId, ReportedContact report, Map<String, Object> variables) {
        String touchpoint = Objects.requireNonNull(report.touchpoint());
        String externalId = Objects.requireNonNull(report.externalId());
        return Objects.requireNonNull(transactions.execute(status -> {
            // whoever answers second waits here for the first
            CaseFile file = ledger.hold(caseId);
            boolean known = file.contacts().reportedAs(externalId).isPresent();
            if (!known && waits.choose(caseId, touchpoint, report) == null) {
                throw new NoLongerWaiting(touchpoint);
            }
            return cases.record(caseId, report, variables);
        }));
    }
}
