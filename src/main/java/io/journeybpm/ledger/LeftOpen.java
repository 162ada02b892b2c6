package io.journeybpm.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something left to do.
 *
 * @param what in the words of whoever left it
 * @param party who left it
 * @param since when
 */
public record LeftOpen(String what, @Nullable String party, Instant since) {

    /**
     * What was left open: by those who hand over, the latest first, then by contacts.
     *
     * @param latest contacts, newest first
     */
    public static List<LeftOpen> of(List<Contact> latest, List<HandoffEntry> handoffs) {
        Stream<@Nullable LeftOpen> byHandoffs = handoffs.stream()
                .sorted(Comparator.comparingInt(HandoffEntry::entry).reversed())
                .map(each -> said(each.made().leftOpen(), each.made().from(), each.madeAt()));
        Stream<@Nullable LeftOpen> byContacts = latest.stream()
                .map(each -> said(each.reported().leftOpen(), each.reported().party(), each.occurredAt()));
        return Stream.concat(byHandoffs, byContacts)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static @Nullable LeftOpen said(@Nullable String what, @Nullable String party, Instant since) {
        return what == null ? null : new LeftOpen(what, party, since);
    }
}
