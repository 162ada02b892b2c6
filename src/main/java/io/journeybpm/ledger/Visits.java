package io.journeybpm.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is remembered of a modelled touchpoint. */
final class Visits {
    @Nullable
    String firstRound;

    TreeSet<String> iterations = new TreeSet<>();

    /** Its latest contact. */
    @Nullable
    Integer latest;

    boolean completed;
    Map<String, Integer> doneBy = new HashMap<>();

    /** Completes it once more; true if that is the first time, or another iteration of the same round. */
    boolean complete(@Nullable String round) {
        String body = round == null ? null : round.substring(0, round.lastIndexOf('/'));
        if (!completed) {
            completed = true;
            firstRound = body;
        } else if (body == null || !body.equals(firstRound)) {
            return false;
        }
        return round == null || iterations.add(round.substring(round.lastIndexOf('/')));
    }
}
