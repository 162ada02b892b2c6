package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.limit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All open cases, one part after the other, to be looked at without holding them. */
public final class OpenCases {

    private static final String PART =
            "select * from journey_case where status = 'open' and case_id > ? order by case_id";

    private final JdbcClient db;
    private final KnownContacts contacts;
    private final Cases cases;
    private final CaseClock clock;

    OpenCases(JdbcClient db, KnownContacts contacts, Cases cases, CaseClock clock) {
        this.db = db;
        this.contacts = contacts;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Open cases by their ids, as they stand. Others may change them meanwhile; what is done to one of these is never
     * written.
     *
     * @param caseId the last of the part before; empty for the first
     */
    public List<CaseFile> after(String caseId, int most) {
        return db.sql(PART + limit(most)).param(caseId).query(CaseRows::map).list().stream()
                .map(row -> new CaseFile(row, contacts, cases, clock))
                .toList();
    }
}
