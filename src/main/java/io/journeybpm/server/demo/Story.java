package io.journeybpm.server.demo;

import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.Fact;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What happens in one case, told with the dates of August 2026 in the order it happens. */
final class Story {

    /** The journey all stories are about. */
    static final String JOURNEY = "water-damage-claim";

    private final String caseId;
    private final Customer customer;
    private final List<Fact> facts;
    private final List<Scene> scenes = new ArrayList<>();

    /**
     * Begins a story.
     *
     * @param caseId the case; it is played once
     * @param customer whom it happens to
     * @param facts what the customer tells in the beginning
     */
    Story(String caseId, Customer customer, Fact... facts) {
        this.caseId = caseId;
        this.customer = customer;
        this.facts = List.of(facts);
    }

    /** Something that happens at a moment. */
    record Scene(LocalDateTime at, Act act) {}

    /** Something somebody does in a case. */
    @FunctionalInterface
    interface Act {
        void play(Stage stage);
    }

    /**
     * A time frame somebody is promised.
     *
     * @param from when it opens
     * @param to when it closes
     */
    record Window(LocalDateTime from, LocalDateTime to) {

        static Window between(String day, String from, String to) {
            return new Window(moment(day, from), moment(day, to));
        }
    }

    private static LocalDateTime moment(String day, String time) {
        return LocalDateTime.parse(day + "T" + time);
    }

    /** Goes on with what somebody does then. */
    Turn on(String day, String time, Cast who) {
        return new Turn(this, moment(day, time), who);
    }

    void add(Scene scene) {
        scenes.add(scene);
    }

    String caseId() {
        return caseId;
    }

    Customer customer() {
        return customer;
    }

    List<Fact> facts() {
        return facts;
    }

    List<Scene> scenes() {
        return List.copyOf(scenes);
    }

    LocalDateTime begin() {
        return scenes.get(0).at();
    }

    LocalDateTime end() {
        return scenes.get(scenes.size() - 1).at();
    }
}
