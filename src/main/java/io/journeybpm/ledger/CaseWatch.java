package io.journeybpm.ledger;

/** Hears of every case that has changed before it is written, in the transaction that changed it. */
@FunctionalInterface
public interface CaseWatch {

    /** A case is about to be written; may change it further. */
    void beforeWriting(CaseFile file);
}
