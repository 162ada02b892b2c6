package io.journeybpm.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contacts of a case before those that wait to be written. */
interface KnownContacts {

    /** Counted contacts that occurred after one moment and not after another, voided ones left out. */
    int counted(String caseId, Instant after, Instant until);

    Optional<Contact> byExternalId(String caseId, String externalId);

    /** External ids that begin so. */
    List<String> externalIds(String caseId, String prefix);

    boolean exists(String caseId, int entry);

    /** All of them, voided ones included. */
    List<Contact> all(String caseId);

    /** Entries of those that were voided. */
    List<Integer> voided(String caseId);

    /** What each goes back to, where to anything: entry by entry. */
    Map<Integer, Integer> causes(String caseId);

    /** Of a case that lives in memory only. */
    KnownContacts NONE = new KnownContacts() {

        @Override
        public int counted(String caseId, Instant after, Instant until) {
            return 0;
        }

        @Override
        public Optional<Contact> byExternalId(String caseId, String externalId) {
            return Optional.empty();
        }

        @Override
        public List<String> externalIds(String caseId, String prefix) {
            return List.of();
        }

        @Override
        public boolean exists(String caseId, int entry) {
            return false;
        }

        @Override
        public List<Contact> all(String caseId) {
            return List.of();
        }

        @Override
        public List<Integer> voided(String caseId) {
            return List.of();
        }

        @Override
        public Map<Integer, Integer> causes(String caseId) {
            return Map.of();
        }
    };
}
