package io.journeybpm.cockpit;

import io.journeybpm.casework.Once;
import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.CaseTasks;
import io.journeybpm.engine.CaseTasks.CaseTask;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Page;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/** What is shown in Camunda's web applications, to the engine's current user: nothing of what that user may not see. */
final class Screens {

    private final RuntimeService runtime;
    private final Rights rights;
    private final Showing showing;
    private final CaseLists lists;
    private final CaseExport export;
    private final Dashboards dashboards;
    private final Diagrams diagrams;
    private final Trend trend;
    private final Cases cases;
    private final CaseTasks tasks;
    private final Briefings briefings;
    private final Once once;
    private final Acting acting;

    Screens(
            RuntimeService runtime,
            Rights rights,
            Showing showing,
            CaseLists lists,
            CaseExport export,
            Dashboards dashboards,
            Diagrams diagrams,
            Trend trend,
            Cases cases,
            CaseTasks tasks,
            Briefings briefings,
            Once once,
            Acting acting) {
        this.runtime = runtime;
        this.rights = rights;
        this.showing = showing;
        this.lists = lists;
        this.export = export;
        this.dashboards = dashboards;
        this.diagrams = diagrams;
        this.trend = trend;
        this.cases = cases;
        this.tasks = tasks;
        this.briefings = briefings;
        this.once = once;
        this.acting = acting;
    }

    /** What the user can do here. */
    Acting acting() {
        return acting;
    }

    Diagrams diagrams() {
        return diagrams;
    }

    Dashboards.Dashboard dashboard() {
        return dashboards.dashboard();
    }

    Trend.Days trend() {
        return trend.days();
    }

    StreamingOutput export(CaseSearch search) {
        return export.of(search);
    }

    CaseLists.CasePage cases(CaseSearch search, @Nullable String after, int limit) {
        return lists.page(search, after, limit);
    }

    Optional<CaseBrief> brief(String caseId) {
        return readable(caseId).map(each -> showing.brief(each, null));
    }

    /** The brief of the case that a process instance, or the one that called it, belongs to. */
    Optional<CaseBrief> briefOfInstance(String instanceId) {
        return Optional.ofNullable(instance(instanceId))
                .map(each -> each.getBusinessKey() == null ? instance(each.getRootProcessInstanceId()) : each)
                .map(ProcessInstance::getBusinessKey)
                .flatMap(this::brief);
    }

    private @Nullable ProcessInstance instance(String id) {
        return runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
    }

    Optional<Page<TimelineItem>> timeline(String caseId, @Nullable String after, int limit) {
        return readable(caseId).map(each -> showing.timeline(each.caseId(), after, limit));
    }

    private Optional<Case> readable(String caseId) {
        return cases.find(caseId).filter(rights::mayRead);
    }

    Optional<CaseBrief> briefOfTask(String taskId) {
        return tasks.find(taskId).flatMap(this::briefOf);
    }

    private Optional<CaseBrief> briefOf(CaseTask task) {
        return cases.find(task.caseId()).map(each -> briefOf(task, each));
    }

    private CaseBrief briefOf(CaseTask task, Case about) {
        return showing.brief(about, task.touchpoint())
                .readBy(new CaseBrief.Reader(
                        task.party() == null ? null : Words.party(task.party()), task.mine(), isUnread(task, about)));
    }

    private static boolean isUnread(CaseTask task, Case about) {
        return about.briefs().isUnreadBy(task.party());
    }

    Optional<Page<TimelineItem>> timelineOfTask(String taskId, @Nullable String after, int limit) {
        return tasks.find(taskId).map(each -> showing.timeline(each.caseId(), after, limit));
    }

    /** The user, who works on the task, has read the brief on behalf of the party that meets the customer there. */
    Optional<CaseBrief> acknowledge(String taskId) {
        return tasks.find(taskId)
                .filter(each -> each.mine() || rights.mayWorkOn(taskId))
                .flatMap(task -> cases.find(task.caseId()).map(each -> briefOf(task, read(task, each))));
    }

    private Case read(CaseTask task, Case about) {
        String party = task.party();
        return party == null || !isUnread(task, about)
                ? about
                : once.write(() -> briefings.read(about.caseId(), party, rights.userId()));
    }
}
