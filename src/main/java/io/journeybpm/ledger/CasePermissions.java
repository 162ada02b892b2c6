package io.journeybpm.ledger;

import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.Permission.Decision;
import io.journeybpm.ledger.Permission.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The permissions of a case held for writing. */
public final class CasePermissions {

    /** How far a reporter's clock may lag behind: the contact may seem to come before its permission. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final CaseFile file;

    CasePermissions(CaseFile file) {
        this.file = file;
    }

    /** Keeps what was asked and answered; the timeline tells it, and nothing is counted. */
    public Permission keep(Permission.Request asked, Permission.Answer said, @Nullable String actor) {
        Instant now = file.clock().now();
        String words = asked.words() + (said.reason() == null ? "" : ": " + said.reason());
        boolean sent = said.decision() != Decision.SUPPRESS;
        Event event = file.note(
                Event.Kind.CONTACT_PERMISSION, actor, said.decision().word(), sent ? words : "not sent: " + words);
        Permission permission = new Permission(
                file.row.caseId,
                event.entry(),
                file.row.customer,
                asked,
                said,
                said.decision() == Decision.ALLOW ? State.GRANTED : State.REFUSED,
                now,
                null);
        file.writes.newPermissions.put(permission.entry(), permission);
        file.row.carry.permissions.removeIf(each -> !each.isOpen(now));
        if (permission.state() == State.GRANTED) {
            file.row.carry.permissions.add(permission);
        }
        return permission;
    }

    /** The permission a contact makes use of, if one fits. */
    Optional<Permission> granted(NewContact reported, Instant occurredAt) {
        List<Permission> open = file.row.carry.permissions;
        if (open.isEmpty() || reported.direction() != Direction.OUTBOUND || reported.outcome() == Outcome.MISSED) {
            return Optional.empty();
        }
        return open.stream()
                .filter(each -> each.isOpen(occurredAt)
                        && !occurredAt.isBefore(each.askedAt().minus(CLOCKS_APART)))
                .filter(each -> each.asked().channel() == reported.channel())
                .filter(each -> reported.purpose() == null || each.asked().purpose() == reported.purpose())
                .filter(each -> each.asked().party() == null
                        || reported.party() == null
                        || each.asked().party().equals(reported.party()))
                .findFirst();
    }

    void use(Permission granted, int contact) {
        file.row.carry.permissions.removeIf(each -> each.entry() == granted.entry());
        file.writes.change(granted.used(contact));
        file.writes.rowChanged = true;
    }
}
