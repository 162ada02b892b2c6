package io.journeybpm.engine;

import io.journeybpm.journey.Journey;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journey a case runs on. */
final class CaseJourneys {

    private final DeployedJourneys journeys;

    CaseJourneys(DeployedJourneys journeys) {
        this.journeys = journeys;
    }

    /** The version the case runs on; where nothing runs, or that version is gone, the latest. */
    Optional<Journey> of(CaseFile file) {
        return of(file.journey(), file.view().version());
    }

    /** As of a case held for writing. */
    Optional<Journey> of(Case about) {
        return of(about.journey(), about.version());
    }

    private Optional<Journey> of(String key, @Nullable Integer version) {
        return Optional.ofNullable(version)
                .flatMap(number -> journeys.version(key, number))
                .or(() -> journeys.recent(key));
    }
}
