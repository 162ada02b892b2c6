package io.journeybpm.cockpit;

import io.journeybpm.casework.Casework;
import io.journeybpm.casework.Limits;
import io.journeybpm.engine.ReportedContact;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.engine.RunningCases.RecordedContact;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Touchpoint;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done with contacts. */
final class ContactActs {

    private static final String CAUSED_BY = "causedBy";

    private final RunningCases running;
    private final Casework casework;

    ContactActs(RunningCases running, Casework casework) {
        this.running = running;
        this.casework = casework;
    }

    /** Somebody met the customer; a touchpoint that waits for it is completed. */
    Supplier<String> record(String caseId, Form form, @Nullable String user, Words words) {
        OptionalInt cause = form.entry(CAUSED_BY);
        ReportedContact report = ReportedContact.builder()
                .touchpoint(form.text("touchpoint", Limits.NAME))
                .activityInstanceId(form.text("activityInstanceId", Limits.ACTIVITY_INSTANCE))
                .channel(form.word("channel", Channel.class))
                .direction(form.word("direction", Direction.class))
                .party(form.text("party", Limits.NAME))
                .user(form.text("user", Limits.NAME))
                .outcome(form.chosen("outcome", Outcome.class))
                .occurredAt(form.past("date", "time"))
                .causedBy(cause.isPresent() ? cause.getAsInt() : null)
                .reason(form.text("reason", Limits.REASON_OF_CONTACT))
                .incidents(form.incidents("incidents"))
                .note(form.text("note", Limits.NOTE))
                .leftOpen(form.text("open", Limits.NOTE))
                .build();
        String override = form.text("override", Limits.SENTENCE);
        form.done();
        Casework.Aside aside = new Casework.Aside(List.of(), override, user);
        return () -> recorded(casework.record(caseId, report, Map.of(), aside));
    }

    private String recorded(Casework.Reported reported) {
        RecordedContact recorded = reported.recorded();
        StringBuilder said =
                new StringBuilder("Contact recorded as #" + recorded.contact().entry() + ".");
        if (recorded.completed() != null) {
            said.append(" It completed \"").append(titleOf(recorded)).append("\", which was waiting.");
        }
        if (recorded.assessment().rise() != null) {
            said.append(" The level is now ")
                    .append(recorded.assessment().rise().to().word())
                    .append('.');
        }
        return said.append(ActWords.lacking(reported.announced())).toString();
    }

    private String titleOf(RecordedContact recorded) {
        String key = String.valueOf(recorded.completed());
        return running.journey(recorded.after())
                .flatMap((Journey journey) -> journey.touchpoint(key))
                .map(Touchpoint::title)
                .orElse(key);
    }

    /** A contact that never was is taken out of the counts. */
    Supplier<String> takeBack(String caseId, Form form, @Nullable String user) {
        int entry = form.requiredEntry("entry");
        String reason = form.required("reason", Limits.SENTENCE);
        form.done();
        return () -> running.change(caseId, file -> {
            file.contacts().voided(entry, reason, user);
            return "Contact #" + entry + " is taken back. It stays to be seen, but is not counted.";
        });
    }

    /** Somebody knows which earlier contact made one necessary. */
    Supplier<String> cause(String caseId, Form form, @Nullable String user) {
        int entry = form.requiredEntry("entry");
        int causedBy = form.requiredEntry(CAUSED_BY);
        String reason = form.required("reason", Limits.SENTENCE);
        form.done();
        return () -> running.change(caseId, file -> {
            file.causes().mark(entry, causedBy, reason, user);
            return "Contact #" + entry + " goes back to #" + causedBy + ".";
        });
    }
}
