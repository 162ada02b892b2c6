package io.journeybpm.cockpit;

import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.casework.Limits;
import io.journeybpm.casework.Once;
import io.journeybpm.engine.AnnouncedVisits;
import io.journeybpm.engine.CaseTasks;
import io.journeybpm.engine.CaseTasks.CaseTask;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.ledger.Answers;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the engine's current user does to cases: no more than that user may, and each form once. */
final class Acting {

    /** Contacts to choose a cause among. */
    private static final int CONTACTS = 100;

    private static final int OK = 200;

    private final Cases cases;
    private final CaseTasks tasks;
    private final RunningCases running;
    private final AnnouncedVisits visits;
    private final Rights rights;
    private final Showing showing;
    private final People people;
    private final CaseActs acts;
    private final Once once;

    Acting(
            Cases cases,
            CaseTasks tasks,
            RunningCases running,
            AnnouncedVisits visits,
            Rights rights,
            Showing showing,
            People people,
            CaseActs acts,
            Once once) {
        this.cases = cases;
        this.tasks = tasks;
        this.running = running;
        this.visits = visits;
        this.rights = rights;
        this.showing = showing;
        this.people = people;
        this.acts = acts;
        this.once = once;
    }

    /**
     * A case on somebody's desk.
     *
     * @param about the case
     * @param may what the user may do to cases such as this
     */
    record Desk(Case about, Set<Act> may) {

        /** What the user may do to it as it stands. */
        Set<Act> acts() {
            Set<Act> now = Act.on(about);
            now.retainAll(may);
            return now;
        }
    }

    /** A case the user may see. */
    Optional<Desk> atCase(String caseId) {
        return cases.find(caseId).filter(rights::mayRead).map(each -> new Desk(each, allowed(each)));
    }

    /** The case of a task the user may see. */
    Optional<Desk> atTask(String taskId) {
        return tasks.find(taskId)
                .flatMap(task -> cases.find(task.caseId()).map(each -> new Desk(each, allowed(each, task, taskId))));
    }

    private Set<Act> allowed(Case about) {
        return rights.mayAct(about) ? EnumSet.allOf(Act.class) : EnumSet.noneOf(Act.class);
    }

    private Set<Act> allowed(Case about, CaseTask task, String taskId) {
        Set<Act> may = allowed(about);
        if (task.mine() || rights.mayWorkOn(taskId)) {
            may.addAll(Act.AT_WORK);
        }
        return may;
    }

    /** What can be done at a desk; nothing is looked up for who may do nothing. */
    Choices choices(Desk desk) {
        Case about = desk.about();
        return desk.acts().isEmpty()
                ? Choices.none()
                : Choices.of(
                        about,
                        desk.acts(),
                        rights.userId(),
                        running.journey(about).orElse(null),
                        visits.waiting(about.caseId()),
                        cases.latestContacts(about.caseId(), CONTACTS),
                        showing.words(),
                        showing.zone());
    }

    /** Users by name, for who may choose one. */
    List<People.Person> people(Desk desk, @Nullable String text) {
        return desk.acts().contains(Act.AMBASSADOR) || desk.acts().contains(Act.CONTACT)
                ? people.find(text)
                : List.of();
    }

    /**
     * Does what a form says, once.
     *
     * @param key what the form made up when it was opened, and sends each time it is sent
     * @return a sentence about what was done
     * @throws InvalidRequest if anything in the form is wrong
     */
    String act(Desk desk, Act act, @Nullable String key, byte[] form) {
        String caseId = desk.about().caseId();
        String user = rights.userId();
        Form filled = Form.read(
                new String(form, StandardCharsets.UTF_8),
                showing.zone(),
                showing.words().now());
        Supplier<String> done = acts.read(act, caseId, filled, user, showing.words());
        Answers.Call call = new Answers.Call(
                user == null ? "" : user,
                "cockpit/cases/" + caseId + "/" + act.word(),
                required(key),
                Once.digest(form));
        return once.answer(call, () -> new Answers.Answer(OK, null, done.get())).body();
    }

    private static String required(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > Limits.IDEMPOTENCY_KEY) {
            throw new InvalidRequest(Once.KEY, "is required, at most " + Limits.IDEMPOTENCY_KEY + " characters");
        }
        return key;
    }
}
