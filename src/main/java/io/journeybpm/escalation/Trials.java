package io.journeybpm.escalation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decision tables beside the live ones, for trying a changed table before it is deployed. */
public interface Trials {

    /**
     * Reads a table as a deployment would, without deploying it.
     *
     * @param dmn a DMN file
     * @throws TableInvalid if it would not be deployed, or holds no decision of ours or several
     */
    Tried read(byte[] dmn);

    /** The tables deployed now; what is deployed later changes nothing in them. */
    Deployed deployed();

    /**
     * A table to try.
     *
     * @param key of its decision, {@link DecisionTable#GENERIC} or one that begins with {@link DecisionTable#OWN}
     * @param table answers for every journey
     */
    record Tried(String key, DecisionTable table) {

        /** The journey whose own table it is; empty if it is the generic one. */
        public Optional<String> journey() {
            return key.startsWith(DecisionTable.OWN)
                    ? Optional.of(key.substring(DecisionTable.OWN.length()))
                    : Optional.empty();
        }

        /**
         * Makes sure that it can be tried on cases of a journey.
         *
         * @param journey absent for whatever journeys it concerns
         * @throws TableInvalid if it is another journey's own
         */
        public void requireFor(@Nullable String journey) {
            journey().filter(own -> journey != null && !own.equals(journey)).ifPresent(own -> {
                throw new TableInvalid(
                        "is for the journey '" + own + "', the mapping for the journey '" + journey + "'");
            });
        }
    }

    /** Tables as deployed at one moment. */
    interface Deployed extends DecisionTable {

        /** Whether a journey has a table of its own. */
        boolean hasOwn(String journey);
    }

    /** A table that can't be tried. */
    final class TableInvalid extends RuntimeException {

        /**
         * Says why.
         *
         * @param problem in words that follow the name of the file
         */
        public TableInvalid(String problem) {
            super(problem);
        }
    }
}
