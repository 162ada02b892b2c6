package io.journeybpm.server.demo;

import io.journeybpm.engine.ReportedContact;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.NewHandoff;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.server.demo.Story.Window;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** One case while its story is played: what people do in it, and what the engine does while time goes by. */
final class Stage {

    /** When nobody works: open cases are decided once a day. */
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    private final Theatre theatre;
    private final Story story;
    private final long days;
    private final String instance;

    /**
     * Opens the story's case.
     *
     * @param days by which the story is moved from the dates it is told with
     */
    Stage(Theatre theatre, Story story, long days) {
        this.theatre = theatre;
        this.story = story;
        this.days = days;
        ClockUtil.setCurrentTime(Date.from(at(story.begin())));
        Case opened = theatre.runningCases()
                .open(new RunningCases.NewRun(
                        Story.JOURNEY, story.caseId(), story.customer(), story.facts(), List.of(), Map.of()));
        this.instance = Objects.requireNonNull(opened.processInstance());
    }

    Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    Instant at(LocalDateTime told) {
        return told.plusDays(days).atZone(theatre.zone()).toInstant();
    }

    NewPromise promise(String what, Cast who, @Nullable Window window) {
        Instant from = window == null ? null : at(window.from());
        Instant to = window == null ? null : at(window.to());
        return new NewPromise(what, null, who.party(), from, to, NewPromise.Origin.NEXT_STEP);
    }

    /** Time goes by: each night the case is decided, and what falls due in between is done when it does. */
    void passTo(LocalDateTime told) {
        Instant until = at(told);
        ZonedDateTime night = now().atZone(theatre.zone()).with(NIGHT);
        for (; night.toInstant().isBefore(until); night = night.plusDays(1)) {
            if (night.toInstant().isAfter(now())) {
                waitFor(night.toInstant());
                theatre.runningCases().decide(story.caseId());
                settle();
            }
        }
        waitFor(until);
    }

    private void waitFor(Instant moment) {
        Instant before = now();
        ClockUtil.setCurrentTime(Date.from(moment));
        for (Job each : due()) {
            Date at = each.getDuedate();
            ClockUtil.setCurrentTime(at == null || at.toInstant().isBefore(before) ? Date.from(before) : at);
            theatre.engine().getManagementService().executeJob(each.getId());
        }
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** What an act has queued is done at once, as by the engine's own job executor. */
    void settle() {
        theatre.ledger().flush();
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(each -> theatre.engine().getManagementService().executeJob(each.getId()));
            theatre.ledger().flush();
        }
    }

    private List<Job> due() {
        Comparator<Job> soonest =
                Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder()));
        return theatre
                .engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .executable()
                .list()
                .stream()
                .sorted(soonest)
                .toList();
    }

    /** Somebody fills in a task's form, and more is reported of this contact. Nobody takes the task, and reads, before. */
    void complete(String task, Map<String, Object> form, ReportedContact beyondTheForm) {
        Task open = tasks().createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(task)
                .singleResult();
        if (open == null) {
            throw new IllegalStateException("on " + now() + " no task '" + task + "' is open in " + story.caseId());
        }
        theatre.runningCases().record(story.caseId(), beyondTheForm, form);
    }

    private TaskService tasks() {
        return theatre.engine().getTaskService();
    }

    void record(ReportedContact report) {
        theatre.runningCases().record(story.caseId(), report);
    }

    void handOff(NewHandoff handoff, String user) {
        theatre.runningCases().handOff(story.caseId(), handoff, null, user);
    }

    void change(Consumer<CaseFile> change) {
        theatre.runningCases().change(story.caseId(), file -> {
            change.accept(file);
            return file;
        });
    }

    /** The contact at which somebody met the customer last, by its entry. */
    int lastContactOf(Cast who) {
        return theatre.cases().latestContacts(story.caseId(), story.scenes().size()).stream()
                .filter(each -> who.user().equals(each.reported().user()))
                .findFirst()
                .map(Contact::entry)
                .orElseThrow(() -> new IllegalStateException(who + " has not met the customer yet"));
    }
}
