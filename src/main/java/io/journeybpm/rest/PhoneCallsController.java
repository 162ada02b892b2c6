package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.engine.RunningCases.RecordedContact;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Calls", description = "A customer calls: record it, and say what comes next")
class PhoneCallsController {

    private final RunningCases running;
    private final Callers callers;
    private final Commits commits;
    private final Desk desk;
    private final SaidAloud said;

    PhoneCallsController(RunningCases running, Callers callers, Commits commits, Desk desk, SaidAloud said) {
        this.running = running;
        this.callers = callers;
        this.commits = commits;
        this.desk = desk;
        this.said = said;
    }

    /**
     * A call was recorded.
     *
     * @param contactId its contact
     * @param after the case right after it
     * @param escalation what the decision said
     * @param say what to tell the caller, in words to read aloud
     */
    record PhoneCallAnswer(
            String contactId, @JsonProperty("case") CaseView after, AssessmentView escalation, String say) {}

    @PostMapping(path = "/calls", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Records a customer's call, and answers what to tell the caller",
            description =
                    "Finds the case by the phone number; where the caller has several open cases, 409 lists them. "
                            + "'say' is in English, Danish or Swedish, as Accept-Language asks for.")
    Reply<PhoneCallAnswer> record(
            @RequestBody PhoneCallBody body,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            Call call) {
        PhoneCallBody.Read read = body.read(call.user());
        Locale language = SaidAloud.language(languages);
        return commits.commit(call, () -> answer(running.record(callers.caseOf(read), read.report()), language));
    }

    private Reply.Effect<PhoneCallAnswer> answer(RecordedContact recorded, Locale language) {
        String id = recorded.contact().id();
        return Reply.created(
                desk.path().ofEntry(recorded.after().caseId(), "contacts", id),
                new PhoneCallAnswer(
                        id,
                        desk.show(recorded.after()),
                        AssessmentView.of(recorded.after(), recorded.assessment()),
                        said.nextStepOf(recorded.after(), desk.now(), language)));
    }
}
