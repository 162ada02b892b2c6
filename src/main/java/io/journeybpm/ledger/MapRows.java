package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code journey_map}, and how far it has come. */
final class MapRows {

    private static final List<Figure> FIGURES = List.of(Figure.values());

    private static final String PLACE = "journey = ? and scope = ? and phase = ? and touchpoint = ? and currency = ?";

    private static final String ADD = "update journey_map set "
            + FIGURES.stream()
                    .map(each -> each.column() + " = " + each.column() + " + ?")
                    .collect(Collectors.joining(", "))
            + " where " + PLACE;

    private static final String INSERT = "insert into journey_map ("
            + FIGURES.stream().map(Figure::column).collect(Collectors.joining(", "))
            + ", journey, scope, phase, touchpoint, currency) values (" + "?, ".repeat(FIGURES.size() + 4) + "?)";

    private final JdbcClient db;

    MapRows(JdbcClient db) {
        this.db = db;
    }

    /** Up to when everything is in the table, for whoever is to go on with it; empty while somebody else is at it. */
    Optional<Instant> takeOver() {
        return db.sql("select up_to from journey_map_progress where id = 1 for update skip locked")
                .query((row, number) -> Sql.requiredInstant(row, "up_to"))
                .optional();
    }

    /** Up to when everything is in the table. */
    Instant upTo() {
        return db.sql("select up_to from journey_map_progress where id = 1")
                .query((row, number) -> Sql.requiredInstant(row, "up_to"))
                .single();
    }

    void upTo(Instant moment) {
        db.sql("update journey_map_progress set up_to = ? where id = 1")
                .param(time(moment))
                .update();
    }

    /** Adds to a spot; only for whoever has taken over. */
    void add(String journey, Spot spot, Figures figures) {
        List<Object> values = new ArrayList<>();
        FIGURES.forEach(each -> values.add(figures.sum(each)));
        values.addAll(Arrays.asList(journey, spot.scope().word(), spot.phase(), spot.touchpoint(), spot.currency()));
        if (db.sql(ADD).params(values).update() == 0) {
            db.sql(INSERT).params(values).update();
        }
    }

    Map<Spot, Figures> of(String journey) {
        Map<Spot, Figures> all = new HashMap<>();
        db.sql("select * from journey_map where journey = ?").param(journey).query(row -> {
            Figures figures = new Figures();
            for (Figure each : FIGURES) {
                figures.add(each, row.getBigDecimal(each.column()));
            }
            Spot spot = new Spot(
                    Sql.word(Spot.Scope.class, row.getString("scope")),
                    row.getString("phase"),
                    row.getString("touchpoint"),
                    row.getString("currency"));
            all.put(spot, figures);
        });
        return all;
    }
}
