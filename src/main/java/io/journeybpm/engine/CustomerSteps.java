package io.journeybpm.engine;

import io.journeybpm.ledger.Case;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the journey itself says that a customer may read: steps marked for customers, and who stands for the company. */
public interface CustomerSteps {

    /** Steps marked for customers that wait in the case, in no particular order. */
    List<Waiting> waiting(Case about);

    /** What is drawn for customers at a touchpoint, where no expression is needed to say it. */
    Optional<Drawn> drawn(Case about, String touchpoint);

    /** A user as customers know them; empty if the engine's identity service doesn't know the user. */
    Optional<Person> person(String user);

    /**
     * A step that waits.
     *
     * @param touchpoint its key
     * @param party who meets the customer there
     * @param title what the customer reads
     * @param why why it is done
     */
    record Waiting(
            String touchpoint,
            @Nullable String party,
            String title,
            @Nullable String why) {}

    /**
     * What is drawn for customers.
     *
     * @param title what the customer reads
     * @param why why it is done
     */
    record Drawn(@Nullable String title, @Nullable String why) {}

    /**
     * Somebody who stands for the company.
     *
     * @param name as colleagues and customers call them
     * @param phone the user's own, as the identity service keeps it under {@code phone}
     */
    record Person(String name, @Nullable String phone) {}
}
