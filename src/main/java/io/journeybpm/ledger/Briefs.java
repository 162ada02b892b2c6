package io.journeybpm.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who has read what of a case.
 *
 * @param lastParty who met the customer last, of counted contacts
 * @param lastPartyAt when
 * @param readAt when parties have read the brief last
 * @param handoffs whose receivers have not met the customer yet, oldest first
 */
public record Briefs(
        @Nullable String lastParty,
        @Nullable Instant lastPartyAt,
        Map<String, Instant> readAt,
        List<HandoffEntry> handoffs) {

    /** Whether a party knows what the one before it did: it was the one, there was none, or it has read the brief since. */
    public boolean knows(@Nullable String party) {
        if (lastParty == null || lastPartyAt == null || lastParty.equals(party)) {
            return true;
        }
        Instant read = party == null ? null : readAt.get(party);
        return read != null && !read.isBefore(lastPartyAt);
    }

    /** Whether a handoff to a party waits for it to read the brief. */
    public boolean isUnreadBy(@Nullable String party) {
        return handoffs.stream().anyMatch(each -> each.isUnreadBy(party));
    }
}
