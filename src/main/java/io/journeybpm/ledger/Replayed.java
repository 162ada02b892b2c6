package io.journeybpm.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case that can be gone through again in memory, counted as it is counted live, and never written. */
public interface Replayed {

    /** The case's id. */
    String caseId();

    /** Key of the case's journey. */
    String journey();

    /**
     * Goes through what became known of the case, in that order; each time on a new, empty case.
     *
     * @return how far it has escalated in the end
     */
    Case.Escalation replay(Witness witness);

    /** Is told wherever the decision is asked. */
    @FunctionalInterface
    interface Asked {

        /**
         * The decision was asked here.
         *
         * @param file the case as it stood then; raising its level here is what a rise would have done
         * @param asOf the moment days are counted to
         * @param contact the contact that led to it, if one did
         */
        void asked(CaseFile file, Instant asOf, @Nullable Contact contact);
    }

    /** Is there when a case is gone through again. */
    interface Witness extends Asked {

        /**
         * Somebody raised the level by hand, or the model did: no table was asked.
         *
         * @param rise absent where the case stood as high already
         */
        void raised(@Nullable Rise rise);
    }
}
