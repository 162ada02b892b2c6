package io.journeybpm.imports;

import io.journeybpm.imports.ImportView.Rejected;
import io.journeybpm.imports.ImportView.Rejection;
import java.util.ArrayList;
import java.util.List;

/** What could not be read of a log: how much, and the first hundred. */
final class Rejections {

    private static final int FIRST = 100;

    private final List<Rejection> first = new ArrayList<>();
    private long count;

    void add(String place, String reason) {
        count++;
        if (first.size() < FIRST) {
            first.add(new Rejection(place, reason));
        }
    }

    Rejected all() {
        return new Rejected(count, List.copyOf(first));
    }
}
