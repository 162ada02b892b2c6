package io.journeybpm.pages;

import io.journeybpm.casework.PromiseCalendar;
import io.journeybpm.ledger.Promise;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Promises as they stand in a customer's own calendar.
 *
 * @param words of the customer's language
 * @param contact who to call when it doesn't suit
 */
record CustomerCalendar(PageWords words, CustomerPage.@Nullable Contact contact)
        implements PromiseCalendar.ForCustomers {

    @Override
    public String title(Promise promise, boolean latest) {
        String what = promise.made().what();
        return latest ? words.say("calendar.latest").replace("{what}", what) : what;
    }

    @Override
    public String text(Promise promise) {
        String party = CustomerPages.named(promise.made().party());
        Stream<String> who = party == null
                ? Stream.empty()
                : Stream.of(words.say("calendar.who").replace("{party}", party));
        Stream<String> call = contact == null
                ? Stream.empty()
                : Stream.of(words.say("calendar.contact")
                        .replace(
                                "{contact}",
                                Stream.of(contact.name(), contact.phone())
                                        .filter(each -> each != null)
                                        .collect(Collectors.joining(", "))));
        return Stream.concat(who, call).collect(Collectors.joining("\n"));
    }
}
