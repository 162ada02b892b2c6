package io.journeybpm.imports;

import io.journeybpm.ledger.NewCase;

/**
 * The case an id of a log stands for, the same whenever and wherever it is read.
 *
 * <p>An id that can be a case id, {@code [A-Za-z0-9._:-]{1,64}}, is one. In any other, blanks become hyphens: {@code Case
 * 1} is the case {@code Case-1}. Where that isn't enough, all that can't stay becomes a hyphen too, what is too long is
 * cut, and sixteen digits of the id's fingerprint follow: {@code Müller} is {@code M-ller-} and these. Where two ids
 * still come to one case id, as {@code Case 1} and {@code Case-1} do, the first takes it, and the second is kept out:
 * contacts carry the {@link #source} they came from.
 *
 * @param caseId the case's id
 * @param source fingerprint of the log's id
 * @param changed whether the case's id is another than the log's
 */
record CaseKey(String caseId, String source, boolean changed) {

    private static final int FINGERPRINT = 16;
    private static final int LONGEST = 64;

    /** The key for an id of a log, the prefix put before it. */
    static CaseKey of(String prefix, String id) {
        String full = prefix + id;
        String source = Digest.hex(full, FINGERPRINT);
        if (NewCase.isCaseId(full)) {
            return new CaseKey(full, source, false);
        }
        String hyphens = full.replace(' ', '-');
        if (NewCase.isCaseId(hyphens)) {
            return new CaseKey(hyphens, source, true);
        }
        String readable = hyphens.replaceAll("[^A-Za-z0-9._:-]", "-");
        int kept = Math.min(readable.length(), LONGEST - FINGERPRINT - 1);
        return new CaseKey(readable.substring(0, kept) + "-" + source, source, true);
    }
}
