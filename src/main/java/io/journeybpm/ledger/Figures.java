package io.journeybpm.ledger;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** What happened somewhere on a journey, added up. */
public final class Figures {

    private final Map<Figure, BigDecimal> sums = new EnumMap<>(Figure.class);

    /** One of the sums; nothing at all is zero. */
    public BigDecimal sum(Figure figure) {
        return sums.getOrDefault(figure, BigDecimal.ZERO);
    }

    /** One of the sums that are whole numbers. */
    public long count(Figure figure) {
        return sum(figure).longValue();
    }

    /** Adds what happened somewhere else. */
    public Figures plus(Figures other) {
        other.sums.forEach(this::add);
        return this;
    }

    Figures minus(Figures other) {
        other.sums.forEach((figure, sum) -> add(figure, sum.negate()));
        return this;
    }

    void add(Figure figure, long by) {
        add(figure, BigDecimal.valueOf(by));
    }

    void add(Figure figure, BigDecimal by) {
        if (by.signum() != 0) {
            sums.merge(figure, by, BigDecimal::add);
        }
    }

    boolean areNothing() {
        return sums.values().stream().allMatch(each -> each.signum() == 0);
    }

    @Override
    public String toString() {
        return sums.toString();
    }
}
