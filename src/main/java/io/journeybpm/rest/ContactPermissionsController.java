package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Purpose;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Permission;
import io.journeybpm.ledger.Permission.Request;
import io.journeybpm.outreach.Permissions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(
        name = "Contact permissions",
        description = "Whether the customer may be contacted now, and how the customer wants it")
class ContactPermissionsController {

    private final Permissions permissions;
    private final Commits commits;

    ContactPermissionsController(Permissions permissions, Commits commits) {
        this.permissions = permissions;
        this.commits = commits;
    }

    /**
     * A contact somebody wants to make.
     *
     * @param caseId the case it is about
     * @param channel the way it would take
     * @param purpose what it is for
     * @param party who would make it
     */
    record ContactPermissionBody(
            @Nullable String caseId,
            @Nullable String channel,
            @Nullable String purpose,
            @Nullable String party) {

        /** What was read of it. */
        record Said(String caseId, Request asked) {}

        Said read() {
            Checks checks = new Checks();
            String id = checks.required("caseId", caseId, Limits.CASE_ID);
            Channel way = required("channel", Channel.class, channel, Channel.PHONE, checks);
            Purpose what = required("purpose", Purpose.class, purpose, Purpose.SERVICE, checks);
            Request asked = new Request(way, what, checks.text("party", party, Limits.NAME));
            checks.done();
            return new Said(id, asked);
        }

        private static <W extends Enum<W> & Word> W required(
                String field, Class<W> words, @Nullable String written, W otherwise, Checks checks) {
            if (written == null || written.isBlank()) {
                checks.wrong(field, "is required, one of " + String.join(", ", Word.all(words)));
            }
            return Objects.requireNonNullElse(checks.word(field, words, written), otherwise);
        }
    }

    /**
     * Whether the contact may be made.
     *
     * @param permissionId its id
     * @param decision {@code allow}, {@code defer}, {@code merge} or {@code suppress}
     * @param until allowed: when the place is given up; deferred: when to ask again; merged: when the planned contact
     *     begins
     * @param mergeWith id of the promise whose contact this one can be part of
     * @param reason in words
     * @param table the table that decided
     */
    record PermissionView(
            String permissionId,
            String decision,
            @Nullable Instant until,
            @Nullable String mergeWith,
            @Nullable String reason,
            AssessmentView.@Nullable TableView table) {

        static PermissionView of(Permission shown) {
            Permission.Answer said = shown.said();
            return new PermissionView(
                    shown.id(),
                    said.decision().word(),
                    said.until(),
                    said.mergeWith(),
                    said.reason(),
                    said.table() == null || said.version() == null
                            ? null
                            : new AssessmentView.TableView(said.table(), said.version(), said.rule()));
        }
    }

    @PostMapping(path = "/contact-permissions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Asks whether the customer may be contacted",
            description = "What is allowed keeps its place until the contact is recorded or the time is over. "
                    + "Several who ask at once never get the same last place.")
    Reply<PermissionView> ask(@RequestBody ContactPermissionBody body, Call call) {
        ContactPermissionBody.Said said = body.read();
        return commits.commit(
                call,
                () -> Reply.done(
                        PermissionView.of(permissions.ask(Desk.id(said.caseId()), said.asked(), call.user()))));
    }
}
