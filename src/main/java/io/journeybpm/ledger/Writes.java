package io.journeybpm.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries of one case that wait to be written with the transaction. */
final class Writes {

    final List<Contact> contacts = new ArrayList<>();
    final List<Voiding> voids = new ArrayList<>();
    final Map<Integer, Promise> newPromises = new LinkedHashMap<>();
    final Map<Integer, Promise> changedPromises = new LinkedHashMap<>();
    final Map<Integer, HandoffEntry> newHandoffs = new LinkedHashMap<>();
    final Map<Integer, HandoffEntry> changedHandoffs = new LinkedHashMap<>();
    final Map<String, ToldFact> facts = new LinkedHashMap<>();
    final List<Rise> rises = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    boolean rowChanged;

    void change(Promise promise) {
        (newPromises.containsKey(promise.entry()) ? newPromises : changedPromises).put(promise.entry(), promise);
    }

    void change(HandoffEntry handoff) {
        (newHandoffs.containsKey(handoff.entry()) ? newHandoffs : changedHandoffs).put(handoff.entry(), handoff);
    }

    void clear() {
        contacts.clear();
        voids.clear();
        newPromises.clear();
        changedPromises.clear();
        newHandoffs.clear();
        changedHandoffs.clear();
        facts.clear();
        rises.clear();
        events.clear();
        rowChanged = false;
    }
}
