package io.journeybpm.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Entries of one case that wait to be written with the transaction. */
final class Writes {

    final List<Contact> contacts = new ArrayList<>();
    final List<Voiding> voids = new ArrayList<>();
    final List<CauseMark> causes = new ArrayList<>();
    final Map<Integer, Promise> newPromises = new LinkedHashMap<>();
    final Map<Integer, Promise> changedPromises = new LinkedHashMap<>();
    final List<PromiseMove> moves = new ArrayList<>();
    final Map<Integer, HandoffEntry> newHandoffs = new LinkedHashMap<>();
    final Map<Integer, HandoffEntry> changedHandoffs = new LinkedHashMap<>();
    final Map<String, ToldFact> facts = new LinkedHashMap<>();
    final List<Rise> rises = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final Map<Integer, Permission> newPermissions = new LinkedHashMap<>();
    final Map<Integer, Permission> changedPermissions = new LinkedHashMap<>();
    boolean rowChanged;

    void change(Promise promise) {
        (newPromises.containsKey(promise.entry()) ? newPromises : changedPromises).put(promise.entry(), promise);
    }

    void change(HandoffEntry handoff) {
        (newHandoffs.containsKey(handoff.entry()) ? newHandoffs : changedHandoffs).put(handoff.entry(), handoff);
    }

    void change(Permission permission) {
        (newPermissions.containsKey(permission.entry()) ? newPermissions : changedPermissions)
                .put(permission.entry(), permission);
    }

    /** Promises changed here that are kept by one visit with those of another case. */
    List<Promise> merged() {
        return Stream.concat(newPromises.values().stream(), changedPromises.values().stream())
                .filter(each -> each.mergedWith() != null)
                .toList();
    }

    void clear() {
        contacts.clear();
        voids.clear();
        causes.clear();
        newPromises.clear();
        changedPromises.clear();
        moves.clear();
        newHandoffs.clear();
        changedHandoffs.clear();
        facts.clear();
        rises.clear();
        events.clear();
        newPermissions.clear();
        changedPermissions.clear();
        rowChanged = false;
    }
}
