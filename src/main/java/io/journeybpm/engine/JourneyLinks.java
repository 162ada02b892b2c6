package io.journeybpm.engine;

import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.NewLink;
import io.journeybpm.ledger.NewLinkBuilder;
import io.journeybpm.ledger.Promise;
import io.journeybpm.links.CaseLinks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Addresses for people without a login, as {@code ${journeyLinks…}} in models: for the text of an e-mail or a text
 * message. Asked again, they give the same address as before.
 */
public final class JourneyLinks {

    /** The variables that say who comes, where the journey knows it by then. */
    private static final String NAME = "visitorName";

    private static final String PHONE = "visitorPhone";

    private final Steps steps;
    private final Texts texts;
    private final Ledger ledger;
    private final CaseLinks links;

    JourneyLinks(Steps steps, Texts texts, Ledger ledger, CaseLinks links) {
        this.steps = steps;
        this.texts = texts;
        this.ledger = ledger;
        this.links = links;
    }

    /** The address of the customer's own page of the case. */
    public String customer(DelegateExecution execution) {
        return address(NewLink.customer(written((ExecutionEntity) execution).caseId(), links.usualEnd()));
    }

    /**
     * The address of the page for the visit that waits here.
     *
     * @throws JourneyRefused if the element is no touchpoint
     */
    public String visit(DelegateExecution execution) {
        return visit((ExecutionEntity) execution, execution.getCurrentActivityId(), execution.getActivityInstanceId());
    }

    /**
     * The address of the page for a visit to come.
     *
     * @param touchpoint element id of the touchpoint that is visited
     * @throws JourneyRefused if the process has no such touchpoint
     */
    public String visit(DelegateExecution execution, String touchpoint) {
        return visit((ExecutionEntity) execution, touchpoint, null);
    }

    private String visit(ExecutionEntity execution, String id, @Nullable String activityInstance) {
        Touchpoint touchpoint = steps.journey(execution)
                .touchpoint(id)
                .orElseThrow(() -> new JourneyRefused("'" + id + "' is no touchpoint of this process, so nobody visits"
                        + " there; name one: ${journeyLinks.visit(execution, 'visit')}"));
        CaseFile file = written(execution);
        String party = touchpoint.party() == null ? null : texts.resolve(touchpoint.party(), execution);
        NewLinkBuilder visit = NewLink.visit(file.caseId(), links.usualEnd())
                .party(party)
                .touchpoint(id)
                .activityInstance(activityInstance)
                .promise(promise(file, id, party))
                .visitorName(text(execution, NAME))
                .visitorPhone(text(execution, PHONE));
        return address(visit.build());
    }

    /** The one that this visit would keep: made for the touchpoint, else for its party, soonest first. */
    private static @Nullable Integer promise(CaseFile file, String touchpoint, @Nullable String party) {
        return file.view().openPromises().stream()
                .filter(each -> each.isFor(touchpoint, party))
                .map(Promise::entry)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(ExecutionEntity execution, String variable) {
        Object value = execution.getVariable(variable);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    /** The case, in its table by now: a link stands beside it, and the first element of a journey may send one. */
    private CaseFile written(ExecutionEntity execution) {
        CaseFile file = steps.file(execution);
        if (file.isNew()) {
            ledger.flush();
        }
        return file;
    }

    private String address(NewLink wanted) {
        Link link = links.same(wanted);
        try {
            return links.address(link, null);
        } catch (CaseLinks.AddressUnknown unknown) {
            throw new JourneyRefused(String.valueOf(unknown.getMessage()));
        }
    }
}
