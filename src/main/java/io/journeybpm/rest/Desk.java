package io.journeybpm.rest;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Cause;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.LedgerProblem.CaseUnknown;
import io.journeybpm.ledger.LedgerProblem.EntryUnknown;
import io.journeybpm.ledger.NewCase;
import io.journeybpm.ledger.Promise;
import io.journeybpm.outreach.Customs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every controller of a case needs: to find it, to name its entries, to know the time, and to show it. */
final class Desk {

    private final Cases cases;
    private final CaseClock clock;
    private final ApiPath path;

    Desk(Cases cases, CaseClock clock, ApiPath path) {
        this.cases = cases;
        this.clock = clock;
        this.path = path;
    }

    Instant now() {
        return clock.now();
    }

    ApiPath path() {
        return path;
    }

    CaseView show(Case shown) {
        return CaseView.of(shown, now());
    }

    /** A case asked for by itself, with why the customer had to be met once more, and how the customer wants it. */
    CaseView showWhole(Case shown, Customs.@Nullable Policy policy) {
        Integer caused = shown.caused();
        Map<Integer, Cause> causes = caused == null ? Map.of() : cases.causes(shown.caseId(), List.of(caused));
        return CaseView.of(shown, caused == null ? null : causes.get(caused), policy, now());
    }

    PromiseView promise(Promise shown) {
        return PromiseView.of(shown, now());
    }

    /**
     * Finds a case.
     *
     * @throws CaseUnknown if there is none
     */
    Case find(String caseId) {
        return cases.find(id(caseId)).orElseThrow(() -> new CaseUnknown(caseId));
    }

    /**
     * A case's id; no case has another kind of name.
     *
     * @throws CaseUnknown if it can't be one
     */
    static String id(String caseId) {
        if (!NewCase.isCaseId(caseId)) {
            throw new CaseUnknown(caseId);
        }
        return caseId;
    }

    /**
     * The entry an id stands for.
     *
     * @throws EntryUnknown if it is no id of that case
     */
    static int entry(String caseId, String kind, String id) {
        return EntryId.within(caseId, id).orElseThrow(() -> unknown(kind, id));
    }

    static EntryUnknown unknown(String kind, String id) {
        return new EntryUnknown(kind, id, kind + "Id");
    }
}
